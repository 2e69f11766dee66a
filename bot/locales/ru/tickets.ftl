# Обращения: пациент пишет в клинику, отвечают люди.
menu-write = Написать в клинику
command-write = Написать в клинику
ticket-ask = Напишите, что передать клинике. Следующие ваши сообщения увидят её сотрудники.
ticket-not-now = Не нужно
ticket-nothing = Хорошо, ничего не передаю.
ticket-people-patient-wrote = Передаю клинике. Теперь здесь отвечают её сотрудники, а я молчу: что вы напишете, попадёт к ним.
ticket-people-asked-for-human = Передаю разговор сотрудникам клиники. Теперь здесь отвечают они, а я молчу: что вы напишете, попадёт к ним.
ticket-people-not-understood = Я вас не понимаю, поэтому передаю разговор сотрудникам клиники. Теперь здесь отвечают они: что вы напишете, попадёт к ним.
ticket-people-complaint = Мне жаль, что так вышло. Передаю ваши слова сотрудникам клиники. Теперь здесь отвечают они: что вы напишете, попадёт к ним.
ticket-people-taken = Теперь здесь отвечают сотрудники клиники, а я молчу: что вы напишете, попадёт к ним.
ticket-hours-now =
    Клиника открыта до { $closes }.

    Если нужна срочная помощь, не ждите ответа: звоните 112 или 103.
ticket-hours-next =
    Сейчас клиника закрыта, она откроется: { $opens }.

    Если нужна срочная помощь, не ждите ответа: звоните 112 или 103.
ticket-hours-unknown =
    Ответят в часы работы клиники.

    Если нужна срочная помощь, не ждите ответа: звоните 112 или 103.
ticket-to-assistant = Вернуться к помощнику
ticket-from-clinic = Клиника
ticket-assistant-back = Вам снова отвечает помощник. Напишите, какой врач нужен и когда удобно, или выберите кнопкой.
ticket-closed = Клиника закрыла обращение. Вам снова отвечает помощник.
ticket-more = Написать ещё
ticket-words-only = Сотрудникам клиники передаётся только текст. Опишите, пожалуйста, словами.
ticket-caption-only = Сотрудникам клиники передана только подпись: картинки и файлы не передаются.
ticket-corrected = Исправлено: { $words }
ticket-summary-whom = Для кого: { $who }
ticket-summary-specialty = Врач: { $what }
ticket-summary-doctor = К кому: { $who }
ticket-summary-child = Для ребёнка
ticket-summary-when = Когда: { $when }
ticket-summary-soon = Когда: чем скорее, тем лучше
ticket-summary-any-time = в любое время
ticket-summary-held = Держит время: { $when }, { $doctor }
ticket-summary-said = Писал(а) до этого:
ticket-summary-line = – { $words }

## Для группы управляющих
managers-ticket-title = <b>Обращение № { $number }</b>: { $reason }
managers-ticket-reason-patient-wrote = пишет пациент
managers-ticket-reason-asked-for-human = просит человека
managers-ticket-reason-not-understood = помощник не понял
managers-ticket-reason-complaint = жалоба
managers-ticket-at = { $at }
managers-ticket-follows = Продолжение обращения № { $number }
managers-ticket-summary = Что известно:
managers-ticket-status-open = Ждёт ответа
managers-ticket-status-answered = Клиника ответила
managers-ticket-status-awaiting-reply = Пациент ответил
managers-ticket-status-closed = Закрыто
managers-ticket-owner = Ведёт: { $who }. Ответьте на это сообщение — пациент получит ответ от имени клиники.
managers-ticket-somebody = сотрудник клиники
managers-ticket-nobody-has-it = Бот в этом разговоре молчит. Ответьте на это сообщение — пациент получит ответ от имени клиники.
managers-ticket-assistant-has-it = Отвечает бот. Возьмите разговор или ответьте на это сообщение.
managers-ticket-closed-by = Закрыл(а): { $who }
managers-ticket-take = Взять
managers-ticket-give-back = Вернуть боту
managers-ticket-close = Закрыть
managers-ticket-taken = Разговор уже ведёт { $who }.
managers-ticket-is-closed = Обращение уже закрыто.
managers-ticket-gone = Такого обращения больше нет.
managers-ticket-closed-not-sent = Обращение № { $number } закрыто: ответ пациенту не передан. Если пациент напишет, откроется новое.
managers-ticket-words-only = Пациенту передаётся только текст: это сообщение осталось здесь.
managers-ticket-caption-only = Пациенту передана только подпись.
managers-ticket-patient-wrote = <b>{ $name }</b> (№ { $number }):
managers-ticket-clinic-wrote = <b>Ответ клиники</b> (№ { $number }):
managers-ticket-undelivered = Обращение № { $number }: пациент закрыл доступ боту, ответ не дошёл. Телефон: { $phone }.
