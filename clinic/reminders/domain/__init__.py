"""When somebody is reminded, and by when they have to answer: pure functions, aware times, no framework."""
