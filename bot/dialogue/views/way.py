"""The first steps of the way without words: specialty, branch, doctor."""

from collections.abc import Sequence

from bot.dialogue.use_cases.wish import Wish
from bot.dialogue.views.screen import Button, Screen, paragraphs
from bot.dialogue.way_callbacks import ToBranches, ToDoctors, ToMonth, ToSpecialties
from bot.dialogue.where import Where
from bot.texts import Texts
from contracts.schedule import Branch, Doctor

ON_A_PAGE = 12
HALF_A_ROW = 18
"""Longer names get a row of their own: a phone cuts them otherwise."""
_ASKED_MOST = (
    *("therapist", "pediatrician", "dentist", "gynecologist", "ent", "ophthalmologist", "neurologist", "cardiologist"),
    *("dermatologist", "surgeon", "orthopedist", "urologist", "endocrinologist", "gastroenterologist", "allergist"),
    *("pulmonologist", "rheumatologist", "psychiatrist", "oncologist", "proctologist", "nephrologist", "infectionist"),
)


def way_in(texts: Texts) -> Button:
    """To the first step, for any screen."""
    return Button(texts.say("browse-buttons"), ToSpecialties(at=Where()))


def specialties(texts: Texts, codes: Sequence[str], at: Where, *, why: str = "") -> Screen:
    """Two in a row at most, the most asked ones first. `why`: HTML above."""
    ordered = sorted(codes, key=lambda code: (_rank(code), texts.specialty(code)))
    pages = max(1, -(-len(ordered) // ON_A_PAGE))
    page = min(at.page, pages - 1)
    shown = ordered[page * ON_A_PAGE : (page + 1) * ON_A_PAGE]
    buttons = [_specialty(texts, code, at) for code in shown]
    turns = _turns(texts, page, pages, at)
    text = paragraphs([why, texts.html("browse-specialty"), texts.html("browse-specialty-hint")])
    return Screen(text, grid=(*_rows(buttons), *((turns,) if turns else ())))


def branches(texts: Texts, specialty: str, found: Sequence[Branch]) -> Screen:
    lines = [texts.html("browse-branch-line", branch=one.name, address=one.address) for one in found]
    head = texts.html("browse-branch", specialty=texts.specialty(specialty))
    chosen = [
        Button(one.name, ToDoctors(at=Where(specialty=specialty, branch_id=one.branch_id)), "primary") for one in found
    ]
    everywhere = Button(texts.say("browse-any-branch"), ToDoctors(at=Where(specialty=specialty)))
    back = Button(texts.say("browse-back"), ToSpecialties(at=Where()))
    return Screen(paragraphs([head, "\n".join(lines)]), (*chosen, everywhere, back))


def doctors(texts: Texts, wish: Wish, back: Button) -> Screen:
    """`wish.fitting` are the doctors to choose from, paged."""
    specialty, at = wish.specialty or "", wish.where
    pages = max(1, -(-len(wish.fitting) // ON_A_PAGE))
    page = min(at.page, pages - 1)
    shown = wish.fitting[page * ON_A_PAGE : (page + 1) * ON_A_PAGE]
    chosen = [Button(_name(wish, one), ToMonth(at=Where(doctor_id=one.doctor_id, move=at.move))) for one in shown]
    anybody = Where(specialty="" if at.move else specialty, branch_id=at.branch_id, move=at.move)
    buttons = [Button(texts.say("browse-any-doctor"), ToMonth(at=anybody), "primary"), *chosen]
    turns = []
    if page > 0:
        turns.append(Button(texts.say("browse-earlier"), ToDoctors(at=_page(at, page - 1))))
    if page + 1 < pages:
        turns.append(Button(texts.say("browse-more"), ToDoctors(at=_page(at, page + 1))))
    grid = (*((one,) for one in buttons), *((tuple(turns),) if turns else ()))
    return Screen(texts.html("browse-doctor", specialty=texts.specialty(specialty)), (back,), grid)


def back_to_branches(texts: Texts, specialty: str) -> Button:
    return Button(texts.say("browse-back"), ToBranches(at=Where(specialty=specialty)))


def back_to_specialties(texts: Texts) -> Button:
    return Button(texts.say("browse-back"), ToSpecialties(at=Where()))


def back_to_doctors(texts: Texts, at: Where) -> Button:
    return Button(texts.say("browse-back"), ToDoctors(at=at))


def _name(wish: Wish, doctor: Doctor) -> str:
    """With the branch where the doctors are in several."""
    branch = wish.branches.get(doctor.branch_id)
    several = len({one.branch_id for one in wish.fitting}) > 1
    return f"{doctor.full_name} ({branch.name})" if several and branch is not None else doctor.full_name


def _specialty(texts: Texts, code: str, at: Where) -> Button:
    there = Where(specialty=code, branch_id=at.branch_id)
    return Button(texts.specialty(code), ToDoctors(at=there) if at.branch_id else ToBranches(at=there))


def _turns(texts: Texts, page: int, pages: int, at: Where) -> tuple[Button, ...]:
    turns = []
    if page > 0:
        turns.append(Button(texts.say("browse-earlier"), ToSpecialties(at=_page(at, page - 1))))
    if page + 1 < pages:
        turns.append(Button(texts.say("browse-more"), ToSpecialties(at=_page(at, page + 1))))
    return tuple(turns)


def _page(at: Where, page: int) -> Where:
    return Where(specialty=at.specialty, branch_id=at.branch_id, page=page, move=at.move)


def _rows(buttons: Sequence[Button]) -> list[tuple[Button, ...]]:
    rows: list[tuple[Button, ...]] = []
    for button in buttons:
        last = rows[-1] if rows else ()
        if len(last) == 1 and max(len(last[0].label), len(button.label)) <= HALF_A_ROW:
            rows[-1] = (last[0], button)
        else:
            rows.append((button,))
    return rows


def _rank(code: str) -> int:
    return _ASKED_MOST.index(code) if code in _ASKED_MOST else len(_ASKED_MOST)
