"""What can be sent besides words: an upload, one's number, a place, or small samples that come with the page."""

from collections.abc import Callable
from pathlib import Path

from nicegui import events, ui

from sandbox.page.elements import Act, button
from sandbox.page.jpeg import jpeg_size
from sandbox.page.menus import item, menu
from sandbox.page.room import Room

SAMPLES = Path(__file__).parent / "samples"
LARGEST = 20 * 1024 * 1024
"""Bytes: what Telegram lets a bot fetch."""
MOSCOW = (55.75580, 37.61730)
"""Latitude and longitude of the practice place."""
VOICE_SECONDS = 3


def draw_attach(room: Room) -> None:
    """The paper clip with its menu."""
    words = room.tab.words
    upload = ui.upload(
        auto_upload=True,
        max_file_size=LARGEST,
        on_upload=lambda event: _uploaded(room, event),
        on_rejected=lambda: room.tab.notices.toast(words("too-big")),
    ).classes("uploader")
    pick = f"() => getElement({upload.id}).$refs.qRef.pickFiles()"
    with menu(button("tool", lambda: None, label=words("attach"), icon="attach_file"), above=True):
        # The browser opens its file window only for a click of its own, so this one does not go through the server.
        item(lambda: None, words("upload"), "upload_file").on("click", js_handler=pick)
        for name, icon, act in _samples(room):
            item(act, words(name), icon)


def _samples(room: Room) -> list[tuple[str, str, Act]]:
    world, seat, chat = room.tab.world, room.tab.seat, room.chat

    def attempt(act: Callable[[], object]) -> Act:
        return lambda: room.tab.attempt(act)

    def photo() -> object:
        content = (SAMPLES / "photo.jpg").read_bytes()
        width, height = jpeg_size(content) or (640, 480)
        return world.send_photo(seat.id, chat.address, content, width=width, height=height, topic=room.topic_id)

    def document() -> object:
        content = (SAMPLES / "referral.pdf").read_bytes()
        kind = "application/pdf"
        return world.send_document(seat.id, chat.address, content, "referral.pdf", mime_type=kind, topic=room.topic_id)

    def voice() -> object:
        content = (SAMPLES / "voice.ogg").read_bytes()
        return world.send_voice(seat.id, chat.address, content, duration=VOICE_SECONDS, topic=room.topic_id)

    return [
        ("sample-photo", "image", attempt(photo)),
        ("sample-file", "description", attempt(document)),
        ("sample-voice", "mic", attempt(voice)),
        (
            "sample-sticker",
            "emoji_emotions",
            attempt(lambda: world.send_sticker(seat.id, chat.address, topic=room.topic_id)),
        ),
        ("sample-location", "location_on", lambda: room.share_location(*MOSCOW)),
        ("own-contact", "person", room.share_own_contact),
    ]


async def _uploaded(room: Room, event: events.UploadEventArguments) -> None:
    content, name = await event.file.read(), event.file.name
    world, seat, chat, size = room.tab.world, room.tab.seat, room.chat, jpeg_size(content)
    if size:
        width, height = size
        room.tab.attempt(
            lambda: world.send_photo(seat.id, chat.address, content, width=width, height=height, topic=room.topic_id)
        )
    else:
        kind = event.file.content_type or None
        room.tab.attempt(
            lambda: world.send_document(seat.id, chat.address, content, name, mime_type=kind, topic=room.topic_id)
        )
