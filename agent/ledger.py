"""What the clinic issued in one run of the agent, and what of it was proposed."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from agent.gateway import SlotQuery
from agent.turn import HandOver, ProposedSlot
from contracts.schedule import Reason, Slot, Slots

MAX_PROPOSALS = 5


class NotIssued(Exception):
    """Slot ids that the clinic did not issue in this run."""

    def __init__(self, slot_ids: Sequence[str]) -> None:
        super().__init__(f"{len(slot_ids)} slot ids were not issued in this turn")
        self.slot_ids = tuple(slot_ids)


class Ledger:
    """Lives as long as one run. Only slots entered by `issue` can ever be proposed."""

    def __init__(self) -> None:
        self._issued: dict[str, Slot] = {}
        self._searches: list[tuple[SlotQuery, Slots]] = []
        self._moments: set[datetime] = set()
        self._quoted: set[str] = set()
        self.appointments_read = False
        self.proposals: tuple[ProposedSlot, ...] = ()
        self.hand_over: HandOver | None = None
        """Why people shall go on with the conversation."""

    def issue(self, query: SlotQuery, slots: Slots) -> None:
        """Enter what the clinic answered to a search."""
        self._searches.append((query, slots))
        self._issued.update((slot.slot_id, slot) for slot in slots.slots)
        for slot in slots.slots:
            self._moments |= {slot.start_time, slot.end_time}
            self._quoted |= {slot.doctor_name, slot.office_number}
        self._moments |= {reason.until for reason in slots.reasons if reason.until is not None}

    def mention(self, moments: Iterable[datetime]) -> None:
        """Enter times that a text may name though they are no slots: appointments, bounds of a search."""
        self._moments.update(moments)

    def quote(self, words: Iterable[str]) -> None:
        """Enter names from the clinic's records: a text may repeat them in whatever alphabet they are."""
        self._quoted.update(words)

    @property
    def quoted(self) -> frozenset[str]:
        """Names and the like that the clinic's records gave in this run."""
        return frozenset(self._quoted)

    @property
    def moments(self) -> frozenset[datetime]:
        """Every time of day that the run has seen."""
        return frozenset(self._moments)

    def propose(self, choices: Sequence[tuple[str, str]]) -> None:
        """Take (slot id, reason) pairs as the proposal of this run, instead of an earlier one.

        Raises NotIssued, and then nothing has changed.
        """
        unknown = [slot_id for slot_id, _ in choices if slot_id not in self._issued]
        if unknown:
            raise NotIssued(unknown)
        reasons = dict(reversed(choices))
        in_order = list(dict.fromkeys(slot_id for slot_id, _ in choices))[:MAX_PROPOSALS]
        self.proposals = tuple(ProposedSlot(self._issued[slot_id], reasons[slot_id]) for slot_id in in_order)

    def reasons(self) -> tuple[Reason, ...]:
        """Why nothing earlier than the proposals: of the searches that gave them, and of like ones that gave nothing.

        Without a proposal: why there is nothing, of all searches that gave nothing.
        """
        proposed = {proposal.slot.slot_id for proposal in self.proposals}
        specialties = {proposal.slot.specialty for proposal in self.proposals}
        told = [
            reason
            for query, found in self._searches
            if (query.specialty is None or not specialties or query.specialty in specialties)
            and (not found.slots or any(slot.slot_id in proposed for slot in found.slots))
            for reason in found.reasons
        ]
        return tuple(reason for n, reason in enumerate(told) if reason not in told[:n])
