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
card-moved = Your appointment is moved
card-needs-rebooking = The clinic had to call off this time: please choose another
card-whom = For: { $whom }
card-price = { $visit }: { $price }
card-preparation = How to prepare: { $preparation }
card-footer = All your appointments: /my
card-move = Move
card-cancel = Cancel
card-calendar = Calendar file
card-book-again = Book again
held-whom = For: { $whom }
price-pattern = #,##0 ¤
whom-self = you
whom-child = your child
whom-parent = your parent
whom-other = a close person

## The calendar file
calendar-file-name = visit-{ $number }.ics
calendar-file-caption = Open the file, and the visit is in your calendar.
calendar-file-none = There is no calendar file right now. Try again later.
already-booked = Booked already: No. { $number }
