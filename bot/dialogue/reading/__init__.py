"""What typed answers mean: names, birth dates, phones, and whom a message is about. Pure; words are in data files."""
