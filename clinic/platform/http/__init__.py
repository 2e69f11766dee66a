"""The edge: callers, errors, limits and measurements of HTTP, shared by all routes."""
