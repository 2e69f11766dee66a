"""Calls about holds and appointments."""

from datetime import date

from api_client.sender import Sender
from contracts.appointments import (
    Appointment,
    AppointmentPage,
    AppointmentRequest,
    AppointmentStatus,
    CancelRequest,
    Hold,
    HoldRequest,
    RescheduleRequest,
)


class AppointmentCalls:
    """Part of the client; see `api_client.client`."""

    def __init__(self, sender: Sender) -> None:
        self._send = sender

    async def hold(self, request: HoldRequest) -> Hold:
        """Keep a slot for a person until the hold's `expires_at`. Never repeated by itself.

        Raises SlotTaken (with `nearest`), QuotaExceeded, OfferExpired, Invalid.
        """
        return await self._send.post("holds", Hold, request)

    async def release_hold(self, hold_id: int) -> None:
        """Give a hold back. Raises NotFound, WrongTransition if it is no hold any more."""
        await self._send.send("DELETE", f"holds/{hold_id}", repeatable=True)

    async def book(self, request: AppointmentRequest, *, idempotency_key: str | None = None) -> Appointment:
        """Confirm a hold, or book a doctor and a time at once.

        With a key the call is repeated after a failure and books once; without one it is sent once.
        Raises SlotTaken (with `nearest`), HoldExpired, IdempotencyConflict, QuotaExceeded, Invalid.
        """
        return await self._send.post("appointments", Appointment, request, idempotency_key=idempotency_key)

    async def appointment(self, appointment_id: int) -> Appointment:
        """Raises NotFound."""
        return await self._send.get(f"appointments/{appointment_id}", Appointment)

    async def appointment_ics(self, appointment_id: int, language: str = "ru") -> bytes:
        """The appointment as a calendar file (RFC 5545) in `ru` or `en`; a later one replaces it. Raises NotFound."""
        path = f"appointments/{appointment_id}.ics"
        return (await self._send.send("GET", path, query={"lang": language}, repeatable=True)).content

    async def appointments(
        self,
        *,
        doctor_id: int | None = None,
        client_id: int | None = None,
        branch_id: int | None = None,
        from_: date | None = None,
        to: date | None = None,
        status: AppointmentStatus | None = None,
        unmarked: bool | None = None,
        page: int | None = None,
        size: int | None = None,
    ) -> AppointmentPage:
        """One page of appointments, soonest first; `from_` and `to` are dates or aware datetimes, `page` counts from 1.

        `unmarked`: only visits that are over and not marked; for the clinic's staff. Raises Forbidden.
        """
        query = {
            "doctor_id": doctor_id,
            "client_id": client_id,
            "branch_id": branch_id,
            "from": from_,
            "to": to,
            "status": status,
            "unmarked": unmarked,
            "page": page,
            "size": size,
        }
        return await self._send.get("appointments", AppointmentPage, query)

    async def cancel(self, appointment_id: int, *, reason: str | None = None) -> Appointment:
        """Raises NotFound, WrongTransition."""
        return await self._step(appointment_id, "cancel", CancelRequest(reason=reason))

    async def reschedule(self, appointment_id: int, request: RescheduleRequest) -> Appointment:
        """Move it to another time; the old one stands until the new one does.

        Raises NotFound, SlotTaken (with `nearest`), WrongTransition, OfferExpired, Invalid.
        """
        return await self._step(appointment_id, "reschedule", request)

    async def arrive(self, appointment_id: int) -> Appointment:
        """The patient has come. For the clinic's staff. Raises NotFound, Forbidden, WrongTransition."""
        return await self._step(appointment_id, "arrive")

    async def complete(self, appointment_id: int) -> Appointment:
        """The visit is over. For the clinic's staff. Raises NotFound, Forbidden, WrongTransition."""
        return await self._step(appointment_id, "complete")

    async def no_show(self, appointment_id: int) -> Appointment:
        """The patient did not come. For the clinic's staff. Raises NotFound, Forbidden, WrongTransition."""
        return await self._step(appointment_id, "no-show")

    async def came(self, appointment_id: int) -> Appointment:
        """Marked after the visit: the patient came. For the clinic's staff.

        Raises NotFound, Forbidden, WrongTransition, Conflict with the code ``too_early``.
        """
        return await self._step(appointment_id, "came")

    async def unmark(self, appointment_id: int) -> Appointment:
        """Take back completed or no-show, for some minutes. For the clinic's staff.

        Raises NotFound, Forbidden, WrongTransition, SlotTaken, Conflict with the code ``too_late``.
        """
        return await self._step(appointment_id, "unmark")

    async def _step(
        self, appointment_id: int, step: str, body: CancelRequest | RescheduleRequest | None = None
    ) -> Appointment:
        return await self._send.post(f"appointments/{appointment_id}/{step}", Appointment, body)
