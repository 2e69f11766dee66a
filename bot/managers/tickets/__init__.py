"""Tickets in the managers' group: a card each, taken, answered by replies, given back and closed."""
