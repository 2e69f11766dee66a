# The answer to signs of an emergency: whom to call, and no guess at a cause.
emergency =
    <b>This may be an emergency. Call 112 or your local emergency number now.</b>
    Say where you are and what is happening, and do what the dispatcher says. Do not wait for a visit, do not travel alone.

    I book visits and cannot give emergency help. If you meant something else, write again in other words.
emergency-suicide =
    <b>You are going through something very hard, and there is help right now. Call 112 or your local emergency number.</b>
    Stay close to somebody you trust and tell them.

    I book visits and cannot give emergency help.
