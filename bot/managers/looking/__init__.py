"""Looking things up: today's visits, a doctor's days, people. Nothing is changed here."""
