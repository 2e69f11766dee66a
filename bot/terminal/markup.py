"""Telegram's HTML as a terminal shows it: the words without the tags."""

from html.parser import HTMLParser

from typing_extensions import override

ALLOWED = frozenset(
    {"b", "strong", "i", "em", "u", "ins", "s", "strike", "del", "code", "pre", "a", "blockquote", "tg-spoiler", "span"}
)


class BadMarkup(ValueError):
    """Telegram would not parse this."""


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.open: list[str] = []

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ALLOWED:
            raise BadMarkup(f'Unsupported start tag "{tag}"')
        self.open.append(tag)

    @override
    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            raise BadMarkup(f'Unexpected end tag "{tag}"')

    @override
    def handle_data(self, data: str) -> None:
        self.words.append(data)


def plain(html: str) -> str:
    """The text that a person sees. Raises BadMarkup for what Telegram refuses: other tags, or unbalanced ones."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    if reader.open:
        raise BadMarkup(f'Can\'t find end tag corresponding to start tag "{reader.open[-1]}"')
    return "".join(reader.words)


def telegram_length(text: str) -> int:
    """Telegram counts UTF-16 code units."""
    return len(text.encode("utf-16-le")) // 2
