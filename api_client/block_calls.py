"""Calls about doctors who cannot come. For the clinic's staff."""

from datetime import datetime

from api_client.sender import Sender
from contracts.blocks import BlockBoard, BlockPreview, BlockRequest, Blocks, UndoBlock


class BlockCalls:
    """Part of the client; see `api_client.client`."""

    def __init__(self, sender: Sender) -> None:
        self._send = sender

    async def preview_block(self, doctor_id: int, *, from_: datetime, to: datetime) -> BlockPreview:
        """What a block would hit; times are aware. Raises Refused with `unknown_doctor` or `bad_block`."""
        return await self._send.get("blocks/preview", BlockPreview, {"doctor_id": doctor_id, "from": from_, "to": to})

    async def block_doctor(self, asked: BlockRequest) -> BlockBoard:
        """Close the doctor's time. The same hours by the same person again answer the block that stands.

        Raises BlockedAlready.
        """
        return await self._send.settle("POST", "blocks", BlockBoard, asked)

    async def block(self, block_id: int) -> BlockBoard:
        """How it stands. Raises NotFound."""
        return await self._send.get(f"blocks/{block_id}", BlockBoard)

    async def blocks(self, *, active: bool | None = None) -> Blocks:
        """The newest first; active are those that stand and are not over."""
        return await self._send.get("blocks", Blocks, {"active": active})

    async def undo_block(self, block_id: int, *, by: str) -> BlockBoard:
        """The doctor comes after all; undoing again changes nothing. Raises NotFound."""
        return await self._send.settle("POST", f"blocks/{block_id}/undo", BlockBoard, UndoBlock(by=by))
