"""The field in which a person writes, with the button that sends."""

from collections.abc import Callable

from nicegui.element import Element

from sandbox.page.words import Words

LONGEST = 4096
"""UTF-16 units, as the browser counts, too."""


class Composer(Element, component="composer.js"):
    """What stands in its slot comes before the field. The words live in the browser until they are sent."""

    def __init__(
        self, words: Words, draft: str, send: Callable[[str], object], drafted: Callable[[str], object]
    ) -> None:
        super().__init__()
        self.props["placeholder"] = words("write")
        self.props["label"] = words("write")
        self.props["sendLabel"] = words("send")
        self.props["longest"] = LONGEST
        self.props["draft"] = draft
        self.on("send", lambda event: send(str(event.args)))
        self.on("drafted", lambda event: drafted(str(event.args)))

    def hint(self, text: str) -> None:
        """What the empty field shows."""
        if self.props.get("placeholder") != text:
            self.props["placeholder"] = text

    def write(self, text: str) -> None:
        """Put the words into the field, and the cursor behind them."""
        self.run_method("write", text)

    def focus(self) -> None:
        self.run_method("focus")
