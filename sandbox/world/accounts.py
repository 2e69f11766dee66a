"""Making persons, bots and groups."""

from sandbox.world.changes import ChatAdded
from sandbox.world.chat import Chat, ChatKind, Status
from sandbox.world.content import GroupCreated
from sandbox.world.people import Bot, User
from sandbox.world.state import State

FIRST_PERSON = 5_000_000_001
"""Above 2**32, as ids are these days."""
FIRST_GROUP = -5_000_000_001
FIRST_SUPERGROUP = -1_002_000_000_001


class Accounts(State):
    def add_user(
        self,
        first_name: str,
        *,
        last_name: str | None = None,
        username: str | None = None,
        language_code: str | None = None,
        phone: str | None = None,
        user_id: int | None = None,
    ) -> User:
        """A person with an account; without `phone` gets a made-up number of a range that nobody has."""
        number = user_id or FIRST_PERSON + sum(not user.is_bot for user in self.users.values())
        made_up = f"+7999{number % 10_000_000:07d}"
        user = User(number, first_name, last_name, username, language_code, phone or made_up)
        self.users[user.id] = user
        for bot in self.bots.values():
            self._add_private_chat(bot, user)
        return user

    def add_bot(self, token: str, username: str, name: str, *, privacy: bool = True) -> Bot:
        """A bot with which everyone may talk. The token is `<id>:<secret>`; the first bot is everybody's default."""
        bot = Bot(int(token.partition(":")[0]), name, username=username, token=token, privacy=privacy)
        self.users[bot.id] = self.bots[bot.id] = bot
        for user in list(self.users.values()):
            if not user.is_bot:
                self._add_private_chat(bot, user)
        return bot

    def add_group(
        self, title: str, creator_id: int, *, supergroup: bool = False, forum: bool = False, chat_id: int | None = None
    ) -> Chat:
        """A group with its creator in it. `forum`: with topics (then it is a supergroup)."""
        kind = ChatKind.SUPERGROUP if supergroup or forum else ChatKind.GROUP
        first = FIRST_GROUP if kind is ChatKind.GROUP else FIRST_SUPERGROUP
        number = chat_id or first - sum(chat.kind is kind for chat in self.groups.values())
        creator = self.user(creator_id)
        chat = Chat(number, kind, title, is_forum=forum, members={creator.id: Status.CREATOR}, unread={creator.id: 0})
        self.groups[chat.id] = chat
        self.tell(ChatAdded(chat))
        self.add_message(chat, creator, GroupCreated())
        return chat

    def _add_private_chat(self, bot: Bot, user: User) -> None:
        members = {bot.id: Status.MEMBER, user.id: Status.MEMBER}
        chat = Chat(user.id, ChatKind.PRIVATE, person=user, bot=bot, members=members, unread={user.id: 0})
        self.private_chats[bot.id, user.id] = chat
        self.tell(ChatAdded(chat))
