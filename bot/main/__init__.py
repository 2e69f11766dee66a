"""The bot's process: settings, wiring, health."""
