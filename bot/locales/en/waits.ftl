# The wait-list: wait for a time to be freed.
wait-button = Wait for a place: tell me if one is freed
wait-joined = <b>You are on the wait-list</b>
wait-what = { $what }.
wait-position =
    { $position ->
        [1] You are 1st in line.
        [2] You are 2nd in line.
        [3] You are 3rd in line.
       *[other] You are number { $position } in line.
    }
wait-offered = We hold a freed time for you now: please answer the message about it.
wait-how = When a time is freed we write here and hold it for you, so that you can answer. We do not write at night. A visit that you have stays as it is.
wait-leave = Leave the wait-list
wait-leave-one = Leave the list: { $what }
wait-title = <b>You wait for:</b>
wait-line = • { $what }. { $position }
wait-days = { $first } to { $last }
wait-morning = morning, before 12:00
wait-afternoon = afternoon, 12:00–17:00
wait-evening = evening, from 17:00
wait-hours = { $start }–{ $end }
wait-at = at { $time }
wait-whom = for: { $whom }
wait-quota = You cannot wait for more things at a time. Leave one of them to add another.
wait-not-quota = You cannot wait for more things at a time. Your visits and what you wait for: /my
wait-not-nobody = There is nobody to wait for: none of these doctors sees such a patient.
wait-not-over = These days are over. Write when it suits you now.
wait-left = All right, you wait no more. Your visits: /my
wait-over = You do not wait for this any more. Your visits: /my
wait-unknown = You do not wait for that. Your visits: /my
wait-none = You wait for nothing now. Write which doctor you need, and when.
wait-expired = We are sorry: nothing was freed in these days.
wait-expired-what = You waited for: { $what }.
wait-expired-next = Shall we look for another time? Write when it suits you, or ask for a call.
wait-kept = You keep your place on the wait-list: we write when another time is freed. You can leave it in /my.
wait-consent = We need your consent first. Then tap once more.
wait-free = There is free time then: you can book it right now.
