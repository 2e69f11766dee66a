"""Consent, people and contact over HTTP: every call is on behalf of one account."""

from typing import Annotated

from fastapi import APIRouter, Body, Depends, Response

from clinic.people import examples
from clinic.people.consent import current_consent, give_consent
from clinic.people.contact import current_contact, keep_contact
from clinic.people.persons import change_person, own_people, register
from clinic.platform.clock import Clock
from clinic.platform.database import Database
from clinic.platform.http.answers import answer
from clinic.platform.http.caller import Authenticate, Caller, patients_account
from clinic.platform.http.params import IdPath
from clinic.platform.http.routing import api_router
from contracts.people import (
    Consent,
    ConsentRequest,
    Contact,
    ContactRequest,
    People,
    Person,
    PersonChange,
    PersonRequest,
)


def people_routes(database: Database, clock: Clock, authenticate: Authenticate) -> APIRouter:
    """For calls that carry a patient's signed identity."""
    router = api_router("", "people")

    async def account_of(caller: Annotated[Caller, Depends(authenticate)]) -> str:
        return patients_account(caller)

    @router.post("/consents", status_code=201, response_model=Consent, summary="Record the account's consent")
    async def consent(asked: ConsentRequest, account: Annotated[str, Depends(account_of)]) -> Response:
        return answer(await give_consent(database, clock, account, asked), 201)

    @router.get("/consents/current", response_model=Consent, summary="What the account agreed to last")
    async def consent_now(account: Annotated[str, Depends(account_of)]) -> Response:
        return answer(await current_consent(database, account))

    @router.get("/people", response_model=People, summary="The people whom the account books for")
    async def people(account: Annotated[str, Depends(account_of)]) -> Response:
        return answer(await own_people(database, account))

    @router.post(
        "/people",
        status_code=201,
        response_model=Person,
        summary="Add a person to the account",
        description="Asked again with the same relation, name and birth date it answers the person who is there.",
    )
    async def add_person(
        asked: Annotated[PersonRequest, Body(openapi_examples=examples.PERSON)],
        account: Annotated[str, Depends(account_of)],
    ) -> Response:
        return answer(await register(database, clock, account, asked), 201)

    @router.patch("/people/{client_id}", response_model=Person, summary="Correct a person's name or birth date")
    async def correct_person(
        client_id: IdPath,
        asked: Annotated[PersonChange, Body(openapi_examples=examples.CHANGE)],
        account: Annotated[str, Depends(account_of)],
    ) -> Response:
        return answer(await change_person(database, account, client_id, asked))

    @router.put("/contact", response_model=Contact, summary="Keep the account's phone")
    async def put_contact(
        asked: Annotated[ContactRequest, Body(openapi_examples=examples.CONTACT)],
        account: Annotated[str, Depends(account_of)],
    ) -> Response:
        return answer(await keep_contact(database, clock, account, asked))

    @router.get("/contact", response_model=Contact, summary="The account's phone")
    async def contact(account: Annotated[str, Depends(account_of)]) -> Response:
        return answer(await current_contact(database, account))

    return router
