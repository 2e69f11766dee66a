"""Offers: times that the clinic holds for a person until a deadline, to be accepted with one tap or refused."""
