# Talking about a visit. Values with $ are filled in by the program.

greeting =
    Hello! I am the clinic's front desk and help you to book a visit.
    Write in your own words what is wrong or which doctor you need, and when it suits you.

    For example: <i>sore throat, tomorrow after five</i>
help =
    Write what is wrong or which doctor you need, and when; I propose times, you choose one and confirm.

    /my — my appointments, and cancelling
    /cancel — forget what was begun and start anew
    /lang — language

    If you need help urgently, call 112 or your local emergency number.
only-text = I can read text only. Please write it in words.
unknown-command = I do not know this command. What I can do: /help.
choose-language = Which language shall we speak?
language-chosen = All right, English it is.
language-name = English
forgotten = Let us start anew. What is wrong or which doctor do you need, and when does it suit you?
hold-let-go = The time is free again.

## Days and times
day-today = today
day-tomorrow = tomorrow
day-after-tomorrow = the day after tomorrow
day-pattern = EEE, MMMM d
day-pattern-year = EEE, MMMM d, y
day-pattern-full = EEEE, MMMM d, y
time-pattern = HH:mm
slot-when = { $day }, { $time }
slot-when-relative = { $relative }, { $day }, { $time }

## Proposals
slot-button = { $when } — { $specialty }, { $doctor }
slot-line = { $number }. { $when } — { $specialty }, { $doctor }, { $place }
place = office { $office }, { $branch }
place-office = office { $office }
offers-end = Choose a time with a button, or write what to change.
offers-again = Then here are other times:
nothing-else = I have no other time right now. Write which doctor you need and when, and I will look again.
instead = The nearest free times:

## What has changed
gone-taken = This time has just been taken.
gone-hold-expired = The time to confirm ran out, and the hold is gone.
gone-offer-expired = This offer is out of date.
gone-not-bookable = This time can no longer be booked.
gone-let-go = This time is no longer held for you.
gone-nothing = Write which doctor you need and when, and I will look again.

## Hold and appointment
held =
    <b>I hold this for you until { $until }:</b>
    { $when }
    { $specialty }, { $doctor }
    { $place }

    Confirm, and the visit is booked.
confirm = Book it
other-time = Another time
card-confirmed = Your visit is booked
card-pending = Your request is sent, the clinic will confirm it
card-cancelled = The appointment is cancelled
card-closed = This appointment is closed already
card-held = This time is held for you
card =
    <b>{ $heading }</b>
    { $specialty }: { $doctor }
    { $date }, { $start }–{ $end }
    Local time: { $zone }
    { $place }
    Appointment No. { $number }
card-address = Address: { $address }
card-footer = To see or cancel your appointments: /my
already-booked = Booked already: No. { $number }

## My appointments
mine-none = You have no appointments to come.
mine-title = <b>Your appointments:</b>
mine-line = No. { $number }: { $when } — { $specialty }, { $doctor }, { $place }
mine-pending = (waiting for the clinic to confirm)
mine-cancel = Cancel: { $when } — { $specialty }
cancel-sure =
    Cancel appointment No. { $number }?
    { $when } — { $specialty }, { $doctor }
cancel-yes = Yes, cancel it
cancel-no = Keep it
cancel-kept = All right, the appointment stands.
cancel-already = This appointment is cancelled already.
cancel-refused = This appointment can no longer be cancelled here. Please call the clinic.
cancel-unknown = You have no such appointment. Your appointments: /my

## When it did not work
unavailable =
    The clinic does not answer right now; nothing was booked and nothing is lost.
    I remember your words: press "Try again" in a minute.
unavailable-tap = The clinic does not answer right now. Press the same button in a minute: nothing is lost.
unavailable-command = The clinic does not answer right now. Try again in a minute.
again = Try again
nothing-to-repeat = There is nothing to repeat. Write what is wrong or which doctor you need.
quota-appointments = You already have { $maximum } appointments to come; no more are possible. See and cancel them: /my
quota-other = Too many attempts in a row. Try later, or call the clinic.
refused = The clinic refused: this cannot be booked. Write which doctor you need and when, and I will look for something else.
stale = This button is out of date. Write what you need, or see your appointments: /my
failed = Something went wrong on our side. Try again; if it does not help, call the clinic.
