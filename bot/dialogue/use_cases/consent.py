"""The account's consent to the text of the current version."""

from bot.dialogue.desk import Talk, sha256_of
from bot.dialogue.views.notices import consent
from contracts.people import ConsentRequest


async def has_agreed(talk: Talk) -> bool:
    """Whether the service has the consent to the current version. Raises ClinicClientError."""
    version = talk.texts.say("consent-version")
    if talk.memory.agreed != version:
        given = await talk.calls.current_consent()
        talk.memory.agreed = given.version if given else None
    return talk.memory.agreed == version


def ask(talk: Talk) -> None:
    """Show the text below everything else; where it was shown before and not answered, it goes away."""
    if talk.memory.consent_label is not None:
        talk.out.take_away(talk.memory.consent_label)
    talk.memory.consents += 1
    talk.memory.consent_label = f"consent-{talk.memory.consents}"
    talk.out.say(consent(talk.texts), label=talk.memory.consent_label)


async def agree(talk: Talk) -> None:
    """Store the consent: the version, and the hash of the text in the language in which it was shown.

    Raises ClinicClientError.
    """
    request = ConsentRequest(
        version=talk.texts.say("consent-version"),
        text_sha256=sha256_of(talk.texts.say("consent-text")),
        language=talk.language,
    )
    talk.memory.agreed = (await talk.calls.give_consent(request)).version
    talk.memory.consent_label = None


def refuse(talk: Talk) -> None:
    """Nothing that was written before a refusal is kept."""
    talk.memory.forget()
    talk.memory.consent_label = None
