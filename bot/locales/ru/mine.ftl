# Записи: посмотреть, перенести, отменить.
mine-none = У вас нет предстоящих записей.
mine-title = <b>Ваши записи:</b>
mine-line = № { $number }: { $when } — { $specialty }, { $doctor }, { $place }
mine-pending = (ждёт подтверждения клиники)
mine-needs-rebooking = (клиника отменила это время: выберите другое)
mine-whom = (для кого: { $whom })
mine-move-one = Перенести № { $number }
mine-cancel-one = Отменить № { $number }
mine-more =
    { $count ->
        [one] И ещё { $count } запись позже.
        [few] И ещё { $count } записи позже.
       *[many] И ещё { $count } записей позже.
    }
cancel-sure =
    Отменить запись № { $number }?
    { $when } — { $specialty }, { $doctor }
cancel-yes = Да, отменить
cancel-no = Оставить
cancel-kept = Хорошо, запись остаётся.
cancel-done-already = Эта запись уже отменена.

## Когда изменить уже нельзя
standing-cancelled = Эта запись уже отменена.
standing-past = Этот приём уже начался или прошёл: здесь его не изменить. Позвоните в клинику.
standing-closed = Эта запись уже закрыта.
standing-unknown = Такой записи у вас нет. Ваши записи: /my
standing-quota = Эту запись меняли слишком часто. Позвоните в клинику.

## Перенос
move-choose = Выберите другое время.
move-nothing = Другого свободного времени сейчас нет. Запись остаётся.
move-sure =
    <b>Перенести запись № { $number }?</b>
    Было: { $from }
    Будет: { $to }
move-yes = Да, перенести
move-no = Не переносить
move-other = Другое время
moved-already = Запись уже стоит на этом времени.
