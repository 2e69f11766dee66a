"""Menus that open at a button."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from nicegui import ui
from nicegui.element import Element

from sandbox.page.elements import Act, button, tag

ARROWS = """(event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const items = [...event.currentTarget.querySelectorAll('[role=menuitem]')];
  const at = items.indexOf(document.activeElement);
  items[at < 0 && step < 0 ? items.length - 1 : (at + step + items.length) % items.length]?.focus();
}"""


@contextmanager
def menu(anchor: Element, *, above: bool = False, fit: bool = False, label: str = "") -> Iterator[ui.menu]:
    """Its items are made inside. `above`: it opens upwards; `fit`: it is at least as wide as the button."""
    props = "auto-close transition-duration=120" + (' anchor="top left" self="bottom left"' if above else "")
    with anchor, ui.menu().props(props + (" fit" if fit else "")) as made:
        made.props["aria-label"] = label or anchor.props.get("aria-label", "")
        with tag("div", "menu").on("keydown", js_handler=ARROWS):
            yield made


def pop_up(anchor: Element, fill: Callable[[], object], *, fit: bool = False, label: str = "") -> None:
    """For a click on `anchor`: a menu that is made for this once, which spares a long chat hundreds of them."""
    if any(isinstance(child, ui.menu) for child in anchor):
        return
    with menu(anchor, fit=fit, label=label) as made:
        fill()
    made.on_value_change(lambda event: None if event.value or made.is_deleted else made.delete())
    made.open()


def item(act: Act, text: str | None, icon: str = "", *, danger: bool = False) -> Element:
    """To be filled by the caller if it has no text."""
    made = button("item danger" if danger else "item", act, text, icon=icon)
    made.props["role"] = "menuitem"
    return made
