"""Which doctor a complaint needs: routing by the words a patient uses, never a diagnosis."""

from understanding.complaints.evidence import Evidence
from understanding.complaints.ranking import explain, named, rank

__all__ = ["Evidence", "explain", "named", "rank"]
