"""Letters of Telegram's HTML: numeric references and the four named ones."""

import re

_REFERENCE = re.compile(rb"&(?:#(?:x([0-9A-Fa-f]+)|([0-9]+))|(lt|gt|amp|quot));?")
_NAMED = {b"lt": "<", b"gt": ">", b"amp": "&", b"quot": '"'}


def decode_reference(source: bytes, at: int) -> tuple[str, int]:
    """The letter that the `&` at `at` stands for and where it ends; an empty one if it is just an ampersand."""
    match = _REFERENCE.match(source, at)
    if match is None:
        return "", at
    if name := match[3]:
        return _NAMED[name], match.end()
    number = int(match[1], 16) if match[1] else int(match[2])
    if number == 0 or number >= 0x10FFFF:
        return "", at
    return chr(number), match.end()


def units_of_bytes(words: bytes) -> int:
    """The length of UTF-8 in UTF-16 units: one for each first byte, two for letters of four bytes."""
    if words.isascii():
        return len(words)
    return sum(1 + (byte >= 0xF0) for byte in words if byte & 0xC0 != 0x80)
