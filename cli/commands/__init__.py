"""What the commands do, one file a concern."""

PARENT_PIPE = "FRONTDESK_PARENT_PIPE"
"""Set by a supervising process: standard input is a pipe that closes when that process is gone, however it went."""
