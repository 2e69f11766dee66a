"""What can be done with blocks, and the duties that see them through, wired over one counter."""

from dataclasses import dataclass

from clinic.applications.review import ReviewBookings
from clinic.appointments.counter import Counter
from clinic.blocks.block import BlockDoctor
from clinic.blocks.calls import KeepCallTasks
from clinic.blocks.late import CatchLate
from clinic.blocks.preview import PreviewBlock
from clinic.blocks.seek import SeekOtherTimes
from clinic.blocks.tell import TellBoards
from clinic.blocks.tidy import EndUselessOffers
from clinic.blocks.undo import UndoBlock
from clinic.offers.close import CloseOffer


@dataclass(frozen=True, slots=True)
class Blocks:
    counter: Counter
    preview: PreviewBlock
    block: BlockDoctor
    undo: UndoBlock
    catch_late: CatchLate
    end_useless_offers: EndUselessOffers
    seek_other_times: SeekOtherTimes
    keep_call_tasks: KeepCallTasks
    tell_boards: TellBoards


def blocks_over(counter: Counter, close: CloseOffer, review: ReviewBookings) -> Blocks:
    database, clock = counter.database, counter.clock
    return Blocks(
        counter=counter,
        preview=PreviewBlock(database, clock),
        block=BlockDoctor(database, clock),
        undo=UndoBlock(database, clock, review),
        catch_late=CatchLate(database),
        end_useless_offers=EndUselessOffers(counter, close),
        seek_other_times=SeekOtherTimes(counter),
        keep_call_tasks=KeepCallTasks(database),
        tell_boards=TellBoards(database),
    )
