"""What has been chosen on the way of buttons, above each of its later screens."""

from datetime import datetime

from bot.dialogue.use_cases.wish import Wish
from bot.dialogue.views.dates import when
from bot.texts import Texts


def so_far(texts: Texts, wish: Wish, now: datetime) -> str:
    """HTML: specialty, branch and doctor; of a move the appointment as it stands."""
    if wish.moving is not None:
        one = wish.moving
        return texts.html(
            "browse-move-so-far",
            number=str(one.id),
            when=when(texts, one.start_time, one.time_zone, now),
            doctor=one.doctor_name,
        )
    chosen = [texts.specialty(wish.specialty)] if wish.specialty else []
    if wish.doctor is not None:
        chosen.append(wish.doctor.full_name)
    branch = wish.branch or (wish.branches.get(wish.doctor.branch_id) if wish.doctor else None)
    if branch is not None:
        chosen.append(branch.name)
    shown = texts.html("browse-so-far", what=", ".join(chosen))
    if wish.visitor is None:
        return shown
    who = wish.visitor.name or texts.say(f"whom-{wish.visitor.relation.value}")
    return f"{shown}\n{texts.html('browse-for', whom=who)}"
