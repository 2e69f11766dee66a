"""The scripted patient: reads what is shown, does what its script says for that, and else what anybody would do.

No model is behind it. Wording alone differs from try to try; what is done follows from what is seen.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.terminal.screen import Button
from contracts.schedule import Slot
from evaluation.fits import Fits
from evaluation.pages import leads_to_wish
from evaluation.sights import Offer, Scene, kind_of
from evaluation.task import Act, Language, Script, Task, Topic, Wording, Wordings

MOST_ANSWERS = 2
"""How often the same question is answered before the patient gives up."""
VOLUNTEERED: tuple[Topic, ...] = ("what", "when")


@dataclass(frozen=True, slots=True)
class Say:
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Edit:
    words: str


@dataclass(frozen=True, slots=True)
class Tap:
    button: Button


class Leave:
    """The conversation is over for the patient."""


Deed = Say | Edit | Tap | Leave
Fitting = Callable[[Fits, Slot], bool]


@dataclass
class Patient:
    """One try. `fitting` tells whether a slot answers to a wish; `live` gives all buttons that can be tapped."""

    task: Task
    number: int
    """Which try it is, from 0 on: it chooses the wording."""
    fitting: Fitting
    live: Callable[[], list[Button]]
    offers_in: Callable[[list[Button]], list[Offer]]
    visit_numbers: dict[str, int]
    """Ids of the earlier visits by name."""
    accepts: Fits = field(init=False)
    language: Language = field(init=False)
    refused: list[Fits] = field(default_factory=list)
    """What was refused so far."""
    denied: bool = False
    done: int = 0
    """Bookings, cancellations, moves: what the patient came for."""
    _pending: list[Act] = field(init=False)
    _opened: bool = False
    _answered: Counter[Topic] = field(default_factory=Counter)
    _objected: int = 0
    _repeated: int = 0
    _wished: Wordings = field(init=False)
    """What was said last about the wish, to be said again in other words."""
    _tapped: set[str] = field(default_factory=set)
    """Pages that were opened: none of them twice."""

    def __post_init__(self) -> None:
        self.accepts, self.language = self.script.accepts, self.task.language
        self._pending, self._wished = list(self.script.acts), self.script.opening

    @property
    def script(self) -> Script:
        return self.task.patient

    def next_act(self, scene: Scene) -> Act | None:
        """The script's first act for what is seen, taken from the script; its wishes hold from now on.

        Before the opening has been said, only the consent can be a reason to act.
        """
        self.done += len(scene.sights & {"booked", "cancelled", "moved"})
        seen = scene.sights if self._opened else scene.sights & {"consent"}
        act = next((one for one in self._pending if one.at in seen), None)
        if act is None:
            return None
        self._pending.remove(act)
        self.accepts = act.accepts or self.accepts
        self.language = act.language or self.language
        self.denied = self.denied or act.denies
        return act

    def deed_of(self, act: Act, scene: Scene) -> Deed:
        """What the act does; where it neither says nor taps anything, the usual reaction."""
        if act.leave:
            return Leave()
        if act.refuses is not None:
            self.refused.append(act.refuses)
        button = self._button(act.tap, scene) if act.tap else None
        if button is not None:
            return Tap(button)
        if act.edit is not None:
            return Edit(self._worded(act.edit)[0])
        if act.say is not None:
            self._wished = act.say if act.accepts or act.refuses or act.language else self._wished
            return Say(self._worded(act.say))
        return self.react(scene)

    def react(self, scene: Scene) -> Deed:
        """What anybody would do."""
        sights = scene.sights
        if "consent" in sights and (self._opened or not self.script.agrees or self.number % 2):
            return self._tap("Agree" if self.script.agrees else "Refuse", scene)
        if "emergency" in sights:
            return Leave()
        if not self._opened and not sights & {"name", "whom"}:
            return self._open()
        for sight, reaction in (
            ("name", self._tell_name),
            ("phone", self._no_phone),
            ("whom", self._tell_whom),
            ("held", self._confirm),
            ("cancel-sure", lambda scene: self._tap("CancelVisit", scene)),
            ("move-sure", lambda scene: self._tap("DoMove", scene)),
        ):
            if sight in sights and (deed := reaction(scene)) is not None:
                return deed
        if self._is_done(scene):
            return Leave()
        return self._go_on(scene)

    def _is_done(self, scene: Scene) -> bool:
        if self.script.wants in ("look", "nothing"):
            return not any(topic in self.script.knows for topic in scene.topics)
        if self.script.wants == "call":
            return "call" in scene.sights
        return self.done >= self.script.visits

    def _go_on(self, scene: Scene) -> Deed:
        best = self._best(scene.offers)
        if best is not None:
            return Tap(best.button)
        button = self._own_visit() or self._turned_page(scene)
        if button is not None:
            self._tapped.add(button.data)
            return Tap(button)
        if scene.topics and (words := self._answers(scene.topics)):
            return Say(words)
        if not scene.offers and (best := self._best(self.offers_in(self.live()))) is not None:
            return Tap(best.button)  # the words were answered: back to what was offered before
        if scene.offers and self._objected < len(self.script.objects):
            self._objected += 1
            return Say(self._worded(self.script.objects[self._objected - 1]))
        if words := self._answers(VOLUNTEERED):
            return Say(words)
        if self._repeated == 0:
            self._repeated += 1
            return Say(self._worded(self._wished, shift=1))
        return Leave()

    def _best(self, offers: "list[Offer] | tuple[Offer, ...]") -> Offer | None:
        if self.script.wants not in ("visit", "pair", "move"):
            return None
        known = (one for one in offers if one.slot is not None and self.fitting(self.accepts, one.slot))
        return next(known, None)

    def _own_visit(self) -> Button | None:
        """The button that cancels or moves the visit that is meant."""
        kind, name = {"cancel": "AskCancel", "move": "AskMove"}.get(self.script.wants), self.script.which
        number = self.visit_numbers[name] if name else None
        mine = (one for one in self.live() if kind_of(one) == kind and number in (None, _visit_of(one)))
        return next((one for one in mine if one.data not in self._tapped), None)

    def _turned_page(self, scene: Scene) -> Button | None:
        """On the way of buttons: the calendar, then the day and the part of it that the patient wants."""
        if not self.script.browses:
            return None
        for one in (button for shown in reversed(scene.turn.shown) for button in shown.buttons):
            if one.data not in self._tapped and leads_to_wish(one, self.accepts, self.task.now.date()):
                return one
        return None

    def _open(self) -> Deed:
        self._opened = True
        if self.script.refuses is not None:
            self.refused.append(self.script.refuses)
        return Say(self._worded(self.script.opening))

    def _tell_name(self, scene: Scene) -> Deed | None:
        if "name" in self.script.knows and not self._answered["name"]:
            self._answered["name"] += 1
            if (button := self._button("TypeName", scene)) is not None:
                return Tap(button)
        if self._answered["name"] == 1 and "name" in self.script.knows:
            self._answered["name"] += 1
            return Say(self._worded(self.script.knows["name"]))
        return self._tap("SkipName", scene) if self._button("SkipName", scene) else None

    def _no_phone(self, scene: Scene) -> Deed | None:
        return self._tap("NoPhone", scene)

    def _tell_whom(self, scene: Scene) -> Deed | None:
        name = self.script.whom
        if self.script.wants == "pair":
            return self._tap("ForTwo", scene) if self._button("ForTwo", scene) else None
        if name is None:
            return self._tap("ForSelf", scene) if self._button("ForSelf", scene) else None
        for one in scene.turn.shown:
            for button in one.buttons:
                if kind_of(button) == "ForPerson" and name in button.label:
                    return Tap(button)
        return self._tap("AddPerson", scene) if self._button("AddPerson", scene) else None

    def _confirm(self, scene: Scene) -> Deed | None:
        if self.script.wants == "nothing":
            return None
        return self._tap("ConfirmPair" if self._button("ConfirmPair", scene) else "ConfirmHold", scene)

    def _answers(self, topics: tuple[Topic, ...]) -> tuple[str, ...]:
        known = [t for t in dict.fromkeys(topics) if t in self.script.knows and self._answered[t] < MOST_ANSWERS]
        parts = [part for topic in known for part in self._worded(self.script.knows[topic])]
        self._answered.update(known)
        return (", ".join(parts),) if parts else ()

    def _tap(self, kind: str, scene: Scene) -> Deed:
        button = self._button(kind, scene)
        return Tap(button) if button is not None else Leave()

    def _button(self, kind: str, scene: Scene) -> Button | None:
        """Of what was just shown, else the newest one in the chat."""
        new = [button for shown in reversed(scene.turn.shown) for button in shown.buttons]
        return next((one for one in (*new, *self.live()) if kind_of(one) == kind), None)

    def _worded(self, wordings: Wordings, *, shift: int = 0) -> tuple[str, ...]:
        chosen: Wording = wordings[(self.number + shift) % len(wordings)]
        return (chosen,) if isinstance(chosen, str) else tuple(chosen)


def _visit_of(button: Button) -> int:
    """The appointment that a button of one is about; buttons write numbers in base 36 or 10."""
    number = button.data.partition(":")[2]
    return int(number, 36) if kind_of(button) == "AskMove" else int(number)
