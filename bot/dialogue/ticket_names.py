"""Under which labels the messages of tickets are found again, in the managers' group and in the patient's chat."""

import re

_LABEL = re.compile(r"ticket-([0-9]{1,16})(?:-[a-z]*[0-9]+)?")


def card_label(ticket_id: int) -> str:
    return f"ticket-{ticket_id}"


def comment_label(ticket_id: int, comment_id: int) -> str:
    return f"ticket-{ticket_id}-{comment_id}"


def ticket_of(label: str | None) -> int | None:
    """Whose message it is; None: no ticket's."""
    found = _LABEL.fullmatch(label or "")
    return int(found[1]) if found is not None else None
