"""What a message carries, as JSON fields of the message."""

from typing import Any

from sandbox.bot_api.shapes.people import Shape, user_shape
from sandbox.world import content as kinds
from sandbox.world.files import File


def content_shape(content: kinds.Content) -> Shape:
    """Without the text, and without `pinned_message`, which needs the chat."""
    match content:
        case kinds.Photo():
            return {"photo": [photo_size_shape(size) for size in content.sizes]}
        case kinds.Document():
            return {"document": file_shape(content.file)}
        case kinds.Voice():
            voice = file_shape(content.file)
            voice.pop("file_name", None)
            return {"voice": {**voice, "duration": content.duration}}
        case kinds.Sticker():
            return {"sticker": _sticker(content)}
        case kinds.Location():
            return {"location": location_shape(content)}
        case kinds.Venue():
            location = location_shape(content.location)
            venue = {"location": location, "title": content.title, "address": content.address}
            return {"venue": venue, "location": location}
        case kinds.Contact():
            return {"contact": _contact(content)}
        case _:
            return _service(content)


def file_shape(file: File) -> Shape:
    shape: Shape = {"file_id": file.id, "file_unique_id": file.unique_id, "file_size": file.size}
    if file.name:
        shape["file_name"] = file.name
    if file.mime_type:
        shape["mime_type"] = file.mime_type
    return shape


def photo_size_shape(size: kinds.PhotoSize) -> Shape:
    return {
        "file_id": size.file.id,
        "file_unique_id": size.file.unique_id,
        "file_size": size.file.size,
        "width": size.width,
        "height": size.height,
    }


def location_shape(location: kinds.Location) -> Shape:
    shape: Shape = {"latitude": location.latitude, "longitude": location.longitude}
    if location.accuracy is not None:
        shape["horizontal_accuracy"] = location.accuracy
    return shape


def _sticker(sticker: kinds.Sticker) -> Shape:
    shape: Shape = {
        "file_id": sticker.file.id,
        "file_unique_id": sticker.file.unique_id,
        "file_size": sticker.file.size,
        "type": "regular",
        "width": 512,
        "height": 512,
        "is_animated": False,
        "is_video": False,
        "emoji": sticker.emoji,
    }
    return {**shape, "set_name": sticker.set_name} if sticker.set_name else shape


def _contact(contact: kinds.Contact) -> Shape:
    shape: Shape = {"phone_number": contact.phone, "first_name": contact.first_name}
    if contact.last_name:
        shape["last_name"] = contact.last_name
    if contact.user_id is not None:
        shape["user_id"] = contact.user_id
    if contact.vcard:
        shape["vcard"] = contact.vcard
    return shape


def _service(content: kinds.Content) -> dict[str, Any]:
    match content:
        case kinds.MembersJoined():
            users = [user_shape(user) for user in content.users]
            return {"new_chat_participant": users[0], "new_chat_member": users[0], "new_chat_members": users}
        case kinds.MemberLeft():
            user = user_shape(content.user)
            return {"left_chat_participant": user, "left_chat_member": user}
        case kinds.GroupCreated():
            return {"group_chat_created": True}
        case kinds.MigratedTo():
            return {"migrate_to_chat_id": content.chat_id}
        case kinds.MigratedFrom():
            return {"migrate_from_chat_id": content.chat_id}
        case kinds.TopicCreated():
            icon = {"icon_custom_emoji_id": content.icon} if content.icon else {}
            return {"forum_topic_created": {"name": content.name, "icon_color": content.icon_color, **icon}}
        case kinds.TopicEdited():
            changed = {"name": content.name, "icon_custom_emoji_id": content.icon}
            return {"forum_topic_edited": {key: value for key, value in changed.items() if value is not None}}
        case kinds.TopicClosed():
            return {"forum_topic_closed": {}}
        case kinds.TopicReopened():
            return {"forum_topic_reopened": {}}
        case _:
            return {}
