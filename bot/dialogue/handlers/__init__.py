"""From updates to use cases and from their outcomes to screens."""

from aiogram import Router

from bot.dialogue.handlers import (
    call_back,
    claim,
    commands,
    consent,
    contact,
    edits,
    media,
    mine,
    move,
    not_now,
    offers,
    pairs,
    people,
    reminders,
    slots,
    stale,
    tickets,
    voices,
    waits,
    way,
    words,
)


def routers() -> tuple[Router, ...]:
    """In the order of asking; `words` and `stale` take what nobody else did."""
    return (
        claim.router(),
        commands.router(),
        consent.router(),
        not_now.router(),
        people.router(),
        pairs.router(),
        contact.router(),
        call_back.router(),
        tickets.router(),
        tickets.corrections_router(),
        edits.router(),
        slots.router(),
        offers.router(),
        mine.router(),
        move.router(),
        reminders.router(),
        waits.router(),
        way.router(),
        commands.unknown_router(),
        words.router(),
        tickets.no_words_router(),
        voices.router(),
        media.router(),
        stale.router(),
    )
