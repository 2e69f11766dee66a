# What the offline model says to a patient. No names of diseases, no drugs, no percentages.

hello = Hello! I can find you a time with a doctor. What is bothering you, or which doctor do you need?
hello-again = Hello! Which day and time would suit you?
thanks = { $times ->
        [0] You are welcome! Shall I look for another time?
        [1] Glad to help! Is there anything else you need?
        [2] Any time! Shall I look for something else?
       *[other] You are always welcome! What else can I do for you?
    }
bye = { $times ->
        [0] Goodbye! Just write when you need a visit.
       *[other] Take care! We are glad to help again.
    }
restarted = All right, let us start over. What is bothering you, or which doctor do you need?
ask-who = { $times ->
        [0] I can find you a time with a doctor. What is bothering you, or which doctor do you need?
        [1] To find a time I need to know the doctor. What hurts, or whom would you like to see?
        [2] You can choose a doctor with the buttons below, or ask the clinic to call you. Or in your own words: what is bothering you?
       *[other] Write "sore throat" or "a GP", for example, or use the buttons below. Which doctor do you need?
    }
noted = Noted.
noted-time = The time is noted.
ask-when = { $times ->
        [0] Which day and time would suit you?
        [1] I could not make that out. Write "Friday evening", "earlier" or "another doctor", for example: what shall I change?
        [2] You can choose a day with the buttons below, or ask the clinic to call you. Or tell me in words: when would suit you?
       *[other] Name a day such as "tomorrow" or "Wednesday after 5 pm", or use the buttons below. What would suit you?
    }
ask-doctor = { $times ->
        [0] The clinic has several doctors of that name: { $names }. Which of them do you need?
        [1] Please tell me the first name or the specialty: { $names }. Whom would you like to see?
        [2] Choose the doctor with the buttons below, or write the number in this list: { $names }. Which one do you need?
       *[other] You can ask the clinic to call you, or give me the full name: { $names }. Whom shall I look for?
    }
ask-branch = { $times ->
        [0] Which branch suits you better? { $names }.
        [1] Please name the branch or its street: { $names }. Which of them is closer to you?
        [2] You can also choose the branch with the buttons below: { $names }. Which one would suit you?
       *[other] Would any branch do? If not, name one of these: { $names }.
    }

found = { $wish }, there { $count ->
        [one] is { $count }{ $more ->
            [more] {" "}more
           *[first] {""}
        } free time
       *[other] are { $count }{ $more ->
            [more] {" "}more
           *[first] {""}
        } free times
    } with { $to }{ $asked }. { choose }
found-nearest = here { $count ->
        [one] is { $more ->
            [more] another
           *[first] the nearest
        } free time
       *[other] are { $more ->
            [more] { $count } more
           *[first] the { $count } nearest
        } free times
    } with { $to }{ $asked }. { choose }
found-instead = there is no free time with { $to } { $wish }{ $why }; the nearest is { $nearest }{ $asked }. { $count ->
        [one] Would it suit you?
       *[other] Here are { $count } times, which one suits you?
    }
no-advice = That is a question for a doctor at a visit.
other-reading = If you meant another day — { $wish } — just write it.
choose = { $count ->
        [one] Would it suit you?
       *[other] Which one suits you?
    }
found-nothing = there is no free time with { $to } at present{ $why }. Which other doctor shall I look for?
found-nothing-then = there is no free time with { $to } { $wish }{ $why }. Which other day or doctor would suit you?
no-such-doctor = The clinic has no such doctor ({ $specialty }). Which other doctor would suit you?
instead-of = The clinic has no such doctor ({ $wanted }), so I suggest { $to }.
full-so = There is no free time with { $to } { $wish }{ $why }, so I suggest { $other }.
nobody-else = The clinic has no other doctor of this kind ({ $specialty }). Which other doctor would suit you?
unknown-doctor = The clinic has no doctor of that name.
no-usual = I see no past visit that would tell me who your doctor is.
than = { $turn ->
        [earlier] earlier than the times shown
       *[later] later than the times shown
    }

as-asked = , as you asked: { $traits }
given-up = No doctor of the clinic meets all your wishes. I had to leave this out: { $traits }.
given-up-full = There is no free time that meets all your wishes. I had to leave this out: { $traits }.
trait-gender = { $gender ->
        [female] a woman doctor
       *[male] a man doctor
    }
trait-language = a visit in { $language }
trait-branch = the branch { $branch }
trait-doctor = Dr { $names }
to-names = Dr { $names }
to-doctors = Dr { $names }

chosen = { $count ->
        [one] { $when }, Dr { $doctor }: tap this time to take it.
       *[other] Several of the times fit these words. Which one is it?
    }
chosen-gone = That time has just been taken. { $count ->
        [one] Here is the nearest one with the same doctor, would it suit you?
       *[other] Here are the nearest ones with the same doctor, which one suits you?
    }
chosen-gone-nothing = That time has just been taken, and this doctor has no other at present. Which other doctor shall I look for?
why-chosen = the time you chose
why-later-than-gone = a little later

ask-human = To talk to a person from the clinic, press the button "Call me back". Shall I look for a time with a doctor meanwhile?
ask-call = To be called by the clinic, press the button "Call me back". Shall I look for a time with a doctor meanwhile?
ask-complaint = I am sorry about that. Please write what happened: the clinic's people should hear of it.
ask-how = I look for free times with the clinic's doctors: write what is bothering you or which doctor you need, and when. What is bothering you?
ask-address = { $count ->
        [one] We are here:
       *[other] We are here:
    }
ask-address-then = Shall I look for a time with a doctor there?
ask-hours = Each doctor has their own hours. The clinic will tell you when it is open:
ask-hours-then = Which doctor's free time shall I look at?
day-hours = { $day } the first free time with { $to } is at { $first } and the last one at { $last }. Shall I show some of them?
day-hours-none = { $day } there is no free time with { $to }. Shall I look at another day?
price = { $count ->
        [one] The clinic's price:
       *[other] The clinic's prices:
    }
price-line = { $name } — { $price }, { $minutes } min
price-then = Shall I look for a time?
preparation = This is what the clinic asks for:
preparation-line = { $name } — { $preparation }
preparation-then = Shall I look for a time?
preparation-unknown = The clinic's records name no special preparation. Shall I look for a time?
price-unknown = I have no prices at hand, the clinic will tell you: press the button "Call me back". Shall I look for a time?
doctors = { $count ->
        [one] This doctor sees patients here:
       *[other] These doctors see patients here:
    }
doctor-line = { $name } ({ $kind })
doctors-then = { $rest ->
        [0] Whose free time shall I look at?
        [one] And { $rest } more doctor. Whose free time shall I look at?
       *[other] And { $rest } more doctors. Whose free time shall I look at?
    }
doctors-none = The clinic has no such doctor. Which other doctor would suit you?

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
dated = on { weekday }, { $date }, at { $time }
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
        [14] on { $date }
       *[other] on { weekday }, { $date },
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
