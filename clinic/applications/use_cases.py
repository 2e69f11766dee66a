"""What can be done with applications, wired over one counter."""

from dataclasses import dataclass

from clinic.applications.approve import Approve
from clinic.applications.approve_all import ApproveAll
from clinic.applications.counter_offer import CounterOffer
from clinic.applications.create import CreateApplication
from clinic.applications.decline import Decline
from clinic.applications.due import DecideDue, RemindDue
from clinic.applications.review import ReviewBookings
from clinic.applications.take import Cards
from clinic.applications.undo import UndoApproval
from clinic.applications.withdraw import Withdraw
from clinic.appointments.counter import Counter
from clinic.offers.close import CloseOffer
from clinic.schedule.slot_id import SlotIds


@dataclass(frozen=True, slots=True)
class Applications:
    counter: Counter
    create: CreateApplication
    cards: Cards
    approve: Approve
    decline: Decline
    counter_offer: CounterOffer
    approve_all: ApproveAll
    undo: UndoApproval
    withdraw: Withdraw
    decide_due: DecideDue
    remind_due: RemindDue


def applications_over(counter: Counter, slot_ids: SlotIds, review: ReviewBookings, close: CloseOffer) -> Applications:
    settings = counter.settings
    approve, decline = Approve(counter), Decline(counter)
    cards = Cards(counter.database, counter.clock, settings.review.take_minutes)
    return Applications(
        counter=counter,
        create=CreateApplication(counter.database, counter.clock, settings.quotas.applications_per_account_day),
        cards=cards,
        approve=approve,
        decline=decline,
        counter_offer=CounterOffer(counter, slot_ids),
        approve_all=ApproveAll(counter, approve, cards),
        undo=UndoApproval(counter, review),
        withdraw=Withdraw(counter, close),
        decide_due=DecideDue(counter, decline),
        remind_due=RemindDue(counter),
    )
