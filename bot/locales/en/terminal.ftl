# The conversation in a terminal.
terminal-hint = To press a button, type its number. To end, press Ctrl-D.
