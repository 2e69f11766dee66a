"""'Not happening now': the wish that was set aside stands again."""

import logging

from bot.dialogue.alarms import VALID
from bot.dialogue.desk import Talk
from bot.dialogue.views import emergency
from bot.texts import texts

log = logging.getLogger(__name__)


def deny_alarm(talk: Talk, number: int) -> bool:
    """False if this alarm was denied before, is not the newest one, or is too old: then nothing changes."""
    memory, alarm = talk.memory, talk.memory.alarm
    if alarm is None or alarm.number != number or talk.now - alarm.at > VALID:
        return False
    memory.take_up(stale=memory.answers != alarm.answers)
    memory.alarm = None
    talk.out.tell_managers(emergency.over_for_managers(texts(talk.desk.language), talk.account, alarm.code))
    log.warning("the patient says that an emergency is not happening now", extra={"emergency": alarm.code})
    talk.desk.count_alarm("denied", alarm.code)
    return True
