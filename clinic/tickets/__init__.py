"""Tickets: a patient and the clinic write to each other until the matter is closed."""
