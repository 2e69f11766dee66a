"""What a patient means: dates, complaints, emergencies. Pure functions over data files; no framework, no network."""
