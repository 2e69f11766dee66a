# Что управляющие смотрят: сегодня, врач, поиск.
looking-today = { $count ->
    [one] <b>Сегодня { $count } приём</b>
    [few] <b>Сегодня { $count } приёма</b>
   *[other] <b>Сегодня { $count } приёмов</b>
}
looking-today-none = На сегодня приёмов нет.
looking-branch = <b>{ $branch }</b>
looking-line = { $time } { $what }
looking-nobody = имя не названо
looking-state-held = выбирает
looking-state-pending = ждёт решения
looking-state-confirmed = подтверждён
looking-state-arrived = пришёл
looking-state-completed = завершён
looking-state-no_show = не пришёл
looking-state-cancelled = отменён
looking-state-declined = отклонён
looking-state-expired = истёк
looking-state-released = отпущен
looking-state-needs_rebooking = нужно другое время
looking-earlier = ← Раньше
looking-later = Дальше →
looking-doctor-how = Напишите фамилию: /doctor Иванова
looking-doctor-unknown = Такого врача не нашлось.
looking-doctor-which = Кого вы имеете в виду?
looking-doctor =
    <b>{ $name }</b>, { $branch }
    { $day }
looking-doctor-no-visits = Записей нет.
looking-doctor-free = Свободно: { $times }
looking-doctor-full = Свободного времени нет.
looking-find-how = Напишите имя или последние цифры телефона (от трёх): /find Анна или /find 4567
looking-find-none = Никого не нашлось.
looking-find-more = Есть и другие: уточните имя или допишите цифр.
looking-person = <b>{ $name }</b>
looking-person-visit = – { $when }, { $doctor } ({ $state })
looking-person-no-visits = – будущих приёмов нет
managers-help = <b>Что я умею в этой группе</b>
managers-command-queue = взять следующую заявку
managers-command-today = приёмы на сегодня
managers-command-doctor = день врача: /doctor Иванова
managers-command-find = найти пациента по имени или цифрам телефона
managers-command-block = врач не сможет принять
managers-command-unblock = снять запрет приёма
managers-command-close = отметить, кто пришёл
managers-command-here = сделать группу комнатой филиала
managers-command-help = все команды
