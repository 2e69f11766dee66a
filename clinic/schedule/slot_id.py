"""Slot ids: what was offered, until when it is good, and a signature, in 40 characters that fit a Telegram button.

Big-endian doctor, visit type (0: none), start minute, duration, expiry minute, then 12 bytes of HMAC-SHA256 (RFC 2104;
truncation as in its section 5), all in base64url without padding (RFC 4648, section 5).
"""

import base64
import binascii
import hmac
import struct
from dataclasses import dataclass

from clinic.platform.errors import DomainError
from clinic.schedule.engine.minutes import Minute

_BODY = struct.Struct(">IIIHI")
_MAC_BYTES = 12


@dataclass(frozen=True, slots=True)
class SlotClaim:
    """What a slot id says."""

    doctor_id: int
    visit_type_id: int | None
    start: Minute
    duration: int


class BadSlotId(DomainError):
    def __init__(self) -> None:
        super().__init__("bad_slot_id", "This slot id was not issued by this clinic. Ask for free slots again.")


class SlotIdExpired(DomainError):
    def __init__(self) -> None:
        super().__init__("slot_expired", "This offer is too old. Ask for free slots again.")


class SlotIds:
    """Issues and reads slot ids with one secret."""

    def __init__(self, secret: str, lifetime_minutes: int) -> None:
        self._key = secret.encode()
        self._lifetime = lifetime_minutes

    def issue(self, claim: SlotClaim, now: Minute) -> str:
        body = _BODY.pack(claim.doctor_id, claim.visit_type_id or 0, claim.start, claim.duration, now + self._lifetime)
        return base64.urlsafe_b64encode(body + self._mac(body)).decode()

    def read(self, slot_id: str, now: Minute) -> SlotClaim:
        """What was offered. Raises BadSlotId, SlotIdExpired."""
        try:
            raw = base64.b64decode(slot_id.encode("ascii"), altchars=b"-_", validate=True)
        except (binascii.Error, UnicodeEncodeError):
            raise BadSlotId from None
        body, mac = raw[: _BODY.size], raw[_BODY.size :]
        if len(body) != _BODY.size or not hmac.compare_digest(mac, self._mac(body)):
            raise BadSlotId
        doctor_id, visit_type_id, start, duration, expires = _BODY.unpack(body)
        if now >= expires:
            raise SlotIdExpired
        return SlotClaim(doctor_id, visit_type_id or None, start, duration)

    def _mac(self, body: bytes) -> bytes:
        return hmac.digest(self._key, body, "sha256")[:_MAC_BYTES]
