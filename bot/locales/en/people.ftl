# Names, the family, phones, calling back.

## The name
name-ask = What may I call you? Press your name, or write it.
name-ask-typed = What may I call you? Write your name.
name-take = { $name }
name-type = Write my name
name-ask-booked = What may I call you?
name-skip = Not now
name-thanks = Thank you, { $name }.
name-again = This does not look like a name. Write it in letters, such as: Ann Parker.
what-now = What is wrong or which doctor do you need, and when does it suit you?

## Who visits
confirm-other = Yes, book it
whom-button = Who is it for?
whom-ask = Who is the visit for?
whom-ask-child = Which child is it for?
whom-ask-parent = Which parent is it for?
whom-ask-other = Who is the visit for?
for-me = For me
whom-two = Two children in a row: { $first } and { $second }
whom-two-need = You write of two children. Let me get to know each of them first.
whom-two-need-second = Now the second child.
whom-add-child = Add a child
whom-add-parent = Add a parent
whom-add-other = Add somebody else
whom-chosen = All right, the visit is for { $name }.
whom-chosen-self = All right, the visit is for you.
whom-chosen-two = All right, two in a row: { $first } and { $second }.
whom-gone = This person is no longer on your list. Your list: /family
person-name-child = What is the child's name? Please write it.
person-name-parent = What is your parent's name? Please write it.
person-name-other = What is this person's name? Please write it.
birth-ask = When was { $name } born? Write the date, such as 12.03.2020 (day, month, year).
birth-again = I cannot read this date. Write day, month and year, such as 12.03.2020 or 12 March 2020.
birth-adult = By this date the person is 18 or older, and adults are booked in another way. Check the date and write it again.
person-added = Added: { $name }.
person-added-born = Added: { $name }, born on { $born }.
person-unnamed = No name yet
relation-self = you
relation-child = child
relation-parent = parent
relation-other = close person
family-title = <b>The people you book for:</b>
family-empty = Nobody yet. Add whom you will book for.
family-line = • { $name } ({ $relation })
family-line-born = • { $name } ({ $relation }, { $born })
family-rename = Correct the name: { $name }
family-full = No more people can be added. Please call the clinic.
rename-ask = What is the right name? Please write it.
renamed = Corrected: { $name }.

## Phone
phone-offer = Would you leave a phone? The clinic will call if anything changes. You need not.
phone-offer-yes = Leave a phone
phone-offer-no = No, thanks
phone-offer-kept = All right, no phone.
phone-ask = Press "Share my number" below, or write the number with its code, such as +44 20 7946 0123.
phone-ask-call = Which number shall we call? Press "Share my number" below, or write it, such as +44 20 7946 0123.
phone-share = Share my number
phone-skip = Not now
phone-saved = The number { $phone } is saved.
phone-saved-foreign = This number is not of your own account, so it is not confirmed. Saved: { $phone }. To change it, write another one.
phone-kept = This number is not of your own account. I keep your confirmed number.
phone-again = This does not look like a phone. Write it with its code, such as +44 20 7946 0123.
phone-skipped = All right, no phone.

## Calling back
call-me = Call me back
call-opened =
    Done: the clinic will call you at { $phone }.
    Your request will be seen as soon as the clinic is open.

    If you need help urgently, call 112 or your local emergency number.
call-no = No call, please
call-cancelled = All right, nobody will call.
call-finished = This request is closed already: you were called, or it was taken back.
call-unknown = You have no such request for a call.
name-skipped = All right, no name.

## Corrections, and what is no words
edited-too-late = You corrected a message, but its visit is booked already. To move or cancel it: /my
media-picture = I cannot look at pictures: show it to the doctor. Please write in words what is wrong.
media-file = I cannot read files: bring it to the visit. Please write in words what is wrong.
media-voice =
    I do not listen to voice messages.
    Write what is wrong and when you can come, choose a doctor with the buttons, or ask to be called back.

    If you need help urgently, call 112 or your local emergency number.
voice-heard =
    I heard: “{ $words }”
    If that is wrong, please write it in words.
voice-waits =
    I will listen as soon as you agree: the recording goes to a program that turns speech into text.
    If you need help urgently, do not wait for an answer: call 112 or your local emergency number.
voice-unheard =
    I could not make out the voice message.
    Write it in words, choose a doctor with the buttons, or ask to be called back.

    If you need help urgently, call 112 or your local emergency number.
voice-too-long =
    I listen to messages of { $minutes } minutes at most.
    Make it shorter, write it in words, or ask to be called back.

    If you need help urgently, call 112 or your local emergency number.
media-sticker = Thank you! If you need a visit, write in words what is wrong.
media-place = Thank you, but I cannot choose by the map. Write which doctor you need and when it suits you.

## Two in a row
pair-found = Two visits in a row. Choose a time:
pair-none = I found no two visits in a row. Here is time for one person ({ $name }):
pair-button = { $when } and { $second } — { $specialty }, { $doctor }
pair-held = <b>I hold both times for you until { $until }:</b>
pair-line = { $whom }: { $when }
pair-doctor = { $specialty }, { $doctor }, { $place }
pair-confirm = Book both
pair-gone = One of the two times has been taken, so nobody was booked. Here are other pairs:
pair-gone-nothing = One of the two times has been taken, so nobody was booked. Write when else it suits you, and I will look.
