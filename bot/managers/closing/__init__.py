"""Visits that are over: who came and who did not, marked in the managers' group."""
