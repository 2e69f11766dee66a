"""What people must be told: written with what makes it true, taken with a lease by whoever can tell them."""
