# Reminders of visits, and the answers to them.
reminder =
    <b>You have a visit { $when }</b>
    { $specialty }, { $doctor }
    { $place }
reminder-confirm-by = Please tell us that you are coming: <b>{ $until }</b> at the latest. Otherwise this time goes to somebody else.
reminder-coming = I'm coming
coming-known = Thank you, we are expecting you.
coming-which = To which visit?
coming-which-one = { $when } — { $specialty }
news-not-confirmed = The visit was cancelled: you did not tell us that you are coming
visit-missed =
    We missed you: { $when } — { $specialty }, { $doctor }.
    Things happen. Shall we find another time?
visit-missed-again = Choose a new time
