"""Text in Telegram's HTML, as it is written for `parse_mode=HTML`.

The rules and complaints are those of `parse_html` in TDLib's td/telegram/MessageEntity.cpp. Byte offsets count in the
text's UTF-8.
"""

from dataclasses import dataclass

from sandbox.bot_api import refusals
from sandbox.bot_api.html_letters import decode_reference, units_of_bytes
from sandbox.bot_api.links import checked_link, mentioned_user
from sandbox.bot_api.refused import Refused
from sandbox.world.text import Entity

SIMPLE = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
}
TAGS = {*SIMPLE, "a", "code", "pre", "blockquote", "tg-emoji"}
_SPACE = b" \t\r\n\0\v"


@dataclass(slots=True)
class _Open:
    tag: str
    argument: str
    offset: int
    """In UTF-16 units of the result."""
    begin: int
    """In bytes of the result."""
    expandable: bool = False


def parse_html(text: str) -> tuple[str, tuple[Entity, ...]]:
    """The words without tags, and their entities. Raises Refused with TDLib's words."""
    if "<" not in text and "&" not in text:
        return text, ()
    parser = _Parser(text.encode("utf-8", "replace"))
    parser.run()
    entities = tuple(sorted(parser.entities, key=lambda entity: (entity.offset, -entity.length)))
    return parser.result.decode("utf-8", "replace"), entities


class _Parser:
    def __init__(self, source: bytes) -> None:
        self.source = source + b"\0"  # an end mark, as in C: no bounds to check
        self.at = 0
        self.result = bytearray()
        self.units = 0
        self.open: list[_Open] = []
        self.entities: list[Entity] = []

    def run(self) -> None:
        end = len(self.source) - 1
        while self.at < end:
            letter = self.source[self.at]
            if letter == 0x3C:  # <
                self._tag()
            elif letter == 0x26:  # &
                self._reference()
            else:
                self._plain(end)
        if self.open:
            raise Refused(refusals.entities(f'Can\'t find end tag corresponding to start tag "{self.open[-1].tag}"'))

    def _plain(self, end: int) -> None:
        stops = [found for mark in (b"<", b"&") if (found := self.source.find(mark, self.at)) >= 0]
        stop = min([*stops, end])
        self._put(self.source[self.at : stop])
        self.at = stop

    def _reference(self) -> None:
        letter, after = decode_reference(self.source, self.at)
        self._put(letter.encode("utf-8", "replace") if letter else b"&")
        self.at = after if letter else self.at + 1

    def _put(self, words: bytes) -> None:
        self.result += words
        self.units += units_of_bytes(words)

    def _tag(self) -> None:
        begin = self.at
        self.at += 1
        if self.source[self.at] == 0x2F:  # /
            self._end_tag(begin)
        else:
            self._start_tag(begin)

    def _start_tag(self, begin: int) -> None:
        self._skip_until(_SPACE + b">")
        if self.source[self.at] == 0:
            raise Refused(refusals.entities(f"Unclosed start tag at byte offset {begin}"))
        tag = self.source[begin + 1 : self.at].decode("utf-8", "replace").lower()
        if tag not in TAGS:
            raise Refused(refusals.entities(f'Unsupported start tag "{tag}" at byte offset {begin}'))
        opened = _Open(tag, "", self.units, len(self.result))
        while True:
            self._skip_space()
            if self.source[self.at] in (0x3E, 0):
                break
            self._attribute(opened, begin)
        if self.source[self.at] == 0:
            raise Refused(refusals.entities(f"Unclosed start tag at byte offset {begin}"))
        self.at += 1
        if tag == "span" and opened.argument != "spoiler":
            raise Refused(refusals.entities(f'Tag "span" must have class "tg-spoiler" at byte offset {begin}'))
        self.open.append(opened)

    def _attribute(self, opened: _Open, begin: int) -> None:
        start = self.at
        self._skip_until(_SPACE + b"=>")
        name = self.source[start : self.at].decode("utf-8", "replace").lower()
        if not name:
            raise Refused(refusals.entities(f'Empty attribute name in the tag "{opened.tag}" at byte offset {begin}'))
        self._skip_space()
        if self.source[self.at] != 0x3D:  # =
            if opened.tag == "blockquote" and name == "expandable":
                opened.expandable = True
                return
            words = f'Expected equal sign in declaration of an attribute of the tag "{opened.tag}"'
            raise Refused(refusals.entities(f"{words} at byte offset {begin}"))
        self.at += 1
        self._skip_space()
        if self.source[self.at] == 0:
            raise Refused(refusals.entities(f'Unclosed start tag "{opened.tag}" at byte offset {begin}'))
        value = self._quoted() if self.source[self.at] in b"'\"" else self._token()
        if self.source[self.at] == 0:
            raise Refused(refusals.entities(f"Unclosed start tag at byte offset {begin}"))
        _take(opened, name, value)

    def _quoted(self) -> str:
        quote = self.source[self.at]
        self.at += 1
        value = bytearray()
        while self.source[self.at] not in (quote, 0):
            letter, after = decode_reference(self.source, self.at) if self.source[self.at] == 0x26 else ("", 0)
            value += letter.encode("utf-8", "replace") if letter else self.source[self.at : self.at + 1]
            self.at = after if letter else self.at + 1
        if self.source[self.at] == quote:
            self.at += 1
        return value.decode("utf-8", "replace")

    def _token(self) -> str:
        start = self.at
        while chr(self.source[self.at]).isascii() and (
            chr(self.source[self.at]).isalnum() or self.source[self.at] in b".-"
        ):
            self.at += 1
        if self.source[self.at] not in _SPACE + b">":
            raise Refused(refusals.entities(f"Unexpected end of name token at byte offset {start}"))
        return self.source[start : self.at].decode().lower()

    def _end_tag(self, begin: int) -> None:
        if not self.open:
            raise Refused(refusals.entities(f"Unexpected end tag at byte offset {begin}"))
        self._skip_until(_SPACE + b">")
        name = self.source[begin + 2 : self.at].decode("utf-8", "replace").lower()
        self._skip_space()
        if self.source[self.at] != 0x3E:
            raise Refused(refusals.entities(f"Unclosed end tag at byte offset {begin}"))
        opened = self.open[-1]
        if name and name != opened.tag:
            raise Refused(
                refusals.entities(
                    f'Unmatched end tag at byte offset {begin}, expected "</{opened.tag}>", found "</{name}>"'
                )
            )
        self.open.pop()
        self.at += 1
        if self.units > opened.offset:
            self._close(opened)

    def _close(self, opened: _Open) -> None:
        offset, length = opened.offset, self.units - opened.offset
        if opened.tag in SIMPLE:
            self.entities.append(Entity(SIMPLE[opened.tag], offset, length))
        elif opened.tag == "blockquote":
            kind = "expandable_blockquote" if opened.expandable else "blockquote"
            self.entities.append(Entity(kind, offset, length))
        elif opened.tag == "tg-emoji":
            if not opened.argument.isdecimal() or int(opened.argument) == 0:
                raise Refused(refusals.entities("Invalid custom emoji identifier specified"))
            self.entities.append(Entity("custom_emoji", offset, length, custom_emoji_id=opened.argument))
        elif opened.tag == "a":
            self._link(opened, offset, length)
        else:
            self._code(opened, offset, length)

    def _link(self, opened: _Open, offset: int, length: int) -> None:
        url = opened.argument or self.result[opened.begin :].decode("utf-8", "replace")
        if (user_id := mentioned_user(url)) is not None:
            self.entities.append(Entity("text_mention", offset, length, user_id=user_id))
        elif (link := checked_link(url)) is not None:
            self.entities.append(Entity("text_link", offset, length, url=link))

    def _code(self, opened: _Open, offset: int, length: int) -> None:
        """<pre><code class="language-…"> in either order is one entity; a lone code forgets its language."""
        inner = self.entities[-1] if self.entities else None
        other = "code" if opened.tag == "pre" else "pre"
        if inner and (inner.type, inner.offset, inner.length) == (other, offset, length):
            language = inner.language if other == "code" else opened.argument
            if language:
                self.entities[-1] = Entity("pre", offset, length, language=language)
                return
        self.entities.append(Entity(opened.tag, offset, length, language=opened.argument or None))

    def _skip_until(self, stops: bytes) -> None:
        while self.source[self.at] not in stops:
            self.at += 1

    def _skip_space(self) -> None:
        while self.source[self.at] != 0 and self.source[self.at] in _SPACE:
            self.at += 1


def _take(opened: _Open, name: str, value: str) -> None:
    """Keep an attribute that means something for its tag."""
    match opened.tag, name:
        case "a", "href":
            opened.argument = value
        case "code", "class" if value.startswith("language-"):
            opened.argument = value.removeprefix("language-")
        case "span", "class" if value.startswith("tg-"):
            opened.argument = value.removeprefix("tg-")
        case "tg-emoji", "emoji-id":
            opened.argument = value
        case "blockquote", "expandable":
            opened.expandable = True
