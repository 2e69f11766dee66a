# Очередь заявок в группе управляющих.
queue-card =
    <b>Заявка № { $number }</b>
    { $name }
queue-card-words = <blockquote>{ $words }</blockquote>
queue-card-understood = Понято: { $what }
queue-card-why = Почему это время: { $why }
queue-card-no-time = Время ещё не выбрано.
queue-card-time = Предложено: <b>{ $when }</b>, { $doctor }, { $place }
queue-card-until = Решить: { $until }
queue-card-taken = Смотрит: { $name }
queue-card-offered = ↔️ { $name }, { $at }: предложено другое время, ждём ответа пациента.
queue-card-new = Ждёт решения.
queue-card-proposed = Ждёт решения.
queue-card-approved = ✅ Подтверждено: { $name }, { $at }
queue-card-declined = ❌ Отклонено: { $name }, { $at }
queue-card-withdrawn = Отозвано: { $name }, { $at }
queue-card-expired = Время вышло: { $name }, { $at }
queue-card-reason = Причина: { $reason }
queue-by-policy = без проверки
queue-by-deadline = по сроку
queue-by-patient = пациент
queue-by-clinic = клиника
queue-approve = Подтвердить
queue-other-time = Другое время
queue-decline = Отклонить
queue-back = Вернуть в очередь
queue-undo = Отменить (5 минут)
queue-to-card = ← К заявке
queue-empty = Очередь пуста: решать нечего.
queue-empty-note = Очередь пуста.
queue-gone = Заявки № { $number } больше нет.
queue-released = Заявка № { $number } снова в очереди ({ $name }).
queue-taken-note = Эту заявку уже смотрит { $name } (с { $at }).
queue-decided-note = Уже решено: { $name }, { $at }.
queue-note-changed_meanwhile = Заявка изменилась. Посмотрите ещё раз.
queue-note-too_late = Время визита уже наступило.
queue-note-cannot_undo = Отменить можно только своё решение и в течение 5 минут.
queue-note-no_time = Время ещё не выбрано: предложите его пациенту.
queue-note-no_account = У пациента нет бота, предложить ему время нельзя. Позвоните.
queue-note-slot_taken = Это время только что заняли. Вот что свободно.
queue-note-other = Сейчас так сделать нельзя.
queue-decline-why = <b>Почему отклоняем?</b> Причину прочитает пациент.
queue-reason-full-button = Нет мест
queue-reason-full = К сожалению, на это время врач принять не сможет.
queue-reason-specialist-button = Нужен другой врач
queue-reason-specialist = С этим вопросом лучше обратиться к другому специалисту.
queue-reason-preparation-button = Нужна подготовка
queue-reason-preparation = Для этого приёма нужна подготовка, поэтому понадобится другое время.
queue-reason-closed-button = Приёма не будет
queue-reason-closed = В это время клиника не принимает.
queue-reason-own = Своими словами
queue-reason-reply = { $name }, ответьте на это сообщение причиной отказа по заявке № { $number }. Её прочитает пациент.
queue-reason-too-long = Слишком длинно: не больше { $most } букв. Ответьте ещё раз.
queue-not-declined = Не отклонено. { $why }
queue-times = <b>Какое время предложить?</b> Можно выбрать до трёх.
queue-times-nothing = Свободного времени поблизости нет.
queue-times-most = Не больше { $most }.
queue-times-none-chosen = Сначала выберите время.
queue-times-send = { $count ->
    [one] Предложить { $count } время
    [few] Предложить { $count } времени
   *[other] Предложить { $count } времён
}
queue-all-ask = { $count ->
    [one] Подтвердить { $count } заявку? Та, в которой есть сложности, останется в очереди.
    [few] Подтвердить { $count } заявки? Те, в которых есть сложности, останутся в очереди.
   *[other] Подтвердить { $count } заявок? Те, в которых есть сложности, останутся в очереди.
}
queue-all-yes = Да, подтвердить
queue-all-no = Нет
queue-all-dropped = Ничего не подтверждено.
queue-all-done = { $count ->
    [one] ✅ { $name }: подтверждена { $count } заявка.
    [few] ✅ { $name }: подтверждены { $count } заявки.
   *[other] ✅ { $name }: подтверждено { $count } заявок.
}
queue-all-left = { $count ->
    [one] Осталась { $count }:
   *[other] Остались { $count }:
}
queue-left = № { $number }: { $why }
queue-left-taken = в чьих-то руках
queue-left-other = нужно посмотреть
queue-all-undone = { $count ->
    [one] ↩️ { $name }: снова в очереди { $count } заявка.
    [few] ↩️ { $name }: снова в очереди { $count } заявки.
   *[other] ↩️ { $name }: снова в очереди { $count } заявок.
}{ $kept ->
    [0] {""}
   *[other] {" "}Не удалось вернуть: { $kept }.
}
queue-due-soon = ⏳ Заявка № { $number } ждёт решения: { $until }. /queue

digest-title = <b>Сводка</b>
digest-empty = Всё разобрано.
digest-waiting = { $count ->
    [one] Ждёт решения <b>{ $count }</b> заявка
    [few] Ждут решения <b>{ $count }</b> заявки
   *[other] Ждут решения <b>{ $count }</b> заявок
}
digest-deadline = Ближайший срок: { $until }
digest-taken = Смотрят: { $who }
digest-calls = { $count ->
    [one] Позвонить <b>{ $count }</b> пациенту
   *[other] Позвонить <b>{ $count }</b> пациентам
}
digest-tickets = { $count ->
    [one] Ждёт ответа <b>{ $count }</b> обращение
    [few] Ждут ответа <b>{ $count }</b> обращения
   *[other] Ждут ответа <b>{ $count }</b> обращений
}
digest-next = Взять заявку
digest-all = Подтвердить все без сложностей
