"""Words, places, contacts, and what the bot is doing."""

from typing import Any

from sandbox.bot_api import refusals
from sandbox.bot_api.access import chat_to_write, topic_to_write
from sandbox.bot_api.call import Call
from sandbox.bot_api.formatting import message_text
from sandbox.bot_api.posting import post
from sandbox.bot_api.refused import Refused
from sandbox.world.content import Contact, Location, Text, Venue

ACTIONS = frozenset(
    {
        "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice", "upload_document",
        "choose_sticker", "find_location", "record_video_note", "upload_video_note",
    }
)  # fmt: skip


def send_message(call: Call) -> Any:
    text, entities = message_text(call.arguments)
    return post(call, Text(), text, entities)


def send_location(call: Call) -> Any:
    return post(call, _location(call))


def send_venue(call: Call) -> Any:
    location, title = _location(call), call.arguments.text("title").strip()
    if not title:
        raise Refused(refusals.title_empty)
    return post(call, Venue(location, title, call.arguments.text("address").strip()))


def send_contact(call: Call) -> Any:
    phone, first_name = call.arguments.text("phone_number").strip(), call.arguments.text("first_name").strip()
    if not phone:
        raise Refused(refusals.phone_empty)
    if not first_name:
        raise Refused(refusals.name_empty)
    arguments = call.arguments
    return post(
        call, Contact(phone, first_name, arguments.text("last_name") or None, vcard=arguments.text("vcard") or None)
    )


def send_chat_action(call: Call) -> Any:
    action = call.arguments.text("action").strip().lower()
    if action not in ACTIONS:
        raise Refused(refusals.action_wrong)
    chat = chat_to_write(call)
    call.world.set_action(chat, call.bot, action, topic_to_write(call, chat))
    return True


def _location(call: Call) -> Location:
    latitude, longitude = call.arguments.number("latitude"), call.arguments.number("longitude")
    if latitude is None or longitude is None or not (abs(latitude) <= 90 and abs(longitude) <= 180):
        raise Refused(refusals.location_invalid)
    return Location(latitude, longitude, call.arguments.number("horizontal_accuracy"))


METHODS = {
    "sendmessage": send_message,
    "sendlocation": send_location,
    "sendvenue": send_venue,
    "sendcontact": send_contact,
    "sendchataction": send_chat_action,
}
