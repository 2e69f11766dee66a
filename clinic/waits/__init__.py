"""The wait-list: who waits for a doctor, a specialty, a window, and whose turn it is when a time is freed."""
