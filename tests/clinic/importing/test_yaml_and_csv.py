"""What people write in YAML and CSV means what they meant."""

from pathlib import Path

import pytest

from clinic.schedule.importing.document import ImportDocument
from clinic.schedule.importing.read_file import parse, read_file
from tests.clinic.importing.files import bring, stored


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("012", "012"),
        ("0x1f", "0x1f"),
        ("1.10", "1.10"),
        ("1_0", "1_0"),
        ("12:30", "12:30"),
        ("no", "no"),
        ("1e3", "1e3"),
    ],
)
def test_an_office_is_what_is_written_and_not_what_yaml_makes_of_it(written: str, meant: str) -> None:
    document = parse(f"doctors: [{{id: 7, name: A, specialty: ent, branch: 1, office: {written}}}]", csv_format=False)
    assert document.doctors[0].office == meant


def test_words_that_yaml_takes_for_something_else() -> None:
    document = parse(
        "doctors: [{id: 7, name: No, specialty: ent, branch: 1, languages: [no, ru, no], adults: off, children: yes,\n"
        "  hours: {mon: 9:00-12:00, tue: , wed: [09:00-10:00, 11:00-12:00], thu: 09:00–24:00}}]",
        csv_format=False,
    )
    doctor = document.doctors[0]
    assert (doctor.name, doctor.languages, doctor.adults, doctor.children) == ("No", ["no", "ru"], False, True)
    assert doctor.hours == {"mon": [(540, 720)], "tue": [], "wed": [(540, 600), (660, 720)], "thu": [(540, 1440)]}


CSV = {
    "branches": "id{0}name{0}address{0}time_zone\n5{0}Park{0}{0}Europe/Moscow\n",
    "visit_types": "id{0}code{0}kind{0}name{0}specialty{0}minutes{0}price\n"
    "1{0}ecg{0}procedure{0}ECG{0}ent{0}20{0}9.50 EUR\n",
    "doctors": "id{0}name{0}specialty{0}branch{0}office{0}languages{0}adults{0}mon{0}sun\n"
    '7{0}"Rechnaya; Olga, Dr"{0}ent{0}1{0}012{0}ru en{0}no{0}"09:00-13:00, 14:00-18:00"{0}\n',
}


def yaml_of(section: str) -> ImportDocument:
    texts = {
        "branches": "branches: [{id: 5, name: Park, time_zone: Europe/Moscow}]",
        "visit_types": "visit_types: [{id: 1, code: ecg, kind: procedure, name: ECG, specialty: ent, minutes: 20, "
        "price: 9.50 EUR}]",
        "doctors": 'doctors: [{id: 7, name: "Rechnaya; Olga, Dr", specialty: ent, branch: 1, office: 012, '
        'languages: [ru, en], adults: no, hours: {mon: "09:00-13:00, 14:00-18:00"}}]',
    }
    return parse(texts[section], csv_format=False)


@pytest.mark.parametrize("section", list(CSV))
@pytest.mark.parametrize("delimiter", [",", ";"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
def test_csv_says_the_same_as_yaml(section: str, delimiter: str, newline: str, bom: str, tmp_path: Path) -> None:
    path = tmp_path / "rows.CSV"
    text = bom + CSV[section].format(delimiter).replace("\n", newline)
    path.write_bytes(text.encode())
    assert read_file(path) == yaml_of(section)


def test_spaces_in_the_header_and_empty_rows_do_no_harm() -> None:
    text = " id ; name ; time_zone \n\n 5 ; Park ; UTC \n;;\n"
    assert parse(text, csv_format=True).branches[0].name == "Park"
    assert len(parse(text, csv_format=True).branches) == 1


async def test_empty_cells_leave_what_is_known_and_no_weekday_leaves_the_hours(synthetic_database: str) -> None:
    header = "id,name,specialty,branch,office,slot_minutes,mon,tue\n"
    before = (await stored(synthetic_database)).doctors[3]
    row = f"3,Doctor 3,{before.specialty},1,"
    assert await bring(synthetic_database, header + row + "9,,,", csv_format=True) == [
        "~ doctor 3 (Doctor 3), office: 103 -> 9"
    ]
    lines = await bring(synthetic_database, header + row + ",,,08:00-12:00", csv_format=True)
    assert len(lines) == 1
    assert lines[0].endswith(" -> tue 08:00-12:00")
