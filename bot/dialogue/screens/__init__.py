"""Screens that need to ask the clinic: use cases and views brought together, for handlers and links alike."""
