"""Who acts in a managers' group, and what that person may do."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Manager:
    """Somebody with rights; a handler gets it as `manager`."""

    telegram_id: int
    name: str
    """How the others are told who it was."""
    branch_ids: frozenset[int] | None = None
    """None: all branches."""
    may_decide: bool = True
    """False: sees everything, changes nothing."""

    @property
    def account(self) -> str:
        """How the clinic writes who it was: an id, no name."""
        return f"telegram:{self.telegram_id}"

    def oversees(self, branch_id: int | None) -> bool:
        """Whether the branch is this manager's; what has no branch is everybody's."""
        return branch_id is None or self.branch_ids is None or branch_id in self.branch_ids
