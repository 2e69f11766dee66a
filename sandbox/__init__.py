"""A local stand-in for Telegram: a Bot API server and a chat page, for the demo and the tests."""
