"""A formatted text as elements: one for every run, with a class for every kind of formatting."""

from collections.abc import Callable, Sequence
from itertools import groupby

from nicegui.element import Element

from sandbox.page.elements import link, tag
from sandbox.page.words import Words
from sandbox.world import Entity, pieces

Run = tuple[str, tuple[Entity, ...]]
BLOCKS = {"pre": "pre", "blockquote": "blockquote", "expandable_blockquote": "blockquote"}
CLASSES = {
    "bold": "bold",
    "italic": "italic",
    "underline": "underline",
    "strikethrough": "strike",
    "code": "code",
    "mention": "link",
    "text_mention": "link",
    "hashtag": "link",
    "cashtag": "link",
}
ADDRESSES: dict[str, Callable[[str], str]] = {
    "url": lambda text: text if text.lower().startswith(("http://", "https://")) else f"https://{text}",
    "email": lambda text: f"mailto:{text}",
    "phone_number": lambda text: f"tel:{''.join(each for each in text if each.isdigit() or each == '+')}",
}


class RichText:
    """`say`: what a tap on a command does; `reveal`: what a tap on a spoiler does."""

    def __init__(self, words: Words, say: Callable[[str], object], reveal: Callable[[], object]) -> None:
        self.words, self.say, self.reveal = words, say, reveal

    def draw(self, text: str, entities: Sequence[Entity], *, revealed: bool) -> None:
        for block, runs in groupby(pieces(text, entities), key=_block):
            if block is None:
                self._draw_runs(list(runs), revealed)
                continue
            with tag(BLOCKS[block.type], "quote" if BLOCKS[block.type] == "blockquote" else "pre"):
                self._draw_runs(list(runs), revealed)

    def _draw_runs(self, runs: list[Run], revealed: bool) -> None:
        for text, entities in runs:
            kinds = {entity.type: entity for entity in entities}
            classes = " ".join(sorted({CLASSES[kind] for kind in kinds if kind in CLASSES}))
            if "spoiler" in kinds and not revealed:
                self._draw_spoiler(text, classes)
            elif "bot_command" in kinds:
                made = tag("button", f"link command {classes}", text, type="button")
                made.on("click", lambda _, said=text: self.say(said), args=[])
            else:
                _draw_words(text, kinds, classes)

    def _draw_spoiler(self, text: str, classes: str) -> None:
        made = tag("button", f"spoiler {classes}", type="button", aria_label=self.words("hidden-text"))
        with made:
            tag("span", "", text, aria_hidden="true")
        made.on("click", lambda _: self.reveal(), args=[])


def _draw_words(text: str, kinds: dict[str, Entity], classes: str) -> Element:
    if (named := kinds.get("text_link")) and named.url:
        return link(f"link {classes}", named.url, text)
    for kind, address in ADDRESSES.items():
        if kind in kinds:
            return link(f"link {classes}", address(text), text)
    return tag("span", classes, text)


def _block(run: Run) -> Entity | None:
    return next((entity for entity in run[1] if entity.type in BLOCKS), None)
