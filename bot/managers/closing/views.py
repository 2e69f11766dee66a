"""The closing list: a page of visits, two buttons each, and the way back of the last mark."""

from collections.abc import Sequence

from bot.dialogue.views.dates import clock_time, day_in_words
from bot.dialogue.views.screen import Button, Screen, paragraphs
from bot.managers.closing.callbacks import ClosingPage, MarkVisit, UnmarkVisit
from bot.texts import Texts
from contracts.appointments import Appointment, AppointmentStatus

PAGE = 5
_MARKS = {AppointmentStatus.COMPLETED: "closing-came-line", AppointmentStatus.NO_SHOW: "closing-missed-line"}


def closing_list(
    texts: Texts, visits: Sequence[Appointment], branch: int, page: int, marked: Appointment | None = None
) -> Screen:
    """`page` counts from 0; `marked`: what was marked with the last tap, and can be taken back."""
    page = min(page, max(0, (len(visits) - 1) // PAGE))
    shown = visits[page * PAGE : (page + 1) * PAGE]
    parts = [texts.html("closing-title", count=len(visits)) if visits else texts.html("closing-nothing")]
    parts.append("\n".join(_line(texts, number, visit) for number, visit in enumerate(shown, start=1)))
    rows = [_marks(texts, number, visit, branch, page) for number, visit in enumerate(shown, start=1)]
    if turning := tuple(_turning(texts, len(visits), branch, page)):
        rows.append(turning)
    undo: tuple[Button, ...] = ()
    if marked is not None:
        parts.append(texts.html(_MARKS[marked.status], number=str(marked.id)))
        undo = (Button(texts.say("closing-undo"), UnmarkVisit(number=marked.id, branch=branch, page=page)),)
    return Screen(paragraphs(parts), undo, grid=tuple(rows))


def _line(texts: Texts, number: int, visit: Appointment) -> str:
    day = visit.start_time.date()
    return texts.html(
        "closing-line",
        number=str(number),
        day=day_in_words(texts, day, day).split(", ", 1)[-1],
        start=clock_time(texts, visit.start_time, visit.time_zone),
        doctor=visit.doctor_name,
        who=visit.patient_name or visit.visitor_name or texts.say("closing-unnamed", number=str(visit.id)),
    )


def _marks(texts: Texts, number: int, visit: Appointment, branch: int, page: int) -> tuple[Button, ...]:
    came = MarkVisit(what="c", number=visit.id, branch=branch, page=page)
    button = Button(texts.say("closing-came", number=str(number)), came, "success")
    if visit.status is AppointmentStatus.ARRIVED:
        return (button,)  # who was seen at the door did not stay away
    gone = MarkVisit(what="n", number=visit.id, branch=branch, page=page)
    return (button, Button(texts.say("closing-missed", number=str(number)), gone))


def _turning(texts: Texts, count: int, branch: int, page: int) -> list[Button]:
    buttons = []
    if page > 0:
        buttons.append(Button(texts.say("closing-before"), ClosingPage(branch=branch, page=page - 1)))
    if (page + 1) * PAGE < count:
        buttons.append(Button(texts.say("closing-after"), ClosingPage(branch=branch, page=page + 1)))
    return buttons
