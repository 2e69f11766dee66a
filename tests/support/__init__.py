"""What tests of several rooms share: a real PostgreSQL, a real HTTP server, and a clock that stands still."""
