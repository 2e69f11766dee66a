"""The commands of the managers' groups, in the order in which they are shown; each has a text `managers-command-…`."""

COMMANDS = ("queue", "today", "doctor", "find", "block", "unblock", "close", "here", "help")
