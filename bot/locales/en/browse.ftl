# The way without words: specialty, branch, doctor, day, time.
browse-buttons = Choose with buttons
browse-back = ← Back
browse-calendar = Other days: calendar

browse-specialty = <b>Which doctor do you need?</b>
browse-specialty-hint = Choose with a button, or write in your own words what is wrong.
browse-branch = <b>{ $specialty }.</b> Which branch suits you?
browse-branch-line = { $branch }: { $address }
browse-any-branch = Any branch
browse-doctor = <b>{ $specialty }.</b> Whom would you like to see?
browse-any-doctor = Any doctor
browse-more = More →
browse-earlier = ← Earlier
browse-so-far = <b>{ $what }.</b>
browse-for = For: { $whom }
browse-move-so-far =
    <b>Moving appointment No. { $number }</b>
    Now: { $when } — { $doctor }

## Calendar
calendar-why = <b>{ $why }</b>
calendar-choose = Choose a day. A dot means: no free time.
calendar-month-pattern = LLLL y
calendar-dot = ·
calendar-no-time = There is no free time that day.

## A day
day-times =
    { $count ->
        [one] { $day }: { $count } free time
       *[other] { $day }: { $count } free times
    }
day-parts = { $day }. Which part of the day suits you?
day-part-morning =
    { $count ->
        [one] Morning, before 12:00 — { $count } time
       *[other] Morning, before 12:00 — { $count } times
    }
day-part-afternoon =
    { $count ->
        [one] Afternoon, 12:00–17:00 — { $count } time
       *[other] Afternoon, 12:00–17:00 — { $count } times
    }
day-part-evening =
    { $count ->
        [one] Evening, from 17:00 — { $count } time
       *[other] Evening, from 17:00 — { $count } times
    }
day-page = Page { $page } of { $pages }
time-row = { $when } — { $doctor }, office { $office }
time-row-branch = { $when } — { $doctor }, { $branch }, office { $office }

## Why there is nothing
no-time = There is no free time here now.
why-no_doctor = Nobody here sees such a patient.
why-doctor_full = That day is booked up.
why-doctor_away = The doctor is away then.
why-not_working = There are no visits that day.
why-branch_closed = The branch is closed that day.
why-lead_time = It is too late to book that day.
why-beyond_horizon = That day cannot be booked yet.
why-part_of_day = There is no free time at that part of the day.
why-in_the_past = That day has passed.
gone-past = This time has passed.
way-gone = The clinic does not have this any more. Choose anew.
way-other-doctor = Other doctors
link-unknown = I do not know this link, but I can help you to book.
