"""The "/" menu."""

from collections.abc import Callable

from nicegui.element import Element

from sandbox.page.elements import button, later, tag
from sandbox.page.part import Part
from sandbox.page.words import Words
from sandbox.world import Command


class CommandList(Part[tuple[Command, ...]]):
    """Nothing without commands. `say` is called with the chosen one."""

    def __init__(self, container: Element, words: Words, say: Callable[[str], object]) -> None:
        super().__init__(container)
        self.words, self.say = words, say

    def draw(self, look: tuple[Command, ...]) -> None:
        if not look:
            return
        with tag("div", "commands", role="group", aria_label=self.words("commands")):
            for each in look:
                said = f"/{each.command}"
                with button("command-line", later(self.say, said)):
                    tag("span", "name", said)
                    tag("span", "about", each.description)
