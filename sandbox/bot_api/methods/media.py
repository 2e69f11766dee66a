"""Files that a bot sends."""

from mimetypes import guess_type
from typing import Any

from sandbox.bot_api import refusals
from sandbox.bot_api.call import Call
from sandbox.bot_api.formatting import caption
from sandbox.bot_api.pictures import size_of
from sandbox.bot_api.posting import post
from sandbox.bot_api.refused import Refused
from sandbox.world.content import Document, Photo, PhotoSize, Voice
from sandbox.world.files import File

LARGEST_FILE = 50 * 1024 * 1024
"""Bytes that a bot may upload."""
LARGEST_PHOTO = 10 * 1024 * 1024
LONGEST_SIDES = 10_000
"""Pixels: width and height of a photo together."""


def send_document(call: Call) -> Any:
    text, entities = caption(call.arguments)
    file = _file(call, "document", "documents", LARGEST_FILE)
    if file is None:
        raise Refused(refusals.no_document)
    return post(call, Document(file), text, entities)


def send_photo(call: Call) -> Any:
    text, entities = caption(call.arguments)
    file = _file(call, "photo", "photos", LARGEST_PHOTO)
    if file is None:
        raise Refused(refusals.no_photo)
    size = size_of(file.content)
    if size is None or sum(size) > LONGEST_SIDES:
        raise Refused(refusals.not_a_photo)
    width, height = size
    return post(call, Photo((PhotoSize(file, width, height),)), text, entities)


def send_voice(call: Call) -> Any:
    text, entities = caption(call.arguments)
    file = _file(call, "voice", "voice", LARGEST_FILE)
    if file is None:
        raise Refused(refusals.no_voice)
    return post(call, Voice(file, max(0, call.arguments.integer("duration"))), text, entities)


def _file(call: Call, name: str, kind: str, largest: int) -> File | None:
    """An uploaded file (in the field itself or by attach://) or one that Telegram has already, by its id."""
    given = call.arguments.text(name)
    upload = call.arguments.uploads.get(given.removeprefix("attach://") if given.startswith("attach://") else name)
    if upload is not None:
        if not upload.content:
            raise Refused(refusals.file_empty)
        size = len(upload.content)
        if size > largest:
            photo = refusals.photo_too_big(size, largest)
            raise Refused(photo if largest == LARGEST_PHOTO else refusals.upload_too_big)
        mime_type = guess_type(upload.name)[0] or upload.mime_type  # as TDLib, which goes by the name
        return call.world.add_file(upload.content, upload.name, mime_type, kind)
    if not given:
        return None
    if (known := call.world.files.get(given)) is None:
        raise Refused(refusals.file_id_invalid)
    return known


METHODS = {"senddocument": send_document, "sendphoto": send_photo, "sendvoice": send_voice}
