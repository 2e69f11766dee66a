"""Files that cannot be used: each mistake is named with its place, and nothing is guessed."""

from pathlib import Path

import pytest

from clinic.schedule.importing.read_file import MOST_BYTES, BadImport, read_file
from tests.clinic.importing.files import problems

DOCTOR = "doctors: [{{id: 7, name: A, specialty: ent, branch: 1, {}}}]"
SPAN = "is not a span of hours such as 09:00-17:30"


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ("hours: {mon: 9-25}", f"hours.mon: '9-25' {SPAN}"),
        ("hours: {mon: 09:30}", f"hours.mon: '09:30' {SPAN}"),
        ("hours: {mon: 0930}", f"hours.mon: '0930' {SPAN}"),
        ("hours: {mon: off}", f"hours.mon: 'off' {SPAN}; leave the day out if nobody works on it"),
        ("hours: {mon: 18:00-09:00}", "hours.mon: '18:00-09:00' must begin before it ends, within 00:00-24:00"),
        ("hours: {mon: 09:00-24:30}", "hours.mon: '09:00-24:30' must begin before it ends, within 00:00-24:00"),
        ("hours: {mon: 09:61-10:00}", "hours.mon: '09:61-10:00' must begin before it ends, within 00:00-24:00"),
        ('hours: {mon: "09:00-12:00, 11:00-13:00"}', "hours.mon: '09:00-12:00, 11:00-13:00' overlaps itself"),
        ("hours: {mon: [[540, 1080]]}", "hours.mon: this is not a span of hours such as 09:00-17:30"),
        ("hours: 09:00-17:00", "hours: days with hours are expected here, such as 'mon: 09:00-17:30'"),
        (
            "hours: {no: 09:00-17:00}",
            "hours.no: it should be 'mon', 'tue', 'wed', 'thu', 'fri', 'sat' or 'sun'",
        ),
        ("offce: 12", "offce: there is no such field; did you mean 'office'?"),
        ("colour: red", "colour: there is no such field"),
        ("languages: [russian]", "languages.1: it should be two small letters, such as ru"),
        ("adults: maybe", "adults: it should be a valid boolean, unable to interpret input"),
        ("slot_minutes: 3", "slot_minutes: it should be greater than or equal to 5"),
        ("gender: x", "gender: it should be 'female' or 'male'"),
        ("time_off: [{from: 20260101}]", "time_off.1.from: '20260101' is not a day such as 2026-12-31"),
        ("time_off: [{from: 2026-02-30}]", "time_off.1.from: it should be a valid date"),
        ("time_off: [{from: 2026-02-03, to: 2026-02-01}]", "time_off.1: 'to' is before 'from'"),
        ("time_off: [{form: 2026-02-03}]", "time_off.1.form: there is no such field; did you mean 'from'?"),
        (r'office: "1\0"', "office: control characters are not allowed"),
        (r'office: "\uD800"', "office: it should be a valid string"),
    ],
)
def test_a_mistake_in_a_field_is_named_with_section_id_and_field(fields: str, problem: str) -> None:
    found = problems(DOCTOR.format(fields))
    assert any(line.startswith(f"doctors, id 7, {problem}") for line in found), found


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "it is empty"),
        (" \n\n", "it is empty"),
        ("# nothing but a remark", "it is empty"),
        ("doctors:", "doctors: a list is expected here"),
        ("doctors: {1: {}}", "doctors: a list is expected here"),
        ("doctors: [5]", "doctors, entry 1: fields with values are expected here, such as 'id: 1'"),
        ("just words", "fields with values are expected here, such as 'id: 1'"),
        ("docters: []", "docters: there is no such field; did you mean 'doctors'?"),
        ("branches: [{id: 1, name: A, time_zone: Mars/Base}]", "branches, id 1, time_zone: 'Mars/Base' is no IANA"),
        ("branches: [{id: 1, latitude: 91}]", "branches, id 1, latitude: it should be less than or equal to 90"),
        ("branches: [{id: 1, longitude: nan}]", "branches, id 1, longitude: it should be a finite number"),
        ("branches: [{id: 1, latitude: '55,7'}]", "branches, id 1, latitude: it should be a valid number"),
        ("branches: [{id: 1, phone: call us}]", "branches, id 1, phone: it should be a phone number, such as +7 495"),
        ("branches: [{id: 1, time_zone: UTC}]", "branches, id 1, name: is missing"),
        ("branches: [{name: A, time_zone: UTC}]", "branches, entry 1, id: is missing"),
        ("branches: [{id: 0, name: A, time_zone: UTC}]", "branches, id 0, id: it should be greater than"),
        ("branches: [{id: 1e99, name: A, time_zone: UTC}]", "branches, id 1e99, id: it should be a valid integer"),
        (
            "visit_types: [{id: 1, code: A b, kind: first, name: n, minutes: 5}]",
            "visit_types, id 1, code: it should be",
        ),
        ("branches: []\nbranches: []", "line 2: 'branches' stands twice"),
        ("doctors: [{id: 1, hours: {mon: 09:00-10:00,\n mon: 11:00-12:00}}]", "line 2: 'mon' stands twice"),
        ("branches: [\n", "line 2: "),
        ("\t- a", "line 1: found character '\\t'"),
        ("? [a]\n: b", "line 1: a field's name is one word"),
        ("--- 1\n--- 2", "line 2: "),
        ("a\x00b", "unacceptable character #x0000"),
        ("!!python/object/apply:os.getcwd []", "line 1: could not determine a constructor for the tag"),
        ("a: !!int ''", "line 1: could not determine a constructor for the tag"),
        ("[" * 100_000, "the file is nested too deeply"),
        ("{a: " * 100_000, "the file is nested too deeply"),
    ],
)
def test_a_text_that_is_no_document_is_refused_with_a_reason(text: str, problem: str) -> None:
    found = problems(text)
    assert any(line.startswith(problem) for line in found), found


def test_yaml_bombs_do_not_go_off() -> None:
    aliases = "a: &a [x]\n" + "".join(
        f"{chr(97 + n)}: &{chr(97 + n)} [{', '.join([f'*{chr(96 + n)}'] * 9)}]\n" for n in range(1, 9)
    )
    merges = "a: &a {x: 1}\nb: {<<: [*a, *a]}"
    assert problems(aliases) == ["line 2: write '*a' out: aliases are not used"]
    assert problems(merges) == ["line 2: write '*a' out: aliases are not used"]


def test_files_that_are_no_text_or_too_much_of_it(tmp_path: Path) -> None:
    def refusal(content: bytes) -> str:
        path = tmp_path / "clinic.yaml"
        path.write_bytes(content)
        with pytest.raises(BadImport) as raised:
            read_file(path)
        return raised.value.problems[0]

    assert refusal(b"") == "it is empty"
    assert refusal(b"\xef\xbb\xbf") == "it is empty"
    assert refusal("branches:\n- Садовая".encode("cp1251")).startswith("line 2: this is not UTF-8 text")
    assert refusal(b"\x7fELF\x02\x01\xff").startswith("line 1: this is not UTF-8 text")
    assert refusal(b"#" * (MOST_BYTES + 1)) == "it is larger than 5 MB: divide it"
    with pytest.raises(BadImport, match="cannot be read"):
        read_file(tmp_path / "missing.yaml")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "id,name\n1,A",
            "the header names neither branches (time_zone), visit types (minutes) nor doctors (specialty)",
        ),
        ("id,name,time_zone\n", "there are no rows under the header"),
        ("id,name,name,time_zone\n1,A,B,UTC", "the header names a column twice"),
        ("id,name,time_zone\n1,A,UTC\n2,B", "line 3: 2 cells, but the header has 3"),
        ('id,name,time_zone\n1,"A\nB",UTC\n2,B', "line 4: 2 cells, but the header has 3"),
        ('id,name,time_zone\n1,"A,UTC', "line 2: unexpected end of data"),
        ("id,name,time_zone\n1,A\x00,UTC", "branches, id 1, name: control characters are not allowed"),
        ("id,name,time_zone,hours\n1,A,UTC,x", "branches, id 1, hours: there is no such field"),
        (f"id,name,time_zone\n1,{'A' * 200_000},UTC", "line 2: field larger than field limit"),
        ("id;name;specialty;branch;mon\n7;A;ent;1;9-25", f"doctors, id 7, hours.mon: '9-25' {SPAN}"),
        ("id;name;specialty;branch\nx;A;ent;1", "doctors, id x, id: it should be a valid integer"),
    ],
)
def test_csv_mistakes_are_named_with_their_line_or_id(text: str, problem: str) -> None:
    found = problems(text, csv_format=True)
    assert found, "the file was taken"
    assert found[0].startswith(problem), found
