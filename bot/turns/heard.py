"""An update that waits for its turn, perhaps together with others that became one with it."""

from dataclasses import dataclass

from aiogram.types import Message, Update

from bot.turns.joining import is_menu

LONGEST = 4096
"""Letters of a joined text: as many as one message can have."""


@dataclass(slots=True)
class Heard:
    """What one feeding of the dialogue will handle."""

    update_ids: list[int]
    """All updates that are done with it."""
    chat_id: int
    update: Update
    parts: tuple[str, ...] = ()
    """The texts it was joined from and those that were corrected: the emergency gate reads each of them."""
    message_ids: tuple[int, ...] = ()
    """The messages it was joined from; () for one that was not."""
    attempts: int = 0
    recovered: bool = False
    """It was left behind by a process that died or lost its database."""

    @property
    def words(self) -> str | None:
        """A person's plain words: what may be joined with others. Commands, keys, taps, files are no words.

        In a group every message stands by itself: the next one may be somebody else's.
        """
        message = self.update.message if self.chat_id > 0 else None
        if message is None or not message.text or message.text.startswith("/") or is_menu(message.text):
            return None
        if message.reply_to_message is not None:
            return None  # to whom it is said is part of it
        return message.text

    @property
    def ids(self) -> tuple[int, ...]:
        """Of all messages in it."""
        if self.message_ids or self.update.message is None:
            return self.message_ids
        return (self.update.message.message_id,)

    def joined(self, other: "Heard") -> "Heard":
        """Both as one text: a line each, under the number of the later message. Both have words."""
        mine, its = self.update.message, other.update.message
        if mine is None or its is None:
            raise ValueError("only messages can be joined")
        text = f"{mine.text}\n{its.text}"
        return Heard(
            update_ids=[*self.update_ids, *other.update_ids],
            chat_id=self.chat_id,
            update=_with_text(other.update, its, text),
            parts=(*(self.parts or (mine.text or "",)), *(other.parts or (its.text or "",))),
            message_ids=(*self.ids, *other.ids),
            attempts=max(self.attempts, other.attempts),
            recovered=self.recovered or other.recovered,
        )

    def can_join(self, other: "Heard") -> bool:
        mine, its = self.words, other.words
        return mine is not None and its is not None and len(mine) + len(its) < LONGEST

    def corrected(self, edit: "Heard") -> bool:
        """Take over what `edit` says, if it corrects this very message before it has been handled."""
        old, new = self.update.message, edit.update.edited_message
        if old is None or new is None or old.message_id != new.message_id or self.words is None or not new.text:
            return False
        self.parts = (*(self.parts or (old.text or "",)), new.text)
        self.update = _with_text(self.update, old, new.text)
        self.update_ids = [*self.update_ids, *edit.update_ids]
        return True


def _with_text(update: Update, message: Message, text: str) -> Update:
    """The update with other words; what marked places in the old ones is gone."""
    return update.model_copy(update={"message": message.model_copy(update={"text": text, "entities": None})})
