# The queue of applications in the managers' group.
queue-card =
    <b>Application No. { $number }</b>
    { $name }
queue-card-words = <blockquote>{ $words }</blockquote>
queue-card-understood = Understood: { $what }
queue-card-why = Why this time: { $why }
queue-card-no-time = No time has been chosen yet.
queue-card-time = Proposed: <b>{ $when }</b>, { $doctor }, { $place }
queue-card-until = Decide by: { $until }
queue-card-taken = In the hands of { $name }
queue-card-offered = ↔️ { $name }, { $at }: other times were offered, we wait for the patient.
queue-card-new = Waits for a decision.
queue-card-proposed = Waits for a decision.
queue-card-approved = ✅ Approved: { $name }, { $at }
queue-card-declined = ❌ Declined: { $name }, { $at }
queue-card-withdrawn = Withdrawn: { $name }, { $at }
queue-card-expired = Out of time: { $name }, { $at }
queue-card-reason = Reason: { $reason }
queue-by-policy = without a review
queue-by-deadline = by the deadline
queue-by-patient = the patient
queue-by-clinic = the clinic
queue-approve = Approve
queue-other-time = Other time
queue-decline = Decline
queue-back = Back to the queue
queue-undo = Undo (5 minutes)
queue-to-card = ← To the application
queue-empty = The queue is empty: nothing to decide.
queue-empty-note = The queue is empty.
queue-gone = Application No. { $number } is gone.
queue-released = Application No. { $number } is in the queue again ({ $name }).
queue-taken-note = { $name } has this application in hand (since { $at }).
queue-decided-note = Decided already: { $name }, { $at }.
queue-note-changed_meanwhile = The application has changed. Please look again.
queue-note-too_late = The visit's time has come already.
queue-note-cannot_undo = Only your own decision can be undone, within 5 minutes.
queue-note-no_time = No time has been chosen yet: offer one to the patient.
queue-note-no_account = The patient has no bot, so no time can be offered. Please call.
queue-note-slot_taken = That time has just been taken. Here is what is free.
queue-note-other = This cannot be done now.
queue-decline-why = <b>Why do we decline?</b> The patient reads the reason.
queue-reason-full-button = No room
queue-reason-full = Unfortunately the doctor cannot see you at this time.
queue-reason-specialist-button = Another doctor is needed
queue-reason-specialist = Another specialist is better for this question.
queue-reason-preparation-button = Preparation is needed
queue-reason-preparation = This visit needs preparation, so another time is necessary.
queue-reason-closed-button = No visits then
queue-reason-closed = The clinic sees nobody at this time.
queue-reason-own = In my own words
queue-reason-reply = { $name }, reply to this message with the reason for declining application No. { $number }. The patient reads it.
queue-reason-too-long = Too long: at most { $most } letters. Please reply again.
queue-not-declined = Not declined. { $why }
queue-times = <b>Which times shall we offer?</b> You may choose up to three.
queue-times-nothing = Nothing is free near that time.
queue-times-most = At most { $most }.
queue-times-none-chosen = Choose a time first.
queue-times-send = { $count ->
    [one] Offer { $count } time
   *[other] Offer { $count } times
}
queue-all-ask = { $count ->
    [one] Approve { $count } application? If it has a conflict, it stays in the queue.
   *[other] Approve { $count } applications? Those with conflicts stay in the queue.
}
queue-all-yes = Yes, approve
queue-all-no = No
queue-all-dropped = Nothing was approved.
queue-all-done = { $count ->
    [one] ✅ { $name }: { $count } application approved.
   *[other] ✅ { $name }: { $count } applications approved.
}
queue-all-left = { $count ->
    [one] { $count } is left:
   *[other] { $count } are left:
}
queue-left = No. { $number }: { $why }
queue-left-taken = in somebody's hands
queue-left-other = please look at it
queue-all-undone = { $count ->
    [one] ↩️ { $name }: { $count } application is in the queue again.
   *[other] ↩️ { $name }: { $count } applications are in the queue again.
}{ $kept ->
    [0] {""}
   *[other] {" "}Could not be undone: { $kept }.
}
queue-due-soon = ⏳ Application No. { $number } waits for a decision: { $until }. /queue

digest-title = <b>Overview</b>
digest-empty = All is done.
digest-waiting = { $count ->
    [one] <b>{ $count }</b> application waits
   *[other] <b>{ $count }</b> applications wait
}
digest-deadline = Nearest deadline: { $until }
digest-taken = In hand: { $who }
digest-calls = { $count ->
    [one] <b>{ $count }</b> patient to call
   *[other] <b>{ $count }</b> patients to call
}
digest-tickets = { $count ->
    [one] <b>{ $count }</b> ticket waits for an answer
   *[other] <b>{ $count }</b> tickets wait for an answer
}
digest-next = Take an application
digest-all = Approve all without conflicts
