# Комнаты управляющих: группы филиалов и их темы.
managers-topic-queue = Очередь
managers-topic-tickets = Обращения
managers-topic-alerts = Важное
managers-here-is-main = Здесь комната всех филиалов. Напишите /here в группе филиала.
managers-here-which = Чья это группа? Напишите одну из строк:
managers-here-done = Теперь это группа филиала «{ $branch }». Заявки и новости филиала приходят сюда.
