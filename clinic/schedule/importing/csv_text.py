"""CSV with one kind of row: the columns tell which. Weekdays are columns of doctors; an empty cell says nothing."""

import csv
import io
from typing import Any

from clinic.schedule.importing.document import WEEKDAYS

SECTION_COLUMNS = {"minutes": "visit_types", "specialty": "doctors", "time_zone": "branches"}
"""A column that tells the section; visit types may have a specialty too, so they are asked for first."""


class BadCsv(Exception):
    """The text is no table that an import takes; the message says where and why."""


def load(text: str) -> dict[str, list[dict[str, Any]]]:
    """One section with its entries, still to be validated. Raises BadCsv."""
    first_line = text.partition("\n")[0]
    delimiter = ";" if first_line.count(";") > first_line.count(",") else ","
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        return _table(reader)
    except csv.Error as error:
        raise BadCsv(f"line {reader.line_num}: {error}") from error


def _table(reader: Any) -> dict[str, list[dict[str, Any]]]:
    header = [cell.strip() for cell in next(reader, [])]
    if len(set(header)) != len(header):
        raise BadCsv("the header names a column twice")
    section = next((name for column, name in SECTION_COLUMNS.items() if column in header), None)
    if section is None:
        raise BadCsv("the header names neither branches (time_zone), visit types (minutes) nor doctors (specialty)")
    entries = []
    for row in reader:
        if len(row) != len(header) and row:
            raise BadCsv(f"line {reader.line_num}: {len(row)} cells, but the header has {len(header)}")
        if any(cell.strip() for cell in row):
            entries.append(_entry(header, row))
    if not entries:
        raise BadCsv("there are no rows under the header")
    return {section: entries}


def _entry(header: list[str], row: list[str]) -> dict[str, Any]:
    entry: dict[str, Any] = {name: cell.strip() for name, cell in zip(header, row, strict=True) if cell.strip()}
    hours = {day: entry.pop(day) for day in WEEKDAYS if day in entry}
    return entry | {"hours": hours} if hours else entry
