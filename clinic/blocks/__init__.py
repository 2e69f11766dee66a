"""Blocks: a doctor cannot come, and the visits that this hits find other times."""
