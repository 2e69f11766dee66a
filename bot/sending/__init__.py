"""How messages leave: what was collected becomes calls of the Bot API."""
