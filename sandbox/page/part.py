"""A part of the page that is drawn anew only when what it shows has changed."""

from abc import ABC, abstractmethod
from typing import Generic, TypeVar

from nicegui.element import Element

Look = TypeVar("Look")


class Part(ABC, Generic[Look]):
    """`look` is all that the drawing depends on, as one comparable value."""

    def __init__(self, container: Element) -> None:
        self.container = container
        self.shown: Look | None = None

    def show(self, look: Look) -> bool:
        """Draw it if it differs from what is there; whether it did."""
        if look == self.shown:
            return False
        self.shown = look
        self.container.clear()
        with self.container:
            self.draw(look)
        return True

    @abstractmethod
    def draw(self, look: Look) -> None:
        """Into the container, which is empty and entered."""
