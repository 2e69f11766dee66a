"""`frontdesk demo`: the real processes of a clinic's front desk under a small supervisor."""
