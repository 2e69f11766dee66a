"""Accounts, the people they book for, and consent."""
