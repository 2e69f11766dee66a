"""Personal data of nobody, made from parts: names in every case, numbers in every shape. Seeded, so it repeats."""

from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import yaml

from agent.privacy.checksums import is_card, is_inn, is_snils
from understanding.morphology import _analyzer

Case = str
PARTS: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "parts.yaml").read_text(encoding="utf-8"))
FEMALE_S = {"Петренко", "Ткачук", "Саркисян", "Шевченко", "Григорян"}


@dataclass(frozen=True, slots=True)
class People:
    """Where values come from: a half of the pools and a generator."""

    half: str
    random: Random

    def value(self, slot: str, language: str) -> str:
        name, _, case = slot.partition(":")
        if name in {"NAME", "name", "FIRST", "FULL", "LAST", "SHORT", "INITIALS"}:
            written = self._russian(name.upper(), case or "nomn") if language == "ru" else self._english(name.upper())
            return written.lower() if name == "name" else written
        made: str = getattr(self, name.lower())(language)
        return made

    def _russian(self, slot: str, case: Case) -> str:
        sex = self.random.choice("mf")
        pool: dict[str, list[str]] = PARTS[self.half]
        first = _declined(self.random.choice(pool[sex]), "Name", sex, case)
        father = _patronymic(self.random.choice(["Иван", "Олег", "Сергей", "Павел", "Андрей"]), sex)
        last = self._surname(sex, case)
        short = _declined(self.random.choice(pool[f"short_{sex}"]), "Name", sex, case)
        initials = f"{self._surname(sex, 'nomn')} {first[0]}. {father[0]}."
        patronymic = _declined(father, "Patr", sex, case)
        name = self.random.choice((f"{first} {last}", f"{last} {first}", f"{first} {patronymic}"))
        full = f"{last} {first} {patronymic}"
        return {"NAME": name, "FIRST": first, "FULL": full, "LAST": last, "SHORT": short, "INITIALS": initials}[slot]

    def _surname(self, sex: str, case: Case) -> str:
        last = str(self.random.choice(PARTS[self.half]["s"]))
        if sex == "f" and last in FEMALE_S:
            return last
        if sex == "f":
            last = last.removesuffix("ий") + "ая" if last.endswith("ий") else last + "а"
        return _declined(last, "Surn", sex, case)

    def _english(self, slot: str) -> str:
        pool: dict[str, list[str]] = PARTS[self.half]
        first = self.random.choice(pool[f"en_{self.random.choice('mf')}"])
        last = self.random.choice(pool["en_s"])
        parts = {"FIRST": first, "SHORT": first, "LAST": last, "INITIALS": f"{first[0]}. {last}"}
        return parts.get(slot, f"{first} {last}")

    def _digits(self, count: int) -> str:
        return "".join(self.random.choice("0123456789") for _ in range(count))

    def _shaped(self, *shapes: str) -> str:
        """A shape with a digit for each `d`, 1 to 9 for each `D`."""
        shape = self.random.choice(shapes)
        return "".join({"d": self._digits(1), "D": self.random.choice("123456789")}.get(sign, sign) for sign in shape)

    def phone(self, language: str) -> str:
        return self._shaped(*PARTS["shapes"][f"phone-{language}"])

    def spoken(self, _: str) -> str:
        hundreds = ["девятьсот", "девятьсот шестнадцать", "девятьсот двадцать пять"]
        parts = ["сто двадцать три", "двести сорок", "пятьсот пятьдесят пять", "триста один"]
        pairs = ["сорок пять", "шестьдесят семь", "ноль один", "двенадцать", "тридцать"]
        choice = self.random.choice
        return f"восемь {choice(hundreds)} {choice(parts)} {choice(pairs)} {choice(pairs)}"

    def email(self, _: str) -> str:
        return f"{self.random.choice(PARTS['emails'])}{self.random.choice(PARTS['servers'])}"

    def account(self, _: str) -> str:
        return "@" + self.random.choice(["ivan_petrov", "kozlova85", "the_olga", "m1khail", "annasmith"])

    def birthdate(self, language: str) -> str:
        day, month, year = self.random.randint(1, 28), self.random.randint(1, 12), self.random.randint(1935, 2024)
        month_ru, month_en = (PARTS["months"][one][month - 1] for one in ("ru", "en"))
        ru = [f"{day:02}.{month:02}.{year}", f"{day} {month_ru} {year} года", f"{day} {month_ru} {year}"]
        ru += [f"{day}.{month}.{year % 100:02}" if year < 2000 else f"{day}.{month}.{year}"]
        en = [f"{month_en} {day}, {year}", f"{day} {month_en} {year}", f"{day}th of {month_en} {year}"]
        en += [f"{month_en[:3]} {day} {year}"]
        either = [f"{year}-{month:02}-{day:02}", f"{day:02}/{month:02}/{year}"]
        return self.random.choice(either + (ru if language == "ru" else en))

    def passport(self, _: str) -> str:
        return self._shaped("Dddd dddddd", "dd dd dddddd", "Dddd № dddddd", "Dddddddddd")

    def oms(self, _: str) -> str:
        return self._shaped("D" + "d" * 15, "dddd dddd dddd dddd")

    def snils(self, _: str) -> str:
        digits = next(n for n in iter(lambda: self._digits(11), "") if is_snils(n))
        parts = digits[:3], digits[3:6], digits[6:9]
        return self.random.choice((digits, f"{'-'.join(parts)} {digits[9:]}", f"{' '.join(parts)} {digits[9:]}"))

    def inn(self, _: str) -> str:
        return next(digits for digits in iter(lambda: self._digits(10), "") if is_inn(digits))

    def bankcard(self, _: str) -> str:
        digits = next(n for n in iter(lambda: "4" + self._digits(15), "") if is_card(n))
        return self.random.choice((digits, " ".join(digits[n : n + 4] for n in range(0, 16, 4))))

    def contract(self, _: str) -> str:
        return self._shaped("ddd-dd", "AB-dddddd", "ddddd/dd", "dddddd")

    def cardno(self, _: str) -> str:
        return self._shaped("ddddd", "ddd-dddd", "A-ddddd")

    def address(self, language: str) -> str:
        house, flat = self.random.randint(1, 120), self.random.randint(1, 300)
        streets = PARTS["streets"]
        street = self.random.choice(streets["ru"])
        road = f"{house} {self.random.choice(streets['en'])} {self.random.choice(streets['kinds'])}"
        ru = [f"ул. {street}, д. {house}, кв. {flat}", f"улица {street} {house}", f"пр-т {street} д.{house} корп 1"]
        ru += [f"ул {street} дом {house} квартира {flat}", f"проспект {street}, {house}к2, кв {flat}"]
        return self.random.choice(ru if language == "ru" else [road, f"{road}, apt {flat}", f"flat {flat}, {road}"])


def _patronymic(father: str, sex: str) -> str:
    stem = {"Павел": "Павл", "Андрей": "Андре", "Сергей": "Серге"}.get(father, father)
    soft = father.endswith("й")
    return stem + (("евич" if soft else "ович") if sex == "m" else ("евна" if soft else "овна"))


def _declined(word: str, grammeme: str, sex: str, case: Case) -> str:
    if case == "nomn":
        return word
    wanted = {"m": "masc", "f": "femn"}[sex]
    parses = [p for p in _analyzer().parse(word.lower()) if p.tag.case == "nomn" and p.tag.number == "sing"]
    best = sorted(parses, key=lambda p: (grammeme not in p.tag, wanted not in p.tag and "ms-f" not in p.tag))
    form = best[0].inflect({case}) if best else None
    return (form.word if form else word.lower()).title()
