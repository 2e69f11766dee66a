"""What a person says in a chat."""

from sandbox.world.changes import KeyboardChanged
from sandbox.world.chat import Chat, ChatKind
from sandbox.world.content import Contact, Content, Document, Location, Photo, PhotoSize, Sticker, Text, Voice
from sandbox.world.errors import NotPossible
from sandbox.world.message import Message
from sandbox.world.reading import Reading
from sandbox.world.text import units

LONGEST_TEXT = 4096
"""UTF-16 units; the app cuts longer texts into several messages, we refuse them."""


class Saying(Reading):
    """Every act names who does it and where; `chat_id` as `Reading.chat_for` reads it. All raise NotPossible."""

    def say(
        self, user_id: int, chat_id: int, text: str, *, reply_to: int | None = None, topic: int | None = None
    ) -> Message:
        """A text; a tap on a plain button of a reply keyboard is this, too."""
        if not text.strip() or units(text.strip()) > LONGEST_TEXT:
            raise NotPossible(f"a text has 1 to {LONGEST_TEXT} characters")
        chat = self.chat_for(user_id, chat_id)
        message = self._post(user_id, chat, Text(), text.strip(), reply_to=reply_to, topic=topic)
        self._fold(user_id, chat, message.text)
        return message

    def start(self, user_id: int, chat_id: int | None = None, payload: str | None = None) -> Message:
        """The START button, or a link t.me/<bot>?start=<payload>. `chat_id`: the bot's id, by default the first's."""
        return self.say(user_id, chat_id or user_id, f"/start {payload}" if payload else "/start")

    def edit(self, user_id: int, chat_id: int, message_id: int, text: str) -> Message:
        """Change the words of one's own message."""
        chat = self.chat_for(user_id, chat_id)
        message = chat.messages.get(message_id)
        if message is None or message.sender.id != user_id or not (message.is_words or message.has_caption):
            raise NotPossible("only one's own words can be changed")
        if not text.strip() or text.strip() == message.text:
            raise NotPossible("nothing to change")
        self.change_words(chat, message, text.strip())
        return message

    def delete(self, user_id: int, chat_id: int, message_id: int) -> None:
        """Take a message away for both sides. No bot is told."""
        self.delete_messages(self.chat_for(user_id, chat_id), [message_id])

    def share_contact(
        self, user_id: int, chat_id: int, *, contact: Contact | None = None, topic: int | None = None
    ) -> Message:
        """One's own number (the keyboard's button), vouched for by `user_id`; or `contact`, somebody else's card."""
        user = self.user(user_id)
        chat = self.chat_for(user_id, chat_id)
        own = Contact((user.phone or "").removeprefix("+"), user.first_name, user.last_name, user.id)
        shown = chat.shown_keyboards.get(user_id)
        message = self._post(
            user_id, chat, contact or own, reply_to=shown.message_id if shown and not contact else None, topic=topic
        )
        if shown and not contact:
            self._fold_now(user_id, chat)
        return message

    def send_photo(
        self,
        user_id: int,
        chat_id: int,
        content: bytes,
        *,
        caption: str = "",
        width: int = 1280,
        height: int = 960,
        topic: int | None = None,
    ) -> Message:
        """A JPEG of that size in pixels."""
        small = self.add_file(content, None, "image/jpeg", "photos")
        large = self.add_file(content, None, "image/jpeg", "photos")
        sizes = (PhotoSize(small, width // 4, height // 4), PhotoSize(large, width, height))
        return self._post(user_id, self.chat_for(user_id, chat_id), Photo(sizes), caption, topic=topic)

    def send_document(
        self,
        user_id: int,
        chat_id: int,
        content: bytes,
        name: str,
        *,
        mime_type: str | None = None,
        caption: str = "",
        topic: int | None = None,
    ) -> Message:
        document = Document(self.add_file(content, name, mime_type))
        return self._post(user_id, self.chat_for(user_id, chat_id), document, caption, topic=topic)

    def send_voice(
        self, user_id: int, chat_id: int, content: bytes, *, duration: int = 3, topic: int | None = None
    ) -> Message:
        """OGG with Opus; `duration` in seconds."""
        voice = Voice(self.add_file(content, None, "audio/ogg", "voice"), duration)
        return self._post(user_id, self.chat_for(user_id, chat_id), voice, topic=topic)

    def send_sticker(
        self, user_id: int, chat_id: int, *, emoji: str = "👍", content: bytes = b"RIFF", topic: int | None = None
    ) -> Message:
        sticker = Sticker(self.add_file(content, None, "image/webp", "stickers"), emoji)
        return self._post(user_id, self.chat_for(user_id, chat_id), sticker, topic=topic)

    def send_location(
        self, user_id: int, chat_id: int, latitude: float, longitude: float, *, topic: int | None = None
    ) -> Message:
        return self._post(user_id, self.chat_for(user_id, chat_id), Location(latitude, longitude), topic=topic)

    def _post(
        self,
        user_id: int,
        chat: Chat,
        content: Content,
        text: str = "",
        *,
        reply_to: int | None = None,
        topic: int | None = None,
    ) -> Message:
        self._refuse_where_nobody_writes(user_id, chat, topic)
        if reply_to is not None and reply_to not in chat.messages:
            raise NotPossible(f"no message {reply_to} to answer")

        def prepare(message: Message) -> None:
            message.reply_to = reply_to

        chat.started = True
        return self.add_message(chat, self.user(user_id), content, text, topic=topic, prepare=prepare)

    def _refuse_where_nobody_writes(self, user_id: int, chat: Chat, topic: int | None) -> None:
        if self.is_blocked(user_id, chat):
            raise NotPossible("the bot is blocked: unblock it first")
        if not chat.has(user_id):
            raise NotPossible(f"{user_id} is not in the chat {chat.id}")
        if chat.kind is ChatKind.GROUP and chat.migrated_to is not None:
            raise NotPossible("the group has become a supergroup")
        if topic is not None and (topic not in chat.topics or chat.topics[topic].closed):
            raise NotPossible(f"no open topic {topic}")

    def _fold(self, user_id: int, chat: Chat, text: str) -> None:
        """A one-time keyboard goes away after a tap."""
        shown = chat.shown_keyboards.get(user_id)
        if shown and any(button.text == text for row in shown.keyboard.rows for button in row):
            self._fold_now(user_id, chat)

    def _fold_now(self, user_id: int, chat: Chat) -> None:
        shown = chat.shown_keyboards.get(user_id)
        if shown and shown.keyboard.one_time and not shown.folded:
            shown.folded = True
            self.tell(KeyboardChanged(chat, user_id))
