"""When a patient wants to come.

A message becomes tokens (`tokens`, over the words of `lexicon`), tokens become atoms (`rules`), the words around them
tell which are refused or past (`clauses`), days and hours are put together (`groups`) and become windows (`resolve`).
"""

from understanding.dates.parse import parse
from understanding.dates.wish import DateWish, Window, to_wire

__all__ = ["DateWish", "Window", "parse", "to_wire"]
