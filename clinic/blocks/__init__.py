"""A doctor who cannot come: the time is blocked, everybody affected is offered another one, and it can be undone."""
