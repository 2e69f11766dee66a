# Для группы управляющих и новости клиники для пациентов.
managers-call-open =
    <b>Просят перезвонить (№ { $number })</b>
    { $name }
    { $phone } ({ $proof })
    { $at }
managers-call-unnamed = Имя не названо
managers-call-no-phone = номера нет
managers-phone-proved = номер подтверждён
managers-phone-told = номер не подтверждён
managers-call-done-button = Позвонили
managers-call-done = Звонок № { $number }: позвонили, { $at }
managers-call-cancelled = Звонок № { $number }: пациент передумал, { $at }
managers-call-unknown = Такой просьбы о звонке больше нет.
managers-failed = Клиника не отвечает. Нажмите ещё раз через минуту.
managers-failed-message = Клиника не отвечает. Напишите ещё раз через минуту.
managers-not-yours = Эта кнопка — для управляющих клиники.
managers-refused = Этой группой пользуются управляющие клиники. Приглашение выдаёт администратор.
managers-anonymous = Вы пишете от имени группы, поэтому не видно, кто вы. Отключите анонимность администратора и повторите.
managers-read-only = Вам доступен только просмотр.
news-cancelled = Клиника отменила вашу запись
news-moved = Клиника перенесла вашу запись. Новое время:
managers-emergency =
    <b>Похоже на неотложный случай</b>
    Пациент: { $who }
    Признак: { $code }
    Ему показано, куда звонить; запись остановлена.
managers-emergency-over = Пациент { $who } ответил: «Сейчас этого нет» (признак: { $code }).
