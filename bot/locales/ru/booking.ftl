# Бронь и карточка записи.
held =
    <b>Держу для вас до { $until }:</b>
    { $when }
    { $specialty }, { $doctor }
    { $place }

    Подтвердите, и запись будет сделана.
confirm = Да, записать меня
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
card-moved = Запись перенесена
card-needs-rebooking = Клиника отменила это время: выберите другое
card-whom = Для кого: { $whom }
card-price = { $visit }: { $price }
card-preparation = Как подготовиться: { $preparation }
card-footer = Все ваши записи: /my
card-move = Перенести
card-cancel = Отменить
card-calendar = Файл для календаря
card-book-again = Записаться снова
held-whom = Для кого: { $whom }
price-pattern = #,##0 ¤
whom-self = вы
whom-child = ребёнок
whom-parent = родитель
whom-other = близкий человек

## Файл для календаря
calendar-file-name = zapis-{ $number }.ics
calendar-file-caption = Откройте файл, и запись окажется в вашем календаре.
calendar-file-none = Файла для календаря сейчас нет. Попробуйте позже.
already-booked = Уже записано: № { $number }
