"""Who works where and when, and which slots are free."""
