# The account's appointments: see, move, cancel.
mine-none = You have no appointments to come.
mine-title = <b>Your appointments:</b>
mine-line = No. { $number }: { $when } — { $specialty }, { $doctor }, { $place }
mine-pending = (waiting for the clinic to confirm)
mine-needs-rebooking = (the clinic called off this time: please choose another)
mine-whom = (for: { $whom })
mine-move-one = Move No. { $number }
mine-cancel-one = Cancel No. { $number }
mine-more =
    { $count ->
        [one] And { $count } more appointment later.
       *[other] And { $count } more appointments later.
    }
cancel-sure =
    Cancel appointment No. { $number }?
    { $when } — { $specialty }, { $doctor }
cancel-yes = Yes, cancel it
cancel-no = Keep it
cancel-kept = All right, the appointment stands.
cancel-done-already = This appointment is cancelled already.

## When it cannot be changed any more
standing-cancelled = This appointment is cancelled already.
standing-past = This visit has begun or is over: it can no longer be changed here. Please call the clinic.
standing-closed = This appointment is closed already.
standing-unknown = You have no such appointment. Your appointments: /my
standing-quota = This appointment was changed too often. Please call the clinic.

## Moving
move-choose = Choose another time.
move-nothing = There is no other free time now. The appointment stands.
move-sure =
    <b>Move appointment No. { $number }?</b>
    From: { $from }
    To: { $to }
move-yes = Yes, move it
move-no = Leave it
move-other = Another time
moved-already = The appointment is at this time already.
