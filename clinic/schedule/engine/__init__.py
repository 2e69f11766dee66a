"""The slot engine: pure functions from a schedule and what is booked to the slots that are free.

All moments are whole minutes since 1970-01-01T00:00Z (`Minute`): instants, so that a zone only matters where wall-clock
rules become instants (`local_day`, `grid`) and where an answer is shown to a person.

    rules --local_day--> grid (starts that the doctor's hours allow) --occupancy--> free slots, nearest slot, reasons
"""
