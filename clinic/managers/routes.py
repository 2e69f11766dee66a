"""Managers over HTTP."""

from typing import Annotated

from fastapi import APIRouter, Body, Depends, Response

from clinic.managers import examples, present
from clinic.managers.claim import Claim
from clinic.managers.invite import InviteManager
from clinic.managers.read import in_office
from clinic.managers.revoke import RevokeManager
from clinic.platform.clock import Clock
from clinic.platform.database import Database
from clinic.platform.errors import Forbidden
from clinic.platform.http.answers import answer
from clinic.platform.http.caller import Authenticate, Caller, bot_only, staff_only
from clinic.platform.http.params import IdPath
from clinic.platform.http.routing import api_router
from clinic.platform.tokens import Role
from contracts.managers import ClaimManager, Invite, InviteRequest, Manager, Managers


def manager_routes(database: Database, clock: Clock, authenticate: Authenticate) -> APIRouter:
    """The console invites and revokes, the bot brings claims. A bot's token alone makes nobody a manager."""
    router = api_router("/managers", "managers")
    invite, claim, revoke = InviteManager(database, clock), Claim(database, clock), RevokeManager(database, clock)

    @router.get("", response_model=Managers, summary="The managers in office; for staff")
    async def list_managers(caller: Annotated[Caller, Depends(authenticate)]) -> Response:
        staff_only(caller)
        async with database.reading() as connection:
            rows = await in_office(connection)
        return answer(Managers(managers=tuple(map(present.manager, rows))))

    @router.post(
        "/invites",
        status_code=201,
        response_model=Invite,
        summary="Invite a manager; for the console",
        description="The code is shown this once, good for 30 minutes and for one person.",
    )
    async def invite_manager(
        caller: Annotated[Caller, Depends(authenticate)],
        asked: Annotated[InviteRequest, Body(openapi_examples=examples.INVITE)],
    ) -> Response:
        _console_only(caller)
        return answer(await invite(asked.role, asked.branch_id), 201)

    @router.post("/claim", response_model=Manager, summary="Become a manager with a code; for the bot")
    async def claim_manager(
        caller: Annotated[Caller, Depends(authenticate)],
        asked: Annotated[ClaimManager, Body(openapi_examples=examples.CLAIM)],
    ) -> Response:
        bot_only(caller)
        return answer(await claim(asked))

    @router.post("/{manager_id}/revoke", response_model=Manager, summary="Put a manager out of office; for the console")
    async def revoke_manager(manager_id: IdPath, caller: Annotated[Caller, Depends(authenticate)]) -> Response:
        _console_only(caller)
        return answer(await revoke(manager_id))

    return router


def _console_only(caller: Caller) -> None:
    """Whoever steals the bot's token must not be able to invite."""
    if caller.role is not Role.CONSOLE or not caller.is_staff:
        raise Forbidden("This needs a token of the role 'console'.")
