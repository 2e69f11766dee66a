# Слова самой страницы. Что говорит бот, решает бот.

## Слева: место и чаты
you-are = Вы: { $name }
choose-seat = За кого вы сидите: { $name }. Сменить
seats = За кого сесть
role-patient = пациент
role-bot = бот
new-patient = Новый пациент
new-patient-name = Имя
new-patient-hint = Как зовут пациента?
guest = Гость
switch-language = English
loading = Загрузка
chats = Чаты
no-chats = Пока нет ни одного чата. Смените место вверху списка.
open-chat = { $name }, { $unread ->
    [0] прочитано
    [one] { $unread } непрочитанное сообщение
    [few] { $unread } непрочитанных сообщения
   *[other] { $unread } непрочитанных сообщений
 }
demo-note = Учебный Telegram на этом компьютере. Наружу ничего не уходит.

## Шапка чата
back = Назад к чатам
chat-menu = Действия с чатом
block = Остановить и заблокировать бота
unblock = Разблокировать бота
blocked = бот заблокирован
members = { $count ->
    [one] { $count } участник
    [few] { $count } участника
   *[other] { $count } участников
 }
typing = печатает
typing-named = { $name } печатает
uploading = отправляет файл
waiting = ждём ответа бота
pinned = Закреплённое сообщение
topics = Темы
all-topics = Все
closed-topic = закрыта
go-down = К новым сообщениям

## Пустой чат
what-can-bot = Что умеет этот бот?
write-what-hurts = Напишите, что болит и когда вам удобно. Например:
example-1 = Болит горло, можно завтра после пяти?
example-2 = Нужен кардиолог на этой неделе
example-3 = Запишите ребёнка к педиатру в субботу утром
start = Начать
group-hint = Сюда бот присылает то, что требует решения менеджера.
earlier = Показать более ранние

## Сообщения
today = Сегодня
yesterday = Вчера
you = Вы
edited = изменено
sent = отправлено
read = прочитано
message-of = { $name }, { $time }
message-menu = Действия с сообщением
reply = Ответить
edit = Изменить
copy = Скопировать текст
delete = Удалить
copied = Скопировано
hidden-text = Скрытый текст, нажмите, чтобы показать
forwarded-from = Переслано от { $name }
deleted-message = Удалённое сообщение
not-yet-answered = Сообщение сохранено. Бот пока не отвечает; он увидит его, как только заработает.
photo = Фото
file = Файл
voice = Голосовое сообщение
sticker = Стикер
location = Геопозиция
contact = Контакт
download = Скачать { $name }
bytes = { $size } Б
kilobytes = { $size } КБ
megabytes = { $size } МБ
unsupported-button = Такие кнопки эта страница не показывает
opens-page = откроется в новой вкладке

## Серые строки
joined = { $who } теперь в группе
left = { $who } больше не в группе
group-created = Группа создана
did-pin = Закреплено сообщение
migrated = Группа стала супергруппой
topic-created = Новая тема: { $name }
topic-edited = Тема переименована: { $name }
topic-changed = Тема изменена
topic-closed = Тема закрыта
topic-reopened = Тема снова открыта

## Внизу
write = Сообщение
send = Отправить
attach = Прикрепить
commands = Команды бота
bot-keyboard = Клавиатура бота
hide-keyboard = Спрятать клавиатуру бота
editing = Изменение сообщения
answering = Ответ: { $name }
cancel = Отменить
topic-is-closed = Тема закрыта: писать в ней нельзя
own-contact = Свой номер телефона
upload = Фото или файл с компьютера…
sample-photo = Пример фото
sample-file = Пример файла (PDF)
sample-voice = Пример голосового
sample-sticker = Стикер
sample-location = Место на карте
too-big = Файл больше 20 МБ: бот такой не скачает
share-contact = Отправить боту номер телефона?
share-contact-text = Бот «{ $bot }» увидит ваше имя и номер { $phone }.
share-contact-group = Все в чате «{ $bot }» увидят ваше имя и номер { $phone }.
share-location = Отправить боту, где вы находитесь?
share-location-text = Страница отправит учебное место: центр Москвы.
share = Отправить
no = Не сейчас
ok = Понятно
add = Добавить
not-possible = Так сделать нельзя
