"""The same conversation in a terminal: aiogram's session replaced by standard input and output."""
