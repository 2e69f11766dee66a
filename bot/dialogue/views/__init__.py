"""Pure functions from what is known to what is shown: a text and buttons, no calls, no state."""
