"""Bring branches, doctors, visit types and hours in from a file: read, validate, compare, apply in one transaction."""
