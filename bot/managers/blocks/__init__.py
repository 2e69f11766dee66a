"""A doctor cannot come: /block in the managers' group, the board of what becomes of the visits, and the phone list."""
