"""What a patient can have done: one act a file. They know no Telegram; what they cannot cure, they raise."""
