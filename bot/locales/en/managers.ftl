# For the managers' group, and the clinic's news for patients.
managers-call-open =
    <b>Please call back (No. { $number })</b>
    { $name }
    { $phone } ({ $proof })
    { $at }
managers-call-unnamed = No name told
managers-call-no-phone = no number
managers-phone-proved = number confirmed
managers-phone-told = number not confirmed
managers-call-done-button = Called
managers-call-done = Call No. { $number }: done, { $at }
managers-call-cancelled = Call No. { $number }: the patient took it back, { $at }
managers-call-unknown = This request for a call is gone.
managers-failed = The clinic does not answer. Press again in a minute.
managers-failed-message = The clinic does not answer. Write again in a minute.
managers-not-yours = This button is for the clinic's managers.
managers-refused = This group is for the clinic's managers. The administrator gives invitations.
managers-anonymous = You write in the name of the group, so we cannot see who you are. Switch the administrator's anonymity off and try again.
managers-read-only = You may look, but not change anything.
news-cancelled = The clinic has cancelled your visit
news-moved = The clinic has moved your visit. The new time:
managers-emergency =
    <b>It looks like an emergency</b>
    Patient: { $who }
    Sign: { $code }
    They were shown whom to call; the booking has stopped.
managers-emergency-over = Patient { $who } answered: “Not happening now” (sign: { $code }).
