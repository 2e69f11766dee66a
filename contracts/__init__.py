"""What travels between the rooms, defined once: HTTP models and the signed patient identity.

Every datetime is aware. Field names are the wire names of the HTTP API under ``/api/v1``.
"""
