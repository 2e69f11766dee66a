"""`frontdesk eval`: scripted patients talk to the real front desk, and the clinic's database tells how it ended."""
