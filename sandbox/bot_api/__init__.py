"""Telegram's Bot API over a `World`: the methods that a bot of this clinic may use, and what Telegram refuses."""
