"""From rows to what travels."""

from collections.abc import Mapping, Sequence
from typing import Any

from contracts.tickets import (
    CommentAuthor,
    Ticket,
    TicketComment,
    TicketDetails,
    TicketReason,
    TicketStatus,
)

Row = Mapping[Any, Any]


def ticket(row: Row) -> Ticket:
    return Ticket(**_values(row))


def details(row: Row, comments: Sequence[Row]) -> TicketDetails:
    return TicketDetails(**_values(row), comments=tuple(map(comment, comments)))


def comment(row: Row) -> TicketComment:
    return TicketComment(
        id=row["id"],
        author=CommentAuthor(row["author"]),
        author_name=row["author_name"],
        text=row["text"],
        created_at=row["created_at"],
    )


def _values(row: Row) -> dict[str, Any]:
    same = {name: row[name] for name in Ticket.model_fields if name not in ("account", "reason", "status")}
    return same | {
        "account": row["external"],
        "reason": TicketReason(row["reason"]),
        "status": TicketStatus(row["status"]),
    }
