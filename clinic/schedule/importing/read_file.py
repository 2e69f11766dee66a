"""From a YAML or CSV file to a validated document, or to a list of what is wrong and where."""

from pathlib import Path
from typing import Any

from pydantic import ValidationError

from clinic.schedule.importing import csv_text, yaml_text
from clinic.schedule.importing.document import ImportDocument
from clinic.schedule.importing.problems import BadImport, problems_of

__all__ = ["BadImport", "parse", "read_file"]

MOST_BYTES = 5 * 1024 * 1024
"""Some ten thousand doctors; YAML takes about three seconds a megabyte."""


def read_file(path: Path) -> ImportDocument:
    """Read and validate a file. Raises BadImport."""
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise BadImport([f"it cannot be read: {error.strerror}"]) from error
    if len(content) > MOST_BYTES:
        raise BadImport([f"it is larger than {MOST_BYTES // 1024**2} MB: divide it"])
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise BadImport([f"line {line}: this is not UTF-8 text; save the file as 'CSV UTF-8' or as UTF-8"]) from error
    return parse(text, csv_format=path.suffix.lower() == ".csv")


def parse(text: str, *, csv_format: bool) -> ImportDocument:
    """Validate the text of a file. Raises BadImport."""
    raw = _raw(text, csv_format=csv_format) if text.strip() else None
    if raw is None:
        raise BadImport(["it is empty"])
    try:
        return ImportDocument.model_validate(raw)
    except ValidationError as error:
        raise BadImport(problems_of(error, raw)) from error


def _raw(text: str, *, csv_format: bool) -> Any:
    try:
        return csv_text.load(text) if csv_format else yaml_text.load(text)
    except (csv_text.BadCsv, yaml_text.BadYaml) as error:
        raise BadImport([str(error)]) from error
