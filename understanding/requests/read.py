"""The whole way from a message to what it asks for."""

from dataclasses import dataclass
from typing import Literal

from understanding.requests.branches import named_branches
from understanding.requests.choices import chosen
from understanding.requests.clinic import Gender, KnownClinic
from understanding.requests.lexicon import lexicon
from understanding.requests.names.match import named
from understanding.requests.spoken import spoken
from understanding.requests.words import tokens
from understanding.text import normalise
from understanding.translit import as_meant

Turn = Literal["later", "earlier", "another_day", "more"]
"""Another time than those that were shown."""
Question = Literal[
    "own_appointments",
    "complaint",
    "call",
    "human",
    "advice",
    "preparation",
    "price",
    "address",
    "last_time",
    "hours",
    "doctors_list",
    "how",
]
Change = Literal["move", "cancel"]
Chat = Literal["thanks", "bye", "hello", "agreed"]
Asked = Literal["doctor", "branch"]

_TURNS: tuple[Turn, ...] = ("another_day", "more", "later", "earlier")
_QUESTIONS: tuple[Question, ...] = (
    "own_appointments",
    "complaint",
    "call",
    "human",
    "advice",
    "preparation",
    "price",
    "address",
    "last_time",
    "hours",
    "doctors_list",
    "how",
)
_CHATS: tuple[Chat, ...] = ("thanks", "bye", "agreed", "hello")


@dataclass(frozen=True, slots=True)
class Requests:
    """What a message asks for, besides a complaint and a time. Everything at its default: nothing."""

    gender: Gender | Literal["any"] | None = None
    language: str | None = None
    """ISO 639-1, or 'any'."""
    doctors: tuple[int, ...] = ()
    """By name; several of one name are several candidates."""
    refused: tuple[int, ...] = ()
    unknown_doctor: bool = False
    """A doctor was named whom the clinic does not have."""
    usual_doctor: bool = False
    """The same one as last time."""
    other_doctor: bool = False
    """Not the one that was shown."""
    any_doctor: bool = False
    branches: tuple[int, ...] = ()
    refused_branches: tuple[int, ...] = ()
    other_branch: bool = False
    any_branch: bool = False
    anything: bool = False
    """Nothing but 'any' or 'I do not mind': an answer, if a question is open."""
    nearest_branch: bool = False
    """The one nearest to the patient: only the patient knows which that is."""
    turn: Turn | None = None
    any_day: bool = False
    choice: int | None = None
    """A place in the list that was shown, from 1 on; -1: the last one."""
    also: bool = False
    """What is said is added to what was said before."""
    for_self: bool = False
    for_child: bool = False
    restart: bool = False
    question: Question | None = None
    change: Change | None = None
    """What is to become of a visit of one's own, if the question is about those."""
    chat: Chat | None = None


def read(text: str, clinic: KnownClinic, *, asked: Asked | None = None) -> Requests:
    """What a message in Russian or English (or both) asks for; any text is fine.

    `asked`: the question that is open, so that a bare name or place answers it; `clinic` then holds what it is among.
    """
    said = _mended(as_meant(normalise(text)))
    words, means = tokens(text), lexicon().means
    names = named(words, clinic.doctors, open_question=asked == "doctor")
    places = named_branches(words, clinic.branches, open_question=asked == "branch")
    return Requests(
        gender=_gender(said),
        language="any" if means("any_language", said) else spoken(said),
        doctors=names.wanted,
        refused=names.refused,
        unknown_doctor=names.unknown,
        usual_doctor=not names.wanted and means("usual_doctor", said),
        other_doctor=not names.wanted and means("other_doctor", said),
        any_doctor=means("any_doctor", said),
        branches=places.wanted,
        refused_branches=places.refused,
        other_branch=not places.wanted and means("other_branch", said),
        any_branch=means("any_branch", said),
        anything=means("anything", said),
        nearest_branch=not places.wanted and means("nearest_branch", said),
        turn=next((one for one in _TURNS if means(one, said)), None),
        any_day=means("any_day", said),
        choice=chosen(said),
        also=means("also", said),
        for_self=means("for_self", said),
        for_child=means("for_child", said),
        restart=means("restart", said),
        question=(question := next((one for one in _QUESTIONS if means(one, said)), None)),
        change=_change(said) if question == "own_appointments" else None,
        chat=next((one for one in _CHATS if means(one, said)), None),
    )


def _change(said: str) -> Change | None:
    """Who moves a visit may say that the old time is to be cancelled; who cancels does not speak of moving."""
    means = lexicon().means
    return "move" if means("moves_visit", said) else "cancel" if means("cancels_visit", said) else None


def _gender(said: str) -> Gender | Literal["any"] | None:
    means = lexicon().means
    if means("any_gender", said):
        return "any"
    no_men, no_women = means("no_men", said), means("no_women", said)
    woman = no_men or (means("woman", said) and not no_women)
    man = no_women or (means("man", said) and not no_men)
    if woman and man:
        return "any"
    return "female" if woman else "male" if man else None


def _mended(said: str) -> str:
    mend = lexicon().speller.mend
    return " ".join(word if not word.isalpha() else mend(word) or word for word in said.split(" "))
