# A hold, and the card of an appointment.
held =
    <b>I hold this for you until { $until }:</b>
    { $when }
    { $specialty }, { $doctor }
    { $place }

    Confirm, and the visit is booked.
confirm = Book it
other-time = Another time
card-confirmed = Your visit is booked
card-pending = Your request is sent, the clinic will confirm it
card-cancelled = The appointment is cancelled
card-closed = This appointment is closed already
card-held = This time is held for you
card =
    <b>{ $heading }</b>
    { $specialty }: { $doctor }
    { $date }, { $start }–{ $end }
    Local time: { $zone }
    { $place }
    Appointment No. { $number }
card-address = Address: { $address }
card-footer = To see or cancel your appointments: /my
already-booked = Booked already: No. { $number }
