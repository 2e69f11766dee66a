"""An emergency was told: the patient is shown whom to call, the wish is set aside, the managers hear of it."""

import logging

from bot.dialogue.alarms import QUIET, Alarm
from bot.dialogue.desk import Talk
from bot.dialogue.out import Priority
from bot.dialogue.views import emergency
from bot.texts import texts

log = logging.getLogger(__name__)


def raise_alarm(talk: Talk, code: str) -> None:
    """The patient is answered every time; the managers are told once in a while, and never the words."""
    memory = talk.memory
    memory.set_aside()  # a consent given later must not bring a routine visit up
    memory.alarms += 1
    memory.alarm = Alarm(number=memory.alarms, code=code, at=talk.now, answers=memory.answers)
    talk.out.say(emergency.call_now(talk.texts, memory.alarm, talk.desk.helplines), priority=Priority.EMERGENCY)
    if memory.managers_told is None or talk.now - memory.managers_told >= QUIET:
        memory.managers_told = talk.now
        talk.out.tell_managers(emergency.for_managers(texts(talk.desk.language), talk.account, code))
    log.warning("an emergency was answered", extra={"emergency": code})
    talk.desk.count_alarm("raised", code)
