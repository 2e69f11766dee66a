"""The queue of applications: one at a time to whoever asks, decided with a tap, undone with another."""
