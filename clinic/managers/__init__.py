"""Who may act for the clinic from the managers' group, and how a new manager is invited."""
