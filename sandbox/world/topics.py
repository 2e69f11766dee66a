"""Topics of a forum."""

from sandbox.world.changes import ChatChanged
from sandbox.world.chat import Chat, Topic
from sandbox.world.content import TopicClosed, TopicCreated, TopicEdited, TopicReopened
from sandbox.world.errors import NotPossible
from sandbox.world.joining import Joining
from sandbox.world.people import User

ICON_COLORS = (0x6FB9F0, 0xFFD67E, 0xCB86DB, 0x8EEE98, 0xFF93B2, 0xFB6F5F)


class Topics(Joining):
    def create_topic(
        self, user_id: int, chat_id: int, name: str, icon_color: int = ICON_COLORS[0], icon: str | None = None
    ) -> Topic:
        """By a member, person or bot. Raises NotPossible in a chat without topics."""
        chat = self.group(chat_id)
        if not chat.is_forum or not chat.has(user_id):
            raise NotPossible(f"{user_id} makes no topics in {chat_id}")
        topic = Topic(self.next_message_id(chat), name, icon_color, icon)
        chat.topics[topic.id] = topic
        self.add_message(chat, self.user(user_id), TopicCreated(name, icon_color, icon), topic=topic.id)
        self.tell(ChatChanged(chat))
        return topic

    def close_topic(self, chat: Chat, topic: Topic, by: User, *, closed: bool = True) -> None:
        """Or, with `closed=False`, open it again."""
        topic.closed = closed
        self.add_message(chat, by, TopicClosed() if closed else TopicReopened(), topic=topic.id)
        self.tell(ChatChanged(chat))

    def edit_topic(self, chat: Chat, topic: Topic, by: User, name: str | None, icon: str | None) -> None:
        topic.name, topic.icon = name or topic.name, icon if icon is not None else topic.icon
        self.add_message(chat, by, TopicEdited(name, icon), topic=topic.id)
        self.tell(ChatChanged(chat))

    def delete_topic(self, chat: Chat, topic: Topic) -> None:
        """With all its messages."""
        del chat.topics[topic.id]
        self.delete_messages(chat, [message.id for message in chat.messages.values() if message.topic == topic.id])
        self.tell(ChatChanged(chat))
