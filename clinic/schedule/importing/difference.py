"""What an import would change, line by line, for a person to read before it happens. No I/O."""

from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields
from typing import Literal

from clinic.schedule.domain.clinic import Branch, Doctor, Schedule, VisitType
from clinic.schedule.importing.wording import label, words

Entity = Branch | Doctor | VisitType
Section = Literal["branch", "visit type", "doctor"]


@dataclass(frozen=True, slots=True)
class Change:
    section: Section
    key: int
    old: Entity | None
    new: Entity

    def lines(self) -> list[str]:
        """'+ doctor 7: …' for a new one, '~ doctor 7 (Name), office: 12 -> 14' for each changed field."""
        if self.old is None:
            return [f"+ {self.section} {self.key}: {'; '.join(self._said())}"]
        return [
            f"~ {self.section} {self.key} ({_name(self.old)}), {label(name)}: {words(name, was)} -> {words(name, now)}"
            for name in _named(self.new)
            if (was := getattr(self.old, name)) != (now := getattr(self.new, name))
        ]

    def _said(self) -> list[str]:
        """The name, and what is not as it is for everyone."""
        usual = {field.name: field.default for field in fields(self.new) if field.default is not MISSING}
        said = [
            f"{label(name)}: {words(name, value)}"
            for name in _named(self.new)
            if (value := getattr(self.new, name)) != usual.get(name, "") and label(name) != "name"
        ]
        return [_name(self.new), *said]


def difference(current: Schedule, new: Schedule) -> list[Change]:
    """Everything that is new or not what it was, branches first."""
    return [
        *_changes("branch", current.branches, new.branches),
        *_changes("visit type", current.visit_types, new.visit_types),
        *_changes("doctor", current.doctors, new.doctors),
    ]


def _changes(section: Section, old: Mapping[int, Entity], new: Mapping[int, Entity]) -> list[Change]:
    return [Change(section, key, old.get(key), entity) for key, entity in new.items() if old.get(key) != entity]


def _named(entity: Entity) -> list[str]:
    _, *others = fields(entity)  # the first is the id
    return [field.name for field in others]


def _name(entity: Entity) -> str:
    return entity.full_name if isinstance(entity, Doctor) else entity.name
