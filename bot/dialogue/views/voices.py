"""What is said about a voice message. None of it is a dead end: each has a way on."""

from bot.dialogue.views.contact import call_button
from bot.dialogue.views.screen import Screen, cut
from bot.dialogue.views.way import way_in
from bot.texts import Texts

SHOWN = 600
"""Letters of a transcript that are shown back."""


def heard(words: Texts, text: str) -> Screen:
    return Screen(words.html("voice-heard", words=cut(text, SHOWN)))


def unheard(words: Texts) -> Screen:
    return _with_ways_on(words, words.html("voice-unheard"))


def deaf(words: Texts) -> Screen:
    """No transcription server is configured."""
    return _with_ways_on(words, words.html("media-voice"))


def too_long(words: Texts, minutes: int) -> Screen:
    return _with_ways_on(words, words.html("voice-too-long", minutes=str(minutes)))


def _with_ways_on(words: Texts, html: str) -> Screen:
    return Screen(html, (way_in(words), call_button(words)))
