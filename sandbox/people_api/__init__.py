"""The people's side over HTTP, for tests in other processes: acts, reads, and levers that make trouble.

Answers this machine only: whoever reaches it can speak for anybody.
"""

from sandbox.people_api.routes import people_routes

__all__ = ["people_routes"]
