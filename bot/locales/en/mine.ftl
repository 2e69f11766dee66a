# The account's appointments: see, move, cancel.
mine-none = You have no appointments to come.
mine-title = <b>Your appointments:</b>
mine-line = No. { $number }: { $when } — { $specialty }, { $doctor }, { $place }
mine-pending = (waiting for the clinic to confirm)
mine-cancel = Cancel: { $when } — { $specialty }
cancel-sure =
    Cancel appointment No. { $number }?
    { $when } — { $specialty }, { $doctor }
cancel-yes = Yes, cancel it
cancel-no = Keep it
cancel-kept = All right, the appointment stands.
cancel-already = This appointment is cancelled already.
cancel-refused = This appointment can no longer be cancelled here. Please call the clinic.
cancel-unknown = You have no such appointment. Your appointments: /my
