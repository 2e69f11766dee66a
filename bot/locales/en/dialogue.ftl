# Talking about a visit. Values with $ are filled in by the program.

greeting =
    Hello! I am the clinic's front desk and help you to book a visit.
    Write in your own words what is wrong or which doctor you need, and when it suits you.

    For example: <i>sore throat, tomorrow after five</i>
help =
    Write what is wrong or which doctor you need, and when; I propose times, you choose one and confirm.

    /book — book with buttons
    /my — my appointments: move or cancel them
    /family — the people you book for
    /call — ask to be called back
    /write — write to the clinic's people
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
