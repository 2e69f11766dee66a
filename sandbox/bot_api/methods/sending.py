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
    arguments = call.arguments
    return post(call, Venue(_location(call), arguments.text("title").strip(), arguments.text("address").strip()))


def send_contact(call: Call) -> Any:
    arguments = call.arguments
    for name in ("phone_number", "first_name"):
        if not arguments.text(name):
            raise Refused(refusals.required(name))
    last_name, vcard = arguments.text("last_name") or None, arguments.text("vcard") or None
    return post(call, Contact(arguments.text("phone_number"), arguments.text("first_name"), last_name, vcard=vcard))


def send_chat_action(call: Call) -> Any:
    action = call.arguments.text("action").strip().lower()
    if action not in ACTIONS:
        raise Refused(refusals.action_wrong)
    chat = chat_to_write(call)
    call.world.set_action(chat, call.bot, action, topic_to_write(call, chat))
    return True


def _location(call: Call) -> Location:
    for name in ("latitude", "longitude"):
        if not call.arguments.text(name).strip():
            raise Refused(refusals.empty(name))
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
