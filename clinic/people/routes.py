"""Consent and people over HTTP: every call is on behalf of one account."""

from typing import Annotated

from fastapi import APIRouter, Depends, Response

from clinic.people.use_cases import current_consent, give_consent, own_people, register
from clinic.platform.clock import Clock
from clinic.platform.database import Database
from clinic.platform.errors import Forbidden
from clinic.platform.http.answers import answer
from clinic.platform.http.caller import Authenticate, Caller
from clinic.platform.http.routing import api_router
from contracts.people import Consent, ConsentRequest, People, Person, PersonRequest


def people_routes(database: Database, clock: Clock, authenticate: Authenticate) -> APIRouter:
    """For calls that carry a patient's signed identity."""
    router = api_router("", "people")

    @router.post("/consents", status_code=201, response_model=Consent, summary="Record the account's consent")
    async def consent(asked: ConsentRequest, caller: Annotated[Caller, Depends(authenticate)]) -> Response:
        return answer(await give_consent(database, clock, _account(caller), asked), 201)

    @router.get("/consents/current", response_model=Consent, summary="What the account agreed to last")
    async def consent_now(caller: Annotated[Caller, Depends(authenticate)]) -> Response:
        return answer(await current_consent(database, _account(caller)))

    @router.get("/people", response_model=People, summary="The people whom the account books for")
    async def people(caller: Annotated[Caller, Depends(authenticate)]) -> Response:
        return answer(await own_people(database, _account(caller)))

    @router.post("/people", status_code=201, response_model=Person, summary="Add a person to the account")
    async def add_person(asked: PersonRequest, caller: Annotated[Caller, Depends(authenticate)]) -> Response:
        return answer(await register(database, clock, _account(caller), asked), 201)

    return router


def _account(caller: Caller) -> str:
    if caller.account is None:
        raise Forbidden("This needs a patient's signed identity: the header X-Patient-Identity.")
    return caller.account
