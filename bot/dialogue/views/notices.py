"""Short screens: consent, language, and what did not work."""

from api_client import QuotaExceeded
from bot.dialogue.callbacks import Again, Agree, ChooseLanguage, Refuse
from bot.dialogue.views.screen import Button, Screen, escaped
from bot.texts import LANGUAGES, Texts, texts


def notice(words: Texts, message: str, **values: str) -> Screen:
    return Screen(words.html(message, **values))


def consent(words: Texts) -> Screen:
    buttons = (
        Button(words.say("consent-yes"), Agree(version=words.say("consent-version")), "success"),
        Button(words.say("consent-no"), Refuse()),
    )
    return Screen(escaped(words.say("consent-text")), buttons)


def choose_language(words: Texts) -> Screen:
    names = tuple(Button(texts(one).say("language-name"), ChooseLanguage(language=one)) for one in LANGUAGES)
    return Screen(words.html("choose-language"), names)


def unavailable(words: Texts) -> Screen:
    return Screen(words.html("unavailable"), (Button(words.say("again"), Again()),))


def quota(words: Texts, refusal: QuotaExceeded) -> Screen:
    if refusal.details.get("limit") == "future_appointments_per_account":
        return Screen(words.html("quota-appointments", maximum=str(refusal.details.get("maximum", ""))))
    return Screen(words.html("quota-other"))
