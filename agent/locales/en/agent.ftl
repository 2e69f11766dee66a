# What the offline model says to a patient. No names of diseases, no drugs, no percentages.

hello = Hello! I can find you a time with a doctor. What is bothering you, or which doctor do you need?
thanks = You are welcome! Shall I look for another time?
ask-who = I can find you a time with a doctor. What is bothering you, or which doctor do you need?
ask-who-then = The time is noted. What is bothering you, or which doctor do you need?
ask-when = Which day and time would suit you?

found = { $wish }, there { $count ->
        [one] is { $count } free time
       *[other] are { $count } free times
    } with { $to }. { choose }
found-nearest = here { $count ->
        [one] is the nearest free time
       *[other] are the { $count } nearest free times
    } with { $to }. { choose }
found-instead = there is no free time with { $to } { $wish }{ $why }; the nearest is { $nearest }. { $count ->
        [one] Would it suit you?
       *[other] Here are { $count } times, which one suits you?
    }
choose = { $count ->
        [one] Would it suit you?
       *[other] Which one suits you?
    }
found-nothing = there is no free time with { $to } at present{ $why }. Which other doctor shall I look for?
found-nothing-then = there is no free time with { $to } { $wish }{ $why }. Which other day or doctor would suit you?
no-such-doctor = The clinic has no such doctor ({ $specialty }). Which other doctor would suit you?
instead-of = The clinic has no such doctor ({ $wanted }), so I suggest { $to }.

because = : { $reason }
reason-no-doctor = the clinic has no such doctor
reason-doctor-full = { $doctors ->
        [one] the doctor is fully booked{ $until }
       *[other] the doctors are fully booked{ $until }
    }
reason-doctor-away = { $doctors ->
        [one] the doctor is away{ $until }
       *[other] the doctors are away{ $until }
    }
reason-not-working = { $doctors ->
        [one] the doctor does not see patients then
       *[other] the doctors do not see patients then
    }
reason-branch-closed = the clinic is closed{ $until }
reason-lead-time = that is too soon to arrange
reason-beyond-horizon = the schedule is not open that far ahead
reason-part-of-day = there are no visits at that part of the day
reason-in-the-past = that time is already past

why-first = the nearest free time
why-first-after = the nearest free time after { $time }
why-earlier = earlier the same day
why-later = later the same day
why-another-day = on another day
why-another-doctor = another doctor

own-none = You have no appointments ahead. Shall I find you a time?
own-list = { $count ->
        [one] Your appointment:
       *[other] Your appointments:
    }
own-line = { $when }, { $doctor }, office { $office }{ $status ->
        [pending] {" "}(awaits the clinic's confirmation)
        [needs_rebooking] {" "}(another time has to be chosen)
       *[other] {""}
    }

or = {" "}or{" "}
at-those-times = at the times you named
at = { $day } at { $time }
dated = on { weekday }, { $date } at { $time }
on-day = { $day }{ $hours }
from-day = from { $day }{ $hours }
to-day = by { $day }
days = from { $first } to { $last }
hours = { $shape ->
        [before] before { $end }
        [after] after { $begin }
        [sharp] at { $begin }
       *[between] from { $begin } to { $end }
    }
day = { $ahead ->
        [0] today
        [1] tomorrow
        [7] on { $date }
       *[other] on { weekday }, { $date }
    }
until = { $ahead ->
        [0] until { $time }
        [1] until tomorrow
        [7] until { $date }
       *[other] until { weekday }
    }
weekday = { $weekday ->
        [0] Monday
        [1] Tuesday
        [2] Wednesday
        [3] Thursday
        [4] Friday
        [5] Saturday
       *[6] Sunday
    }

specialty-other = doctor
    .to = a doctor
specialty-therapist = general practitioner
    .to = a general practitioner
specialty-pediatrician = paediatrician
    .to = a paediatrician
specialty-cardiologist = cardiologist
    .to = a cardiologist
specialty-neurologist = neurologist
    .to = a neurologist
specialty-gastroenterologist = gastroenterologist
    .to = a gastroenterologist
specialty-ent = ENT doctor
    .to = an ENT doctor
specialty-ophthalmologist = eye doctor
    .to = an eye doctor
specialty-dermatologist = dermatologist
    .to = a dermatologist
specialty-surgeon = surgeon
    .to = a surgeon
specialty-orthopedist = orthopaedist
    .to = an orthopaedist
specialty-urologist = urologist
    .to = a urologist
specialty-gynecologist = gynaecologist
    .to = a gynaecologist
specialty-endocrinologist = endocrinologist
    .to = an endocrinologist
specialty-pulmonologist = pulmonologist
    .to = a pulmonologist
specialty-rheumatologist = rheumatologist
    .to = a rheumatologist
specialty-allergist = allergist
    .to = an allergist
specialty-psychiatrist = psychiatrist
    .to = a psychiatrist
specialty-dentist = dentist
    .to = a dentist
specialty-oncologist = oncologist
    .to = an oncologist
specialty-nephrologist = nephrologist
    .to = a nephrologist
specialty-infectionist = infectious diseases doctor
    .to = an infectious diseases doctor
specialty-proctologist = proctologist
    .to = a proctologist
