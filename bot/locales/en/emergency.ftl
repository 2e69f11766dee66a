# The answer to signs of an emergency: whom to call, and no guess at a cause.
emergency-or = {" "}or{" "}
emergency =
    <b>Call now: { $numbers }.</b>
    What you wrote may need emergency help.
emergency-suicide =
    <b>You are going through something very hard, and there is help right now. Call { $numbers }.</b>
    Stay close to somebody you trust and tell them.
emergency-violence =
    <b>Call now: { $numbers }.</b>
    If you can, go where it is safe and other people are.
emergency-harm_others =
    <b>Call now: { $numbers }.</b>
    Tell them what you wrote here. Stay close to somebody you trust.
emergency-crisis-line = Crisis line: { $number }
emergency-tell =
    Tell the dispatcher: what happened and to whom; the age; the address, entrance, floor and door code; your phone. Do not hang up first, and do what they say.
emergency-nobody-reads = I am a program that books visits. The staff do not read this chat, and no help will come from here.
emergency-not-now-button = Not happening now
emergency-not-now = All right. If it begins, call { $numbers }. Let us go on with the booking.
emergency-not-now-old = This button no longer works. If you feel bad, call { $numbers }. If you want a visit, write with whom and when.
emergency-go-on-question = The question above is still open: please answer it.
emergency-go-on = What we found is shown above. Choose a time, or write what to change.
