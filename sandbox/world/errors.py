"""What a person cannot do in Telegram's own app."""


class NotPossible(Exception):
    """The app would not offer this: a foreign message to edit, a chat one is not in. The text says which."""
