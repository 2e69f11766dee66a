# Врач не сможет прийти: что видят управляющие и что читают пациенты, для которых ничего не удержано.
block-which-doctor = <b>Кто не сможет прийти?</b> Выберите или напишите, например: /block Иванова 09:00-14:00
block-which-of-them = Врачей с таким именем несколько. Кто из них?
block-more = Другие врачи
block-first-page = К началу списка
block-nobody = Врача с таким именем здесь нет. Отправьте /block без имени, чтобы выбрать из списка.
block-which-day = <b>{ $doctor }</b> не сможет прийти. В какой день?
block-which-hours = <b>{ $doctor }</b>, { $day }. В какие часы?
block-from-now = С этой минуты и до конца дня
block-whole-day = Весь день
block-range = С … до …
block-from-when = <b>{ $doctor }</b>, { $day }. С какого часа?
block-until-when = <b>{ $doctor }</b>, { $begin }. До какого часа?
block-head =
    <b>{ $doctor }</b>, { $specialty }: приёма не будет
    { $hours } ({ $zone })
block-hits =
    { $count ->
        [0] Записей на это время нет.
        [one] Это затронет { $count } запись.
        [few] Это затронет { $count } записи.
       *[other] Это затронет { $count } записей.
    }
block-hits-soon =
    { $count ->
        [one] Из них { $count } начнётся в ближайшие два часа: пациенту нужно сразу позвонить.
       *[other] Из них { $count } начнутся в ближайшие два часа: пациентам нужно сразу позвонить.
    }
block-hits-by-telephone =
    { $count ->
        [one] Из них { $count } сделана по телефону: предупредить можно только звонком.
       *[other] Из них { $count } сделаны по телефону: предупредить можно только звонком.
    }
block-sure = Закрыть приём? Каждому пациенту удержим другое время и спросим его.
block-yes = Да, закрыть
block-no = Нет
block-not-done = Приём не закрыт.
block-over = Это время уже прошло, или его слишком много. Выберите другое: /block
block-already = Приём этого врача уже закрыт: { $by }, { $at }.
block-board = Показать, что с записями
block-undone = <b>Отменено: врач принимает.</b>
block-visits =
    { $count ->
        [one] { $count } запись:
        [few] { $count } записи:
       *[other] { $count } записей:
    }
block-count-accepted = ✅ согласились на другое время: { $count }
block-count-moved = ↪️ перенесены иначе: { $count }
block-count-cancelled = ✖️ отменены: { $count }
block-count-restored = ↩️ остались как были: { $count }
block-count-seeking = 🔎 ищем другое время: { $count }
block-count-silent = ⏳ ещё не ответили: { $count }
block-count-unreachable = 🚫 сообщения не доходят: { $count }
block-count-to-call = ☎ остаётся только звонок: { $count }
block-status-accepted = другое время принято
block-status-moved = перенесена
block-status-cancelled = отменена
block-status-restored = осталась как была
block-status-seeking = ищем другое время
block-status-silent = ответа ещё нет
block-status-unreachable = сообщения не доходят
block-status-to-call = ничего не удержано
block-line = { $at } { $name } – { $status }
block-and-more = … и ещё { $count }
block-calls-left = <b>Осталось позвонить: { $count }</b>
block-refresh = Обновить
block-phones = Кому позвонить ({ $count })
block-undo = Отменить закрытие
block-unnamed = имя не указано
block-no-phone = номера нет
block-phones-heading = <b>Кому позвонить: { $doctor }</b> ({ $count })
block-phones-none = Звонить больше некому: { $doctor }.
block-phone-line = { $number }. { $at } <b>{ $name }</b>, { $phone }
block-phone-soon = приём в ближайшие два часа: пациент может быть в пути
block-phone-held = удержано: { $when }, { $doctor }
block-called = { $number }. Позвонили: { $name }
block-called-before = Сюда уже позвонили
block-undo-sure =
    { $count ->
        [0] Отменить закрытие? Ни одна запись этого не ждёт.
        [one] Отменить закрытие? { $count } запись вернётся на своё время, пациенту мы напишем.
        [few] Отменить закрытие? { $count } записи вернутся на своё время, пациентам мы напишем.
       *[other] Отменить закрытие? { $count } записей вернутся на своё время, пациентам мы напишем.
    }
block-undo-kept =
    { $count ->
        [one] { $count } пациент уже решил иначе: это останется.
        [few] { $count } пациента уже решили иначе: это останется.
       *[other] { $count } пациентов уже решили иначе: это останется.
    }
block-undo-yes = Да, врач принимает
block-undo-no = Нет, оставить
block-none-active = Закрытых приёмов нет.
block-which-undo = Какое закрытие отменить?
block-unknown = Такого закрытия здесь нет.
rebooking-none =
    <b>Врач не сможет принять вас в это время.</b>
    Было: { $when } — { $specialty }, { $doctor }

    Другого времени, которое мы могли бы удержать, сейчас нет. Клиника вам позвонит. Можно и самим поискать время.
rebooking-undone = Врач всё-таки принимает: ваша запись остаётся как была
block-words-now = сейчас now
