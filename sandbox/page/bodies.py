"""What a message carries besides its words: pictures, files, places, people."""

from collections.abc import Callable

from nicegui import ui

from sandbox.page.elements import avatar, tag
from sandbox.page.file_routes import address
from sandbox.page.times import duration_text, size_text
from sandbox.page.words import Words
from sandbox.world import content

WIDEST = 320
"""Of a picture, in CSS pixels."""


def draw_body(carried: content.Content, words: Words) -> None:
    for kind, draw in DRAWN.items():
        if isinstance(carried, kind):
            draw(carried, words)
            return


def _photo(carried: content.Photo, words: Words) -> None:
    size = carried.sizes[-1]
    ratio = f"{max(size.width, 1)} / {max(size.height, 1)}"
    with tag("a", "photo", href=address(size.file), target="_blank", rel="noopener"):
        tag(
            "img", "", src=address(size.file), alt=words("photo"), style=f"aspect-ratio: {ratio}; max-width: {WIDEST}px"
        )


def _document(carried: content.Document, words: Words) -> None:
    file = carried.file
    name = file.name or words("file")
    ending = name.rpartition(".")[2][:4] if "." in name else ""
    with tag("a", "document", href=address(file), download=name, aria_label=words("download", name=name)):
        with tag("span", "icon"):
            ui.icon("event" if ending.lower() == "ics" else "description")
        with tag("span", "about"):
            tag("span", "name", name)
            tag("span", "size", " · ".join(filter(None, (size_text(file.size, words), ending.upper()))))


def _voice(carried: content.Voice, words: Words) -> None:
    with tag("span", "voice"):
        tag("audio", "", controls="", preload="none", src=address(carried.file), aria_label=words("voice"))
        tag("span", "size", duration_text(carried.duration))


def _sticker(carried: content.Sticker, words: Words) -> None:
    tag("span", "sticker", carried.emoji, role="img", aria_label=f"{words('sticker')} {carried.emoji}")


def _venue(carried: content.Venue, words: Words) -> None:
    _map(carried.location, words)
    with tag("span", "place"):
        tag("span", "name", carried.title)
        tag("span", "size", carried.address)


def _location(carried: content.Location, words: Words) -> None:
    _map(carried, words)


def _map(place: content.Location, words: Words) -> None:
    about = f"{place.latitude:.5f}, {place.longitude:.5f}"
    with tag("span", "map", role="img", aria_label=f"{words('location')}: {about}"):
        ui.icon("location_on").classes("pin")
        tag("span", "coordinates", about)


def _contact(carried: content.Contact, _: Words) -> None:
    name = " ".join(filter(None, (carried.first_name, carried.last_name)))
    with tag("span", "contact"):
        avatar(name, carried.user_id or 0)
        with tag("span", "about"):
            tag("span", "name", name)
            tag("span", "size", carried.phone if carried.phone.startswith("+") else f"+{carried.phone}")


DRAWN: dict[type, Callable[..., None]] = {
    content.Photo: _photo,
    content.Document: _document,
    content.Voice: _voice,
    content.Sticker: _sticker,
    content.Venue: _venue,
    content.Location: _location,
    content.Contact: _contact,
}
"""By class; words alone have nothing here."""
