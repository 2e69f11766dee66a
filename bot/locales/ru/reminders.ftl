# Напоминания о визитах и ответы на них.
reminder =
    <b>У вас приём { $when }</b>
    { $specialty }, { $doctor }
    { $place }
reminder-confirm-by = Пожалуйста, подтвердите, что придёте: не позже чем <b>{ $until }</b>. Иначе это время достанется другому пациенту.
reminder-coming = Приду
coming-known = Спасибо, ждём вас.
coming-which = На какой приём?
coming-which-one = { $when } — { $specialty }
news-not-confirmed = Запись отменена: вы не подтвердили, что придёте
visit-missed =
    Мы вас не дождались: { $when } — { $specialty }, { $doctor }.
    Бывает всякое. Подобрать другое время?
visit-missed-again = Выбрать новое время
