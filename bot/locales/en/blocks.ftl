# A doctor cannot come: what managers see, and what patients read for whom nothing is held.
block-which-doctor = <b>Who cannot come?</b> Choose, or write for example: /block Ivanova 09:00-14:00
block-which-of-them = Several doctors have this name. Which one?
block-more = More doctors
block-first-page = Back to the first
block-nobody = No doctor of this name works here. Send /block without a name to choose from the list.
block-which-day = <b>{ $doctor }</b> cannot come. On which day?
block-which-hours = <b>{ $doctor }</b>, { $day }. Which hours?
block-from-now = From now until the end of the day
block-whole-day = The whole day
block-range = From … until …
block-from-when = <b>{ $doctor }</b>, { $day }. From what time?
block-until-when = <b>{ $doctor }</b>, from { $begin }. Until what time?
block-head =
    <b>{ $doctor }</b>, { $specialty }, cannot come
    { $hours } ({ $zone })
block-hits =
    { $count ->
        [0] No visit is hit.
        [one] { $count } visit is hit.
       *[other] { $count } visits are hit.
    }
block-hits-soon =
    { $count ->
        [one] { $count } of them begins within two hours: this patient is to be called at once.
       *[other] { $count } of them begin within two hours: these patients are to be called at once.
    }
block-hits-by-telephone =
    { $count ->
        [one] { $count } was booked by telephone: only a call reaches the patient.
       *[other] { $count } were booked by telephone: only a call reaches these patients.
    }
block-sure = Block? Each patient is held another time and asked.
block-yes = Yes, block
block-no = No
block-not-done = Nothing was blocked.
block-over = These hours are over, or too many. Choose others: /block
block-already = { $by } has blocked this doctor already, at { $at }.
block-board = Show the board
block-undone = <b>Taken back: the doctor comes.</b>
block-visits =
    { $count ->
        [one] { $count } visit:
       *[other] { $count } visits:
    }
block-count-accepted = ✅ other time accepted: { $count }
block-count-moved = ↪️ moved elsewhere: { $count }
block-count-cancelled = ✖️ cancelled: { $count }
block-count-restored = ↩️ stand as they were: { $count }
block-count-seeking = 🔎 looking for another time: { $count }
block-count-silent = ⏳ no answer yet: { $count }
block-count-unreachable = 🚫 not reachable by message: { $count }
block-count-to-call = ☎ only a call is left: { $count }
block-status-accepted = accepted
block-status-moved = moved
block-status-cancelled = cancelled
block-status-restored = stands as it was
block-status-seeking = looking for another time
block-status-silent = no answer yet
block-status-unreachable = not reachable
block-status-to-call = nothing held
block-line = { $at } { $name } – { $status }
block-and-more = … and { $count } more
block-calls-left = <b>Still to call: { $count }</b>
block-refresh = Refresh
block-phones = Whom to call ({ $count })
block-undo = Take the block back
block-unnamed = no name
block-no-phone = no number
block-phones-heading = <b>Whom to call: { $doctor }</b> ({ $count })
block-phones-none = Nobody is left to be called about { $doctor }.
block-phone-line = { $number }. { $at } <b>{ $name }</b>, { $phone }
block-phone-soon = within two hours: may be on the way
block-phone-held = held: { $when }, { $doctor }
block-called = { $number }. Called: { $name }
block-called-before = Somebody has called already
block-undo-sure =
    { $count ->
        [0] Take the block back? No visit waits for it.
        [one] Take the block back? { $count } visit returns to its old time, and the patient is told.
       *[other] Take the block back? { $count } visits return to their old times, and the patients are told.
    }
block-undo-kept =
    { $count ->
        [one] { $count } patient has already chosen otherwise: that stays.
       *[other] { $count } patients have already chosen otherwise: that stays.
    }
block-undo-yes = Yes, the doctor comes
block-undo-no = No, it stays
block-none-active = No doctor is blocked.
block-which-undo = Which block do you want to take back?
block-unknown = There is no such block here.
rebooking-none =
    <b>The doctor cannot see you at this time.</b>
    It was: { $when } — { $specialty }, { $doctor }

    We have no other time to hold for you now. The clinic will call you. You can also look for a time yourself.
rebooking-undone = The doctor will see you after all: your visit stands as it was
block-words-now = now сейчас
