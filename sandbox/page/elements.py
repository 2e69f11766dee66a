"""Plain HTML elements. Text and attribute values are data to the browser here, never markup: nothing builds HTML."""

from collections.abc import Awaitable, Callable

from nicegui import ui
from nicegui.element import Element
from nicegui.elements.mixins.text_element import TextElement

Act = Callable[[], Awaitable[object] | object]
SAFE_LINKS = ("https://", "http://", "mailto:", "tel:")


def tag(name: str, classes: str = "", text: str | None = None, **attributes: str | int) -> Element:
    """An element; in attribute names an underscore stands for a hyphen."""
    element = Element(name) if text is None else TextElement(tag=name, text=text)
    if classes:
        element.classes(classes)
    for key, value in attributes.items():
        element.props[key.rstrip("_").replace("_", "-")] = value
    return element


def button(classes: str, act: Act, text: str | None = None, *, label: str = "", icon: str = "") -> Element:
    """`label`: what a screen reader says where there is only an icon, and the tooltip."""
    made = tag("button", classes, None, type="button")
    if label:
        made.props["aria-label"] = made.props["title"] = label
    with made:
        if icon:
            ui.icon(icon)
        if text is not None:
            tag("span", "label", text)
    return made.on("click", lambda _: act(), args=[])


def copies(made: Element, text: str) -> Element:
    """A click copies the text, in the browser itself: it lets only the click's own code near the clipboard."""
    made.props["data-copied"] = text
    return made.on("click", js_handler="(event) => navigator.clipboard.writeText(event.currentTarget.dataset.copied)")


def link(classes: str, href: str, text: str) -> Element:
    """Opens in a new tab; an address that is none of a web page, a mailbox or a telephone is shown as mere text."""
    if not href.lower().startswith(SAFE_LINKS):
        return tag("span", classes, text)
    return tag("a", classes, text, href=href, target="_blank", rel="noopener noreferrer")


def later(act: Callable[[str], object], text: str) -> Act:
    """`act` of `text`, later."""
    return lambda: act(text)


def hidden(text: str) -> Element:
    """For screen readers only."""
    return tag("span", "unseen", text)


COLORS = 7


def avatar(name: str, number: int, classes: str = "") -> None:
    """The first letters of a name in a circle; `number` chooses its colour."""
    letters = "".join(word[0] for word in name.split()[:2]).upper() or "?"
    tag("span", f"avatar color-{abs(number) % COLORS} {classes}", letters, aria_hidden="true")
