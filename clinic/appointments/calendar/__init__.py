"""An appointment as a calendar file (RFC 5545)."""
