# Путь без слов: специальность, филиал, врач, день, время.
browse-buttons = Выбрать кнопками
browse-back = ← Назад
browse-calendar = Другие дни: календарь

browse-specialty = <b>Какой врач вам нужен?</b>
browse-specialty-hint = Выберите кнопкой или напишите своими словами, что беспокоит.
browse-branch = <b>{ $specialty }.</b> Какой филиал вам удобен?
browse-branch-line = { $branch }: { $address }
browse-any-branch = Любой филиал
browse-doctor = <b>{ $specialty }.</b> К кому вас записать?
browse-any-doctor = Любой врач
browse-more = Ещё →
browse-earlier = ← Раньше
browse-so-far = <b>{ $what }.</b>
browse-for = Для кого: { $whom }
browse-move-so-far =
    <b>Перенос записи № { $number }</b>
    Сейчас: { $when } — { $doctor }

## Календарь
calendar-why = <b>{ $why }</b>
calendar-choose = Выберите день. Точка — свободного времени нет.
calendar-month-pattern = LLLL y
calendar-dot = ·
calendar-no-time = В этот день свободного времени нет.

## День
day-times =
    { $count ->
        [one] { $day }: на выбор { $count } вариант
        [few] { $day }: на выбор { $count } варианта
       *[many] { $day }: на выбор { $count } вариантов
    }
day-parts = { $day }. Какая часть дня вам удобна?
day-part-morning =
    { $count ->
        [one] Утро, до 12:00 — { $count } вариант
        [few] Утро, до 12:00 — { $count } варианта
       *[many] Утро, до 12:00 — { $count } вариантов
    }
day-part-afternoon =
    { $count ->
        [one] День, 12:00–17:00 — { $count } вариант
        [few] День, 12:00–17:00 — { $count } варианта
       *[many] День, 12:00–17:00 — { $count } вариантов
    }
day-part-evening =
    { $count ->
        [one] Вечер, с 17:00 — { $count } вариант
        [few] Вечер, с 17:00 — { $count } варианта
       *[many] Вечер, с 17:00 — { $count } вариантов
    }
day-page = Страница { $page } из { $pages }
time-row = { $when } — { $doctor }, каб. { $office }
time-row-branch = { $when } — { $doctor }, { $branch }, каб. { $office }

## Почему ничего нет
no-time = Свободного времени здесь сейчас нет.
why-no_doctor = Такого пациента здесь никто не принимает.
why-doctor_full = На этот день всё занято.
why-doctor_away = Врача в этот день не будет.
why-not_working = В этот день приёма нет.
why-branch_closed = Филиал в этот день закрыт.
why-lead_time = На этот день записываться уже поздно.
why-beyond_horizon = На этот день запись ещё не открыта.
why-part_of_day = В эту часть дня свободного времени нет.
why-in_the_past = Этот день уже прошёл.
gone-past = Это время уже прошло.
way-gone = Этого в клинике больше нет. Выберите заново.
way-other-doctor = Другие врачи
link-unknown = Такой ссылки я не знаю, но записаться помогу.
