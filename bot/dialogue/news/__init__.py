"""What the clinic's news says to people: one table from a delivery's kind to what is written."""

from bot.dialogue.news.render import KINDS, render

__all__ = ["KINDS", "render"]
