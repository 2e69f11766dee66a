"""Which doctor a complaint needs: routing by the words a patient uses, never a diagnosis."""

from understanding.complaints.ranking import named, rank

__all__ = ["named", "rank"]
