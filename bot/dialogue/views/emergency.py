"""What is said in an emergency: whom to call and what to tell them, and no guess at a cause."""

from bot.dialogue.alarms import Alarm
from bot.dialogue.callbacks import NotNow
from bot.dialogue.helplines import Helplines
from bot.dialogue.views.screen import Button, Screen, escaped, paragraphs
from bot.texts import Texts

_TELEGRAM = "telegram:"


def call_now(words: Texts, alarm: Alarm, lines: Helplines) -> Screen:
    """The numbers first; no slot, and one button for who was misunderstood."""
    own = f"emergency-{alarm.code}"
    first = words.html(own if words.has(own) else "emergency", numbers=_numbers(words, lines))
    despair = alarm.code == "suicide" and lines.crisis
    crisis = words.html("emergency-crisis-line", number=lines.crisis or "") if despair else ""
    text = paragraphs((first, crisis, words.html("emergency-tell"), words.html("emergency-nobody-reads")))
    return Screen(text, (Button(words.say("emergency-not-now-button"), NotNow(number=alarm.number)),))


def not_now(words: Texts, lines: Helplines) -> Screen:
    return Screen(words.html("emergency-not-now", numbers=_numbers(words, lines)))


def too_late(words: Texts, lines: Helplines) -> Screen:
    """The button of an alarm that is long over."""
    return Screen(words.html("emergency-not-now-old", numbers=_numbers(words, lines)))


def for_managers(words: Texts, account: str, code: str) -> Screen:
    return Screen(words.say("managers-emergency", who=_who(account), code=escaped(code)))


def over_for_managers(words: Texts, account: str, code: str) -> Screen:
    return Screen(words.say("managers-emergency-over", who=_who(account), code=escaped(code)))


def _numbers(words: Texts, lines: Helplines) -> str:
    return words.say("emergency-or").join(lines.emergency)


def _who(account: str) -> str:
    """A link to the account's owner where the messenger knows one, as HTML."""
    number = account.removeprefix(_TELEGRAM)
    if account.startswith(_TELEGRAM) and number.isdigit():
        return f'<a href="tg://user?id={number}">{number}</a>'
    return escaped(account)
