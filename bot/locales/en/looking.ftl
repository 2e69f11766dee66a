# What managers look up: today, a doctor, people.
looking-today = { $count ->
    [one] <b>{ $count } visit today</b>
   *[other] <b>{ $count } visits today</b>
}
looking-today-none = No visits today.
looking-branch = <b>{ $branch }</b>
looking-line = { $time } { $what }
looking-nobody = no name told
looking-state-held = choosing
looking-state-pending = waits for a decision
looking-state-confirmed = confirmed
looking-state-arrived = arrived
looking-state-completed = completed
looking-state-no_show = did not come
looking-state-cancelled = cancelled
looking-state-declined = declined
looking-state-expired = expired
looking-state-released = released
looking-state-needs_rebooking = needs another time
looking-earlier = ← Earlier
looking-later = Later →
looking-doctor-how = Write a surname: /doctor Smith
looking-doctor-unknown = No such doctor was found.
looking-doctor-which = Whom do you mean?
looking-doctor =
    <b>{ $name }</b>, { $branch }
    { $day }
looking-doctor-no-visits = No visits.
looking-doctor-free = Free: { $times }
looking-doctor-full = Nothing is free.
looking-find-how = Write a name or the last digits of a phone (three or more): /find Anna or /find 4567
looking-find-none = Nobody was found.
looking-find-more = There are others: write more of the name, or more digits.
looking-person = <b>{ $name }</b>
looking-person-visit = – { $when }, { $doctor } ({ $state })
looking-person-no-visits = – no coming visits
managers-help = <b>What I can do in this group</b>
managers-command-queue = take the next application
managers-command-today = today's visits
managers-command-doctor = a doctor's day: /doctor Smith
managers-command-find = find a patient by name or digits of the phone
managers-command-block = a doctor cannot come
managers-command-unblock = undo a block
managers-command-close = mark who came
managers-command-here = make this group a branch's room
managers-command-help = all commands
