"""Calls that the clinic's people must make, because no message reaches the patient in time."""
