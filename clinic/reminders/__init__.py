"""Reminders before visits, and what follows when nobody can be reminded."""
