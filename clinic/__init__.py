"""The clinic's service: one folder a capability, `platform` under them, `main` wires them together."""
