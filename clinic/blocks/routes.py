"""Blocks over HTTP: for the clinic's staff."""

from typing import Annotated

from fastapi import APIRouter, Body, Depends, Query, Response

from clinic.blocks import examples, present
from clinic.blocks.board import read_visits
from clinic.blocks.read import find_block, find_blocks
from clinic.blocks.use_cases import Blocks
from clinic.platform.http.answers import answer
from clinic.platform.http.caller import Authenticate, Caller, staff_only
from clinic.platform.http.params import IdPath
from clinic.platform.http.routing import api_router
from contracts import blocks as contract
from contracts.fields import MAX_SCHEDULE_ID, Instant

DoctorQuery = Annotated[int, Query(ge=1, le=MAX_SCHEDULE_ID)]


def block_routes(blocks: Blocks, authenticate: Authenticate) -> APIRouter:
    """Staff blocks a doctor, watches what becomes of the visits, and takes the block back."""
    router = api_router("/blocks", "blocks")
    database, clock = blocks.counter.database, blocks.counter.clock

    async def board(block_id: int, status: int = 200) -> Response:
        async with database.snapshot() as connection:
            row = await find_block(connection, block_id)
            visits = await read_visits(connection, block_id, clock())
        return answer(present.board(row, visits), status)

    @router.post(
        "",
        status_code=201,
        response_model=contract.BlockBoard,
        summary="The doctor cannot come: close the time, and find others for the visits",
        description="One active block at a time: 409 `blocked_already` with its number, by whom and since when. The "
        "same hours by the same person again answer the block that stands. The other times are held within seconds.",
    )
    async def block(
        asked: Annotated[contract.BlockRequest, Body(openapi_examples=examples.BLOCK)],
        caller: Annotated[Caller, Depends(authenticate)],
    ) -> Response:
        staff_only(caller)
        return await board(await blocks.block(asked), 201)

    @router.get("", response_model=contract.Blocks, summary="Blocks, the newest first")
    async def list_blocks(
        caller: Annotated[Caller, Depends(authenticate)],
        active: Annotated[bool | None, Query(description="Those that stand and are not over, or the others.")] = None,
    ) -> Response:
        staff_only(caller)
        async with database.reading() as connection:
            rows = await find_blocks(connection, active, clock())
        return answer(contract.Blocks(blocks=tuple(map(present.block, rows))))

    @router.get("/preview", response_model=contract.BlockPreview, summary="What a block would hit; changes nothing")
    async def preview(
        caller: Annotated[Caller, Depends(authenticate)],
        doctor_id: DoctorQuery,
        from_: Annotated[Instant, Query(alias="from")],
        to: Annotated[Instant, Query()],
    ) -> Response:
        staff_only(caller)
        return answer(await blocks.preview(doctor_id, from_, to))

    @router.get("/{block_id}", response_model=contract.BlockBoard, summary="The board of a block")
    async def read(block_id: IdPath, caller: Annotated[Caller, Depends(authenticate)]) -> Response:
        staff_only(caller)
        return await board(block_id)

    @router.post("/{block_id}/undo", response_model=contract.BlockBoard, summary="The doctor comes after all")
    async def undo(
        block_id: IdPath,
        asked: Annotated[contract.UndoBlock, Body(openapi_examples=examples.UNDO)],
        caller: Annotated[Caller, Depends(authenticate)],
    ) -> Response:
        staff_only(caller)
        await blocks.undo(block_id, asked.by)
        return await board(block_id)

    return router
