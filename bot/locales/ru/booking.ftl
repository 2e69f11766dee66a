# Бронь и карточка записи.
held =
    <b>Держу для вас до { $until }:</b>
    { $when }
    { $specialty }, { $doctor }
    { $place }

    Подтвердите, и запись будет сделана.
confirm = Записаться
other-time = Другое время
card-confirmed = Вы записаны
card-pending = Заявка отправлена, клиника её подтвердит
card-cancelled = Запись отменена
card-closed = Эта запись уже закрыта
card-held = Время занято за вами
card =
    <b>{ $heading }</b>
    { $specialty }: { $doctor }
    { $date }, { $start }–{ $end }
    Время местное: { $zone }
    { $place }
    Запись № { $number }
card-address = Адрес: { $address }
card-footer = Отменить или посмотреть записи: /my
already-booked = Уже записано: № { $number }
