"""How large a JPEG is, without an imaging library."""

MARKER = 0xFF
START = b"\xff\xd8"
FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""Start-of-frame markers (ITU-T T.81, table B.1); the excluded ones are tables."""


def jpeg_size(content: bytes) -> tuple[int, int] | None:
    """Width and height in pixels; None for what is no JPEG."""
    if not content.startswith(START):
        return None
    at = 2
    while at + 9 <= len(content) and content[at] == MARKER:
        if content[at + 1] in FRAMES:
            height = int.from_bytes(content[at + 5 : at + 7], "big")
            width = int.from_bytes(content[at + 7 : at + 9], "big")
            return (width, height) if width and height else None
        at += 2 + int.from_bytes(content[at + 2 : at + 4], "big")
    return None
