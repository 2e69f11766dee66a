"""From a YAML or CSV file to a validated document, or to a list of what is wrong and where."""

import csv
import io
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from clinic.schedule.importing.document import WEEKDAYS, ImportDocument

MOST_BYTES = 20 * 1024 * 1024
SECTION_COLUMNS = {"minutes": "visit_types", "specialty": "doctors", "time_zone": "branches"}
"""A column that tells the section; visit types may have a specialty too, so they are asked for first."""


class BadImport(Exception):
    """The file cannot be used; `problems` has one line for each mistake, with its place."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("; ".join(problems[:3]))
        self.problems = problems


def read_file(path: Path) -> ImportDocument:
    """Read and validate a file. Raises BadImport."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise BadImport([f"{path.name} is larger than 20 MB"])
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise BadImport([f"{path}: {error.strerror}"]) from error
    except UnicodeDecodeError as error:
        raise BadImport([f"{path.name} is not UTF-8 text (byte {error.start})"]) from error
    return parse(text, csv_format=path.suffix.lower() == ".csv")


def parse(text: str, *, csv_format: bool) -> ImportDocument:
    """Validate the text of a file. Raises BadImport."""
    raw = _from_csv(text) if csv_format else _from_yaml(text)
    try:
        return ImportDocument.model_validate(raw)
    except ValidationError as error:
        raise BadImport([_problem(e["loc"], e["msg"], raw) for e in error.errors()]) from error


def _from_yaml(text: str) -> Any:
    try:
        return yaml.safe_load(text) or {}
    except (yaml.YAMLError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f"line {mark.line + 1}: " if mark else ""
        raise BadImport([f"{where}{getattr(error, 'problem', None) or error}"]) from error


def _from_csv(text: str) -> dict[str, list[dict[str, Any]]]:
    """One section a file, told by its columns; weekdays are columns of doctors, empty cells say nothing."""
    header = text.partition("\n")[0]
    rows = list(csv.DictReader(io.StringIO(text), delimiter=";" if header.count(";") > header.count(",") else ","))
    if not rows:
        raise BadImport(["the file has no rows under its header"])
    section = next((name for column, name in SECTION_COLUMNS.items() if column in rows[0]), None)
    if section is None:
        raise BadImport(
            ["the header names neither branches (time_zone), visit types (minutes) nor doctors (specialty)"]
        )
    return {section: [_csv_entry(row, number) for number, row in enumerate(rows, start=2)]}


def _csv_entry(row: dict[str | None, Any], line: int) -> dict[str, Any]:
    if None in row or None in row.values():
        raise BadImport([f"line {line}: the number of cells is not that of the header"])
    entry: dict[str, Any] = {str(k).strip(): v.strip() for k, v in row.items() if v.strip()}
    hours = {day: entry.pop(day) for day in WEEKDAYS if day in entry}
    if hours:
        entry["hours"] = hours
    if "languages" in entry:
        entry["languages"] = entry["languages"].split()
    return entry


def _problem(location: tuple[int | str, ...], message: str, raw: Any) -> str:
    """'doctors, id 7, hours.mon: …': the entry's own id says more than its position."""
    section, position = (*location, "", "")[:2]
    place = str(section)
    if isinstance(position, int):
        entry = raw[section][position]
        known = entry.get("id") if isinstance(entry, dict) else None
        place += f", id {known}" if known is not None else f", entry {position + 1}"
    rest = ".".join(str(part) for part in location[2:])
    return f"{place}{', ' + rest if rest else ''}: {message.removeprefix('Value error, ')}"
