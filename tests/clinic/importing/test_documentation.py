"""docs/import.md tells the truth: its examples are imported, and its table names every field."""

import re
from pathlib import Path

from clinic.schedule.importing.document import ImportDocument
from clinic.schedule.importing.problems import SECTIONS
from tests.clinic.importing.files import bring, problems, stored

TEXT = (Path(__file__).parents[3] / "docs" / "import.md").read_text(encoding="utf-8")


def example(kind: str) -> str:
    found = re.search(rf"<!-- example: {kind} -->\n```{kind}\n(.*?)```", TEXT, re.DOTALL)
    assert found, kind
    return found[1]


async def test_the_examples_can_be_imported_one_after_the_other(synthetic_database: str) -> None:
    yaml_lines = await bring(synthetic_database, example("yaml"))
    assert any(line.startswith("+ visit type 2: ECG") for line in yaml_lines)
    assert any(line.startswith("~ doctor 7 (Doctor 7), name: Doctor 7 -> Olga Rechnaya") for line in yaml_lines)
    csv_lines = await bring(synthetic_database, example("csv"), csv_format=True)
    assert "~ doctor 7 (Olga Rechnaya), slot length: 30 min -> 20 min" in csv_lines
    assert not any("(Olga Rechnaya), hours" in line for line in csv_lines)
    doctors = (await stored(synthetic_database)).doctors
    assert doctors[7].office_number == "012"
    assert doctors[8].full_name == "Anton Zimin"


def test_the_message_that_is_quoted_is_the_message() -> None:
    wrong = example("yaml").replace("09:00-13:00, 14:00-18:00", "9-25")
    quoted = re.search(r"\(`(doctors, id 7.*?)`\)", TEXT, re.DOTALL)
    assert quoted
    assert problems(wrong) == [quoted[1]]


def test_the_table_names_every_field() -> None:
    table = TEXT.partition("## Fields")[2]
    for section, entry in SECTIONS.items():
        rows = table.partition(f"| `{section}` |")[2]
        for field in entry.model_fields:
            assert f"`{field}`" in rows, (section, field)
    assert set(SECTIONS) == set(ImportDocument.model_fields)
