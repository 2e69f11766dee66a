"""Schedules to try things with: a demo clinic, or any number of equal doctors."""

from importlib.resources import files

from clinic.platform.database import Database
from clinic.schedule.importing.apply import import_document
from clinic.schedule.importing.difference import Change
from clinic.schedule.importing.document import ImportDocument
from clinic.schedule.importing.read_file import parse

SPECIALTIES = (
    *("therapist", "pediatrician", "cardiologist", "neurologist", "gastroenterologist", "ent", "ophthalmologist"),
    *("dermatologist", "surgeon", "orthopedist", "urologist", "gynecologist", "endocrinologist", "pulmonologist"),
    *("rheumatologist", "allergist", "psychiatrist", "dentist", "oncologist", "nephrologist", "infectionist"),
    "proctologist",
)


async def seed_demo(database: Database) -> list[Change]:
    """The demo clinic: doctors of all specialties in two branches. Seeding again changes nothing."""
    text = files("clinic.schedule.demo").joinpath("clinic.yaml").read_text(encoding="utf-8")
    return await import_document(database, parse(text, csv_format=False), dry_run=False)


async def seed_synthetic(database: Database, doctors: int) -> list[Change]:
    """Doctors 1..N, weekdays 09:00-17:00 UTC, 30-minute slots, bookable 365 days ahead, specialties in turn."""
    hours = dict.fromkeys(("mon", "tue", "wed", "thu", "fri"), "09:00-17:00")
    entries = [
        {
            "id": number,
            "name": f"Doctor {number}",
            "specialty": SPECIALTIES[(number - 1) % len(SPECIALTIES)],
            "branch": 1,
            "office": str(100 + number),
            "languages": ["ru", "en"],
            "children": True,
            "horizon_days": 365,
            "hours": hours,
        }
        for number in range(1, doctors + 1)
    ]
    branch = {"id": 1, "name": "Synthetic branch", "address": "1 Test Street", "time_zone": "UTC"}
    document = ImportDocument.model_validate({"branches": [branch], "doctors": entries})
    return await import_document(database, document, dry_run=False)
