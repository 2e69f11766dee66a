"""After the booking: reminders, who is coming, who cannot be reached, and visits that nobody has marked yet."""
