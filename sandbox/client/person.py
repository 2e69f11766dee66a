"""One person with a phone in hand."""

import base64
from asyncio import get_running_loop
from collections.abc import Callable
from typing import Any, TypeVar

from sandbox.client.calls import CannotDo, PeopleSide
from sandbox.client.sight import Answer, Button, Message, Sight, read_message, read_sight

PATIENCE = 10.0
"""Seconds that a wait lasts unless it is told otherwise."""
Found = TypeVar("Found")


class Person:
    """Talks to the first bot, or in another chat by `in_chat`. Acts raise CannotDo; waits raise TimeoutError."""

    def __init__(
        self, side: PeopleSide, user: dict[str, Any], chat_id: int | None = None, topic: int | None = None
    ) -> None:
        self._side = side
        self.user = user
        self.id: int = user["id"]
        self.chat_id = self.id if chat_id is None else chat_id
        self.topic = topic
        self._seen = 0
        """The newest message that `next_message` need not return any more."""

    def in_chat(self, chat_id: int, topic: int | None = None) -> "Person":
        """The same person in another chat: a group's or another bot's id."""
        return Person(self._side, self.user, chat_id, topic)

    async def say(self, text: str, *, reply_to: Message | None = None) -> Message:
        return await self._send("say", text=text, reply_to=reply_to.id if reply_to else None, topic=self.topic)

    async def start(self, payload: str | None = None) -> Message:
        """The START button, or a link with a payload."""
        return await self._send("start", payload=payload)

    async def edit(self, message: Message, text: str) -> Message:
        return read_message(await self._act("edit", message_id=message.id, text=text))

    async def delete(self, message: Message) -> None:
        await self._act("delete", message_id=message.id)

    async def share_contact(
        self, phone: str | None = None, first_name: str = "", user_id: int | None = None
    ) -> Message:
        """One's own number; or, with `phone`, somebody else's card."""
        return await self._send("share_contact", phone=phone, first_name=first_name, contact_user_id=user_id)

    async def send_file(
        self, kind: str = "document", content: bytes = b"x", name: str = "file.txt", caption: str = ""
    ) -> Message:
        """`kind`: document, photo, voice or sticker."""
        encoded = base64.b64encode(content).decode()
        return await self._send("send_file", kind=kind, content=encoded, name=name, caption=caption)

    async def send_location(self, latitude: float, longitude: float) -> Message:
        return await self._send("send_location", latitude=latitude, longitude=longitude)

    async def press(self, what: str | tuple[int, int], message: Message | None = None) -> str:
        """Tap a button by its label, its callback_data or its (row, column) in the newest message that has it, or in
        `message` as it was when it was read. The answer is the tap's id, "" for a button of a reply keyboard."""
        sight = None if message else await self.look()
        target, button = _find(what, [message] if message else reversed(sight.messages if sight else []))
        if target is not None and button is not None:
            return await self.press_data(target, button.callback_data or "")
        if sight is not None and (tapped := _on_keyboard(what, sight.keyboard)):
            await (self.share_contact() if tapped.request_contact else self.say(tapped.text))
            return ""
        raise CannotDo(f"no button {what!r} on the screen: {_screen(sight)}")

    async def press_data(self, message: Message, data: str) -> str:
        """Tap with any data, as a forged app can."""
        press = await self._act("press", message_id=message.id, callback_data=data)
        self._seen = max(self._seen, message.id)
        return str(press["id"])

    async def block(self) -> None:
        await self._act("block")

    async def unblock(self) -> None:
        await self._act("unblock")

    async def deactivate(self) -> None:
        await self._side.post("/sandbox/acts/deactivate", user_id=self.id)

    async def look(self, limit: int = 50) -> Sight:
        return await self._view(limit=limit)

    async def messages(self, limit: int = 50) -> list[Message]:
        """The last ones, from old to new, as they are now."""
        return (await self.look(limit)).messages

    async def wait_for(self, find: Callable[[Sight], Found | None], timeout: float = PATIENCE) -> Found:  # noqa: ASYNC109
        """What `find` sees in the chat, as soon as it is neither None nor False; `timeout` in seconds."""
        loop = get_running_loop()
        deadline = loop.time() + timeout
        sight = await self.look()
        while (found := find(sight)) is None or found is False:
            left = deadline - loop.time()
            if left <= 0:
                raise TimeoutError(f"not within {timeout:g} s; on the screen: {_screen(sight)}")
            sight = await self._view(after=sight.revision, timeout=min(left, 30))
        return found

    async def next_message(self, timeout: float = PATIENCE) -> Message:  # noqa: ASYNC109
        """The bot's first message after the last one that was returned, tapped on or said."""
        message = await self.wait_for(lambda sight: next(iter(sight.from_bot(self._seen)), None), timeout)
        self._seen = message.id
        return message

    async def wait_for_text(self, words: str, timeout: float = PATIENCE) -> Message:  # noqa: ASYNC109
        """The newest message of the bot that contains the words, old or new."""
        return await self.wait_for(
            lambda sight: next((each for each in reversed(sight.from_bot()) if words in each.text), None), timeout
        )

    async def changed(self, message: Message, timeout: float = PATIENCE) -> Message:  # noqa: ASYNC109
        """`message` as it is once it differs from what was read."""

        def find(sight: Sight) -> Message | None:
            now = sight.message(message.id)
            return now if now and now.version > message.version else None

        return await self.wait_for(find, timeout)

    async def gone(self, message: Message, timeout: float = PATIENCE) -> None:  # noqa: ASYNC109
        """Once `message` has been deleted."""
        await self.wait_for(lambda sight: sight.message(message.id) is None, timeout)

    async def answer(self, press_id: str, timeout: float = PATIENCE) -> Answer:  # noqa: ASYNC109
        """What the tap was answered with."""
        return await self.wait_for(lambda sight: sight.answers.get(press_id), timeout)

    async def file(self, message: Message) -> bytes:
        """The content of the message's document."""
        return await self._side.content(f"/sandbox/files/{message.raw['document']['file_id']}")

    async def act(self, name: str, /, **fields: Any) -> Any:
        """Any act of `sandbox.people_api.acts`."""
        return await self._act(name, **fields)

    async def _view(self, **query: Any) -> Sight:
        return read_sight(await self._side.get("/sandbox/view", user_id=self.id, chat_id=self.chat_id, **query))

    async def _act(self, name: str, /, **fields: Any) -> Any:
        return await self._side.post(f"/sandbox/acts/{name}", user_id=self.id, chat_id=self.chat_id, **fields)

    async def _send(self, name: str, /, **fields: Any) -> Message:
        message = read_message(await self._act(name, **fields))
        self._seen = max(self._seen, message.id)
        return message


def _find(what: str | tuple[int, int], messages: Any) -> tuple[Message | None, Button | None]:
    for message in messages:
        if isinstance(what, tuple):
            row, column = what
            if row < len(message.buttons) and column < len(message.buttons[row]):
                return message, message.buttons[row][column]
        elif button := message.button(what):
            return message, button
    return None, None


def _on_keyboard(what: str | tuple[int, int], keyboard: tuple[tuple[Button, ...], ...]) -> Button | None:
    return next((button for row in keyboard for button in row if button.text == what), None)


def _screen(sight: Sight | None) -> str:
    if sight is None:
        return "nothing"
    return " | ".join(f"{each.sender}: {each.text!r} {each.labels}" for each in sight.messages[-6:])
