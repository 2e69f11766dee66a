"""A clinic that always knows the same: aiohttp routes with canned answers, so that the bot is what is measured."""

from datetime import date, timedelta

from aiohttp import web

FIRST = date(2027, 1, 1)
DOCTORS = [
    {
        "doctor_id": number,
        "full_name": f"Doctor {number}",
        "specialty": specialty,
        "branch_id": 1,
        "office_number": "12",
        "languages": ["en"],
        "sees_adults": True,
        "sees_children": True,
    }
    for number, specialty in enumerate(("therapist", "ent", "dentist", "cardiologist", "neurologist"), start=1)
]
ANSWERS: dict[str, dict[str, object]] = {
    "branches": {
        "branches": [{"branch_id": 1, "name": "Main", "address": "Main street, 1", "time_zone": "Europe/Moscow"}]
    },
    "doctors": {"doctors": DOCTORS},
    "visit-types": {"visit_types": []},
    "specialties": {"specialties": [{"code": doctor["specialty"], "doctors": 1} for doctor in DOCTORS]},
    "slots/days": {"days": [{"date": str(FIRST + timedelta(days=n)), "slots": 9} for n in range(40)]},
    "deliveries/claim": {"deliveries": []},
}


async def answer(request: web.Request) -> web.Response:
    return web.json_response(ANSWERS[request.match_info["path"]])


async def ready(_: web.Request) -> web.Response:
    return web.json_response({})


def add_clinic(app: web.Application) -> None:
    app.router.add_route("*", "/api/v1/{path:.+}", answer)
    app.router.add_get("/readyz", ready)
