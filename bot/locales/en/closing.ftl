# The managers' closing list: who came, who did not.
closing-title =
    { $count ->
        [one] <b>{ $count } visit is over and not marked</b>
       *[other] <b>{ $count } visits are over and not marked</b>
    }
closing-nothing = All visits are marked.
closing-line = { $number }. { $day }, { $start } — { $who } ({ $doctor })
closing-unnamed = visit No. { $number }
closing-came = ✓ { $number } came
closing-missed = ✗ { $number } did not
closing-before = ◀
closing-after = ▶
closing-came-line = No. { $number }: came.
closing-missed-line = No. { $number }: did not come.
closing-undo = Take it back
closing-note-came = Marked already: came.
closing-note-missed = Marked already: did not come.
closing-note-otherwise = This visit has changed meanwhile.
closing-note-late = This was marked too long ago to be taken back.
closing-note-taken = This time has gone to somebody else meanwhile.
reminders-missing =
    <b>Reminders were missing</b>
    Visits in the next 48 hours that had none: { $count }. They are planned now; please check that the worker runs.
