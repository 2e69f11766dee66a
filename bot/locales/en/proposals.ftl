# Times to choose from, and what is said when one is gone.
slot-button = { $when } — { $specialty }, { $doctor }
slot-line = { $number }. { $when } — { $specialty }, { $doctor }, { $place }
place = office { $office }, { $branch }
place-office = office { $office }
offers-end = Choose a time with a button, or write what to change.
offers-again = All right, choose a time:
nothing-else = I have no other time right now. Write which doctor you need and when, and I will look again.
instead = The nearest free times:

gone-taken = This time has just been taken.
gone-hold-expired = The time to confirm ran out, and the hold is gone.
gone-offer-expired = This offer is out of date.
gone-not-bookable = This time can no longer be booked.
gone-wrong-age = This doctor sees patients of another age. Tell me who will visit, or choose another doctor.
gone-let-go = This time is no longer held for you.
gone-nothing = Write which doctor you need and when, and I will look again.
