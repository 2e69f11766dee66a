"""Patients ask to be called back; the clinic's people call."""
