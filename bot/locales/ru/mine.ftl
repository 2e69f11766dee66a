# Записи: посмотреть, перенести, отменить.
mine-none = У вас нет предстоящих записей.
mine-title = <b>Ваши записи:</b>
mine-line = № { $number }: { $when } — { $specialty }, { $doctor }, { $place }
mine-pending = (ждёт подтверждения клиники)
mine-cancel = Отменить: { $when } — { $specialty }
cancel-sure =
    Отменить запись № { $number }?
    { $when } — { $specialty }, { $doctor }
cancel-yes = Да, отменить
cancel-no = Оставить
cancel-kept = Хорошо, запись остаётся.
cancel-already = Эта запись уже отменена.
cancel-refused = Эту запись здесь отменить уже нельзя. Позвоните в клинику.
cancel-unknown = Такой записи у вас нет. Ваши записи: /my
