"""The names that a message may use, as the caller knows them."""

from dataclasses import dataclass
from typing import Literal

Gender = Literal["female", "male"]


@dataclass(frozen=True, slots=True)
class KnownDoctor:
    doctor_id: int
    full_name: str
    """In any order and alphabet: 'Анна Иванова', 'Иванова Анна Петровна', 'John Smith'."""
    gender: Gender | None = None


@dataclass(frozen=True, slots=True)
class KnownBranch:
    branch_id: int
    name: str
    address: str


@dataclass(frozen=True, slots=True)
class KnownClinic:
    """Hashable on purpose: indexes over it are built once."""

    doctors: tuple[KnownDoctor, ...] = ()
    branches: tuple[KnownBranch, ...] = ()
