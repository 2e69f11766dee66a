"""What people do, as JSON: one model an act. All raise NotPossible for what the app would not offer."""

from typing import Any

from pydantic import Base64Bytes, BaseModel, ConfigDict

from sandbox.people_api.shapes import chat_json, message_json, press_json
from sandbox.world.content import Contact
from sandbox.world.world import World


class Act(BaseModel):
    model_config = ConfigDict(extra="forbid")
    user_id: int

    def perform(self, world: World) -> Any:
        raise NotImplementedError


class _InChat(Act):
    chat_id: int
    """A group's id, a bot's id, or the person's own for the first bot."""


class Say(_InChat):
    text: str
    reply_to: int | None = None
    topic: int | None = None

    def perform(self, world: World) -> Any:
        message = world.say(self.user_id, self.chat_id, self.text, reply_to=self.reply_to, topic=self.topic)
        return message_json(world, world.chat_for(self.user_id, self.chat_id), message)


class Start(_InChat):
    payload: str | None = None

    def perform(self, world: World) -> Any:
        message = world.start(self.user_id, self.chat_id, self.payload)
        return message_json(world, world.chat_for(self.user_id, self.chat_id), message)


class Edit(_InChat):
    message_id: int
    text: str

    def perform(self, world: World) -> Any:
        message = world.edit(self.user_id, self.chat_id, self.message_id, self.text)
        return message_json(world, world.chat_for(self.user_id, self.chat_id), message)


class Delete(_InChat):
    message_id: int

    def perform(self, world: World) -> Any:
        world.delete(self.user_id, self.chat_id, self.message_id)


class DoPress(_InChat):
    message_id: int
    callback_data: str

    def perform(self, world: World) -> Any:
        return press_json(world.press(self.user_id, self.chat_id, self.message_id, self.callback_data))


class ShareContact(_InChat):
    phone: str | None = None
    """Somebody else's card; None: one's own number."""
    first_name: str = ""
    contact_user_id: int | None = None
    topic: int | None = None

    def perform(self, world: World) -> Any:
        other = Contact(self.phone, self.first_name, user_id=self.contact_user_id) if self.phone else None
        message = world.share_contact(self.user_id, self.chat_id, contact=other, topic=self.topic)
        return message_json(world, world.chat_for(self.user_id, self.chat_id), message)


class SendFile(_InChat):
    kind: str
    """photo, document, voice or sticker."""
    content: Base64Bytes = b""
    name: str = "file.bin"
    mime_type: str | None = None
    caption: str = ""

    def perform(self, world: World) -> Any:
        user_id, chat_id = self.user_id, self.chat_id
        match self.kind:
            case "photo":
                message = world.send_photo(user_id, chat_id, self.content, caption=self.caption)
            case "voice":
                message = world.send_voice(user_id, chat_id, self.content)
            case "sticker":
                message = world.send_sticker(user_id, chat_id)
            case _:
                message = world.send_document(
                    user_id, chat_id, self.content, self.name, mime_type=self.mime_type, caption=self.caption
                )
        return message_json(world, world.chat_for(user_id, chat_id), message)


class SendLocation(_InChat):
    latitude: float
    longitude: float

    def perform(self, world: World) -> Any:
        message = world.send_location(self.user_id, self.chat_id, self.latitude, self.longitude)
        return message_json(world, world.chat_for(self.user_id, self.chat_id), message)


class Block(_InChat):
    def perform(self, world: World) -> Any:
        world.block(self.user_id, self.chat_id)


class Unblock(_InChat):
    def perform(self, world: World) -> Any:
        world.unblock(self.user_id, self.chat_id)


class Deactivate(Act):
    def perform(self, world: World) -> Any:
        world.deactivate(self.user_id)


class Join(_InChat):
    def perform(self, world: World) -> Any:
        world.join(self.user_id, self.chat_id)


class Leave(_InChat):
    def perform(self, world: World) -> Any:
        world.leave(self.user_id, self.chat_id)


class AddMember(_InChat):
    member_id: int

    def perform(self, world: World) -> Any:
        world.add_member(self.user_id, self.chat_id, self.member_id)


class RemoveMember(_InChat):
    member_id: int

    def perform(self, world: World) -> Any:
        world.remove_member(self.user_id, self.chat_id, self.member_id)


class Promote(_InChat):
    member_id: int
    administrator: bool = True

    def perform(self, world: World) -> Any:
        world.promote(self.user_id, self.chat_id, self.member_id, administrator=self.administrator)


class UpgradeGroup(_InChat):
    def perform(self, world: World) -> Any:
        return chat_json(world.upgrade_group(self.chat_id))


class CreateTopic(_InChat):
    name: str

    def perform(self, world: World) -> Any:
        return {"message_thread_id": world.create_topic(self.user_id, self.chat_id, self.name).id}


ACTS: dict[str, type[Act]] = {
    "say": Say,
    "start": Start,
    "edit": Edit,
    "delete": Delete,
    "press": DoPress,
    "share_contact": ShareContact,
    "send_file": SendFile,
    "send_location": SendLocation,
    "block": Block,
    "unblock": Unblock,
    "deactivate": Deactivate,
    "join": Join,
    "leave": Leave,
    "add_member": AddMember,
    "remove_member": RemoveMember,
    "promote": Promote,
    "upgrade_group": UpgradeGroup,
    "create_topic": CreateTopic,
}
