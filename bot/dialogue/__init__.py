"""The patient's dialogue in a chat: handlers read updates, use cases act, views write."""
