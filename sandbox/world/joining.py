"""Coming and going: groups, and blocking a bot."""

from sandbox.world.changes import ChatChanged, MemberChanged
from sandbox.world.chat import PRESENT, Chat, ChatKind, Status
from sandbox.world.content import MemberLeft, MembersJoined, MigratedFrom, MigratedTo
from sandbox.world.errors import NotPossible
from sandbox.world.people import User
from sandbox.world.pressing import Pressing


class Joining(Pressing):
    def block(self, user_id: int, chat_id: int | None = None) -> None:
        """Stop the bot: it can write no more. `chat_id`: the bot's id, by default the first bot's."""
        self._set_bot(user_id, chat_id, Status.KICKED)

    def unblock(self, user_id: int, chat_id: int | None = None) -> None:
        self._set_bot(user_id, chat_id, Status.MEMBER)

    def deactivate(self, user_id: int) -> None:
        """The person deletes the account."""
        self.user(user_id).deactivated = True

    def join(self, user_id: int, chat_id: int) -> None:
        """By a link. Bots are added: see `add_member`."""
        self.add_member(user_id, chat_id, user_id)

    def leave(self, user_id: int, chat_id: int) -> None:
        self._go(self.user(user_id), self.group(chat_id), self.user(user_id), Status.LEFT)

    def add_member(self, by_id: int, chat_id: int, user_id: int) -> None:
        """Somebody of the group brings a person or a bot in."""
        chat, user, by = self.group(chat_id), self.user(user_id), self.user(by_id)
        if by is not user and not chat.has(by.id):
            raise NotPossible(f"{by.id} is not in the chat {chat.id}")
        if chat.has(user.id):
            return
        self.set_status(chat, user, Status.MEMBER, by)
        self.add_message(chat, by, MembersJoined((user,)))

    def remove_member(self, by_id: int, chat_id: int, user_id: int) -> None:
        """An administrator throws a person or a bot out."""
        chat, by = self.group(chat_id), self.user(by_id)
        if not chat.administers(by.id):
            raise NotPossible(f"{by.id} does not administer the chat {chat.id}")
        self._go(self.user(user_id), chat, by, Status.KICKED)

    def promote(self, by_id: int, chat_id: int, user_id: int, *, administrator: bool = True) -> None:
        """Make a member an administrator, or no longer one."""
        chat = self.group(chat_id)
        if not chat.has(user_id) or not chat.administers(by_id):
            raise NotPossible("only an administrator promotes members")
        status = Status.ADMINISTRATOR if administrator else Status.MEMBER
        self.set_status(chat, self.user(user_id), status, self.user(by_id))

    def upgrade_group(self, chat_id: int) -> Chat:
        """A group becomes a supergroup with another id; the old one is closed."""
        old = self.group(chat_id)
        if old.kind is not ChatKind.GROUP or old.migrated_to is not None:
            raise NotPossible("only a group becomes a supergroup")
        creator = next(user_id for user_id, status in old.members.items() if status is Status.CREATOR)
        new = self.add_group(old.title, creator, supergroup=True)
        new.members, new.unread = dict(old.members), dict.fromkeys(old.unread, 0)
        self.delete_messages(new, list(new.messages))
        old.migrated_to = new.id
        self.add_message(old, self.user(creator), MigratedTo(new.id))
        self.add_message(new, self.user(creator), MigratedFrom(old.id))
        self.tell(ChatChanged(old))
        return new

    def group(self, chat_id: int) -> Chat:
        """Raises NotPossible if there is none."""
        if (chat := self.groups.get(chat_id)) is None:
            raise NotPossible(f"there is no group {chat_id}")
        return chat

    def set_status(self, chat: Chat, user: User, new: Status, by: User) -> None:
        old = chat.status(user.id)
        if old is new:
            return
        chat.members[user.id] = new
        if new in PRESENT and not user.is_bot:
            chat.unread.setdefault(user.id, 0)
        elif new not in PRESENT and not chat.is_private:
            chat.unread.pop(user.id, None)
            chat.shown_keyboards.pop(user.id, None)
        self.tell(MemberChanged(chat, user, by, old, new))

    def _go(self, user: User, chat: Chat, by: User, status: Status) -> None:
        if not chat.has(user.id):
            return
        self.add_message(chat, by, MemberLeft(user))
        self.set_status(chat, user, status, by)

    def _set_bot(self, user_id: int, chat_id: int | None, status: Status) -> None:
        chat = self.chat_for(user_id, chat_id or user_id)
        if chat.bot is None:
            raise NotPossible("only a bot is blocked")
        self.set_status(chat, chat.bot, status, self.user(user_id))
