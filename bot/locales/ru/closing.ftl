# Закрытие дня для менеджеров: кто пришёл, кто нет.
closing-title =
    { $count ->
        [one] <b>Прошёл и не отмечен { $count } визит</b>
        [few] <b>Прошли и не отмечены { $count } визита</b>
       *[many] <b>Прошли и не отмечены { $count } визитов</b>
    }
closing-nothing = Все визиты отмечены.
closing-line = { $number }. { $day }, { $start } — { $who } ({ $doctor })
closing-unnamed = визит № { $number }
closing-came = ✓ { $number } пришёл
closing-missed = ✗ { $number } нет
closing-before = ◀
closing-after = ▶
closing-came-line = № { $number }: пришёл.
closing-missed-line = № { $number }: не пришёл.
closing-undo = Вернуть как было
closing-note-came = Уже отмечено: пришёл.
closing-note-missed = Уже отмечено: не пришёл.
closing-note-otherwise = Этот визит уже изменился.
closing-note-late = Отметка поставлена слишком давно, её не снять.
closing-note-taken = Это время уже занял другой пациент.
reminders-missing =
    <b>Не хватало напоминаний</b>
    Визитов в ближайшие 48 часов без напоминания: { $count }. Они запланированы; проверьте, что работает worker.
