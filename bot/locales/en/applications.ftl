# Visits that the clinic's managers have to confirm.
card-decide-by = The clinic answers here at the latest: { $until }
card-declined = The clinic could not confirm this visit
mine-pending-until = (waiting for the clinic to confirm; the answer comes at the latest: { $until })
news-approved = The clinic has confirmed your visit
news-reopened = The clinic is checking your visit once more
application-declined = <b>The clinic cannot confirm this visit</b>
application-undecided = <b>The clinic did not manage to confirm this visit in time</b>
application-none-fit = <b>All right, none of these times</b>
application-late = <b>The time to decide is over, and this visit was not booked</b>
application-withdrawn = <b>The clinic has taken its proposal back</b>
application-reason = Why: { $reason }
application-others = We hold other times for you: see the next message. You can also wait for a place, choose another time, or ask for a call.
application-ways = You can wait for a place to be freed, choose another time, or ask for a call.

## The wished time, as managers read it
wished-asap = as soon as possible
wished-any = any time
wished-from = from { $day } on
wished-until = until { $day }
