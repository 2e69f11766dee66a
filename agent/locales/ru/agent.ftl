# Тексты оффлайн-модели для пациента. Без названий болезней, лекарств и процентов.

hello = Здравствуйте! Я помогу записаться на приём. Что вас беспокоит или какой врач нужен?
thanks = Пожалуйста! Подобрать вам ещё какое-нибудь время?
ask-who = Помогу подобрать время приёма. Подскажите, что вас беспокоит или какой врач нужен?
ask-who-then = Время понятно. Подскажите, что вас беспокоит или какой врач нужен?
ask-when = На какой день и время вам было бы удобно прийти?

found = { $to } { $wish } есть { $count ->
        [1] свободное время
        [one] { $count } вариант
        [few] { $count } варианта
       *[many] { $count } вариантов
    }. { choose }
found-nearest = { $to } вот { $count ->
        [1] ближайшее свободное время
        [one] { $count } ближайший вариант
        [few] { $count } ближайших варианта
       *[many] { $count } ближайших вариантов
    }. { choose }
found-instead = { $to } { $wish } свободного времени нет{ $why }; ближайшее — { $nearest }. { $count ->
        [1] Подойдёт?
        [one] Показываю { $count } вариант, какой вам удобен?
        [few] Показываю { $count } варианта, какой вам удобен?
       *[many] Показываю { $count } вариантов, какой вам удобен?
    }
choose = { $count ->
        [1] Подойдёт?
       *[other] Какой вам удобен?
    }
found-nothing = { $to } свободного времени сейчас нет{ $why }. К какому другому врачу поискать время?
found-nothing-then = { $to } { $wish } свободного времени нет{ $why }. Какой другой день или врач вам подойдёт?
no-such-doctor = Врача такой специальности ({ $specialty }) в клинике нет. Какой другой врач вам подойдёт?
instead-of = Врача такой специальности ({ $wanted }) в клинике нет, поэтому предлагаю приём { $to }.

because = : { $reason }
reason-no-doctor = такого врача в клинике нет
reason-doctor-full = { $doctors ->
        [one] врач занят{ $until }
       *[other] врачи заняты{ $until }
    }
reason-doctor-away = { $doctors ->
        [one] врач отсутствует{ $until }
       *[other] врачи отсутствуют{ $until }
    }
reason-not-working = { $doctors ->
        [one] в это время врач не принимает
       *[other] в это время врачи не принимают
    }
reason-branch-closed = клиника закрыта{ $until }
reason-lead-time = до такого приёма слишком мало времени
reason-beyond-horizon = расписание на это время ещё не открыто
reason-part-of-day = в эту часть дня приёма нет
reason-in-the-past = это время уже прошло

why-first = ближайшее время
why-first-after = ближайшее время после { $time }
why-earlier = раньше в тот же день
why-later = позже в тот же день
why-another-day = в другой день
why-another-doctor = другой врач

own-none = Будущих записей у вас нет. Подобрать время приёма?
own-list = { $count ->
        [one] Ваша запись:
       *[other] Ваши записи:
    }
own-line = { $when }, { $doctor }, кабинет { $office }{ $status ->
        [pending] {" "}(ждёт подтверждения клиники)
        [needs_rebooking] {" "}(нужно выбрать другое время)
       *[other] {""}
    }

or = {" "}или{" "}
at-those-times = в названное вами время
at = { $day } в { $time }
dated = { weekday-on }, { $date } в { $time }
on-day = { $day }{ $hours }
from-day = с { $day }{ $hours }
to-day = по { $day }
days = с { $first } по { $last }
hours = { $shape ->
        [before] до { $end }
        [after] после { $begin }
        [sharp] в { $begin }
       *[between] с { $begin } до { $end }
    }
day = { $ahead ->
        [0] сегодня
        [1] завтра
        [2] послезавтра
        [7] { $date }
       *[other] { weekday-on }, { $date }
    }
until = { $ahead ->
        [0] до { $time }
        [1] до завтра
        [2] до послезавтра
        [7] до { $date }
       *[other] до { weekday-of }
    }
weekday-on = { $weekday ->
        [0] в понедельник
        [1] во вторник
        [2] в среду
        [3] в четверг
        [4] в пятницу
        [5] в субботу
       *[6] в воскресенье
    }
weekday-of = { $weekday ->
        [0] понедельника
        [1] вторника
        [2] среды
        [3] четверга
        [4] пятницы
        [5] субботы
       *[6] воскресенья
    }

specialty-other = врач
    .to = к врачу
specialty-therapist = терапевт
    .to = к терапевту
specialty-pediatrician = педиатр
    .to = к педиатру
specialty-cardiologist = кардиолог
    .to = к кардиологу
specialty-neurologist = невролог
    .to = к неврологу
specialty-gastroenterologist = гастроэнтеролог
    .to = к гастроэнтерологу
specialty-ent = отоларинголог
    .to = к отоларингологу
specialty-ophthalmologist = офтальмолог
    .to = к офтальмологу
specialty-dermatologist = дерматолог
    .to = к дерматологу
specialty-surgeon = хирург
    .to = к хирургу
specialty-orthopedist = ортопед
    .to = к ортопеду
specialty-urologist = уролог
    .to = к урологу
specialty-gynecologist = гинеколог
    .to = к гинекологу
specialty-endocrinologist = эндокринолог
    .to = к эндокринологу
specialty-pulmonologist = пульмонолог
    .to = к пульмонологу
specialty-rheumatologist = ревматолог
    .to = к ревматологу
specialty-allergist = аллерголог
    .to = к аллергологу
specialty-psychiatrist = психиатр
    .to = к психиатру
specialty-dentist = стоматолог
    .to = к стоматологу
specialty-oncologist = онколог
    .to = к онкологу
specialty-nephrologist = нефролог
    .to = к нефрологу
specialty-infectionist = инфекционист
    .to = к инфекционисту
specialty-proctologist = проктолог
    .to = к проктологу
