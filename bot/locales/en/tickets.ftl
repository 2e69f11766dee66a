# Tickets: a patient writes to the clinic, people answer.
menu-write = Write to the clinic
command-write = Write to the clinic
ticket-ask = Write what the clinic should know. Your next messages are for its people.
ticket-not-now = Never mind
ticket-nothing = All right, nothing is passed on.
ticket-people-patient-wrote = I pass this on to the clinic. From now on its people answer here and I am silent: what you write goes to them.
ticket-people-asked-for-human = I hand this conversation over to the clinic's people. From now on they answer here and I am silent: what you write goes to them.
ticket-people-not-understood = I do not understand you, so I hand this conversation over to the clinic's people. From now on they answer here: what you write goes to them.
ticket-people-complaint = I am sorry about that. I pass your words on to the clinic's people. From now on they answer here: what you write goes to them.
ticket-people-taken = From now on the clinic's people answer here and I am silent: what you write goes to them.
ticket-hours-now =
    The clinic is open until { $closes }.

    If you need help urgently, do not wait for an answer: call 112 or your local emergency number.
ticket-hours-next =
    The clinic is closed now; it opens: { $opens }.

    If you need help urgently, do not wait for an answer: call 112 or your local emergency number.
ticket-hours-unknown =
    You will be answered in the clinic's opening hours.

    If you need help urgently, do not wait for an answer: call 112 or your local emergency number.
ticket-to-assistant = Back to the assistant
ticket-from-clinic = The clinic
ticket-assistant-back = The assistant answers you again. Write which doctor you need and when, or choose with the buttons.
ticket-closed = The clinic has closed this matter. The assistant answers you again.
ticket-more = Write more
ticket-words-only = Only text is passed on to the clinic's people. Please put it into words.
ticket-caption-only = Only the caption was passed on to the clinic's people: pictures and files are not.
ticket-corrected = Corrected: { $words }
ticket-summary-whom = For whom: { $who }
ticket-summary-specialty = Doctor: { $what }
ticket-summary-doctor = With whom: { $who }
ticket-summary-child = For a child
ticket-summary-when = When: { $when }
ticket-summary-soon = When: the sooner the better
ticket-summary-any-time = at any time
ticket-summary-held = Holds a time: { $when }, { $doctor }
ticket-summary-said = Wrote before:
ticket-summary-line = – { $words }

## For the managers' group
managers-ticket-title = <b>Ticket No. { $number }</b>: { $reason }
managers-ticket-reason-patient-wrote = a patient writes
managers-ticket-reason-asked-for-human = asks for a person
managers-ticket-reason-not-understood = the assistant did not understand
managers-ticket-reason-complaint = a complaint
managers-ticket-at = { $at }
managers-ticket-follows = Continues ticket No. { $number }
managers-ticket-summary = What is known:
managers-ticket-status-open = Waits for an answer
managers-ticket-status-answered = The clinic has answered
managers-ticket-status-awaiting-reply = The patient has replied
managers-ticket-status-closed = Closed
managers-ticket-owner = { $who } has it. Reply to this message: the patient gets it as the clinic's answer.
managers-ticket-somebody = Somebody of the clinic
managers-ticket-nobody-has-it = The bot is silent here. Reply to this message: the patient gets it as the clinic's answer.
managers-ticket-assistant-has-it = The bot answers. Take the conversation, or reply to this message.
managers-ticket-closed-by = Closed by { $who }
managers-ticket-take = Take
managers-ticket-give-back = Give back to the bot
managers-ticket-close = Close
managers-ticket-taken = { $who } has this conversation already.
managers-ticket-is-closed = The ticket is closed already.
managers-ticket-gone = This ticket is gone.
managers-ticket-closed-not-sent = Ticket No. { $number } is closed: the answer was not passed on. If the patient writes, a new one opens.
managers-ticket-words-only = Only text is passed on to the patient: this message stayed here.
managers-ticket-caption-only = Only the caption was passed on to the patient.
managers-ticket-patient-wrote = <b>{ $name }</b> (No. { $number }):
managers-ticket-clinic-wrote = <b>The clinic's answer</b> (No. { $number }):
managers-ticket-undelivered = Ticket No. { $number }: the patient has blocked the bot, the answer did not arrive. Phone: { $phone }.
