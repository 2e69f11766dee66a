"""Holds and appointments: one row from the first tap to the end of the visit."""
