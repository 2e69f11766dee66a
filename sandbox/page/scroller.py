"""A list that stays at its newest end while it grows, unless the reader has scrolled away."""

from collections.abc import Callable

from nicegui.element import Element


class Scroller(Element, component="scroller.js"):
    """`placed` is told whether the newest end is really before somebody's eyes."""

    def __init__(self, label: str, placed: Callable[[bool], None]) -> None:
        super().__init__()
        self.props["label"] = label
        self.on("placed", lambda event: placed(bool(event.args)))

    def to_end(self) -> None:
        self.run_method("toEnd", True)

    def hold(self) -> None:
        """Keep what is on show in its place while older messages are put above it."""
        self.run_method("hold")

    def jump(self, message_id: int) -> None:
        self.run_method("jump", message_id)
