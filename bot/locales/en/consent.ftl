# The consent. Whoever changes the text changes the version, the same in every language: everybody is asked anew.
consent-version = 2026-11-21.2
consent-text =
    To book a visit for you, the clinic needs your consent to process personal data.

    What is processed: the number of your account in this chat, what you write here (how you feel included), names, a phone number and dates of birth if you give them, and your appointments.

    What for: only to find a doctor and a time and to book the visit. If the clinic has connected a language model, it processes your words too.

    You can withdraw the consent: write to the clinic or call it.
consent-yes = I agree
consent-no = I do not agree
consent-given = Thank you, your consent is recorded.
consent-refused =
    Without your consent I cannot book for you here; what you wrote is forgotten. You can book by the clinic's phone.
    If you change your mind, just write what is wrong.
