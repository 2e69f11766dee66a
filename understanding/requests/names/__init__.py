"""Doctors by their names: in any case, with slips, in either alphabet."""
