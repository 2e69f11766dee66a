"""The managers' group: news that need a hand, and the buttons under them. No patient's dialogue happens here."""
