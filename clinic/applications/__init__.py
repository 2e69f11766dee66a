"""Applications: a patient's request for a visit, what was proposed for it, and what the clinic decided."""
