# The page's own words. What the bot says is the bot's affair.

## On the left: seat and chats
you-are = You are: { $name }
choose-seat = You sit here as { $name }. Change
seats = Sit down as
role-patient = patient
role-bot = bot
new-patient = New patient
new-patient-name = Name
new-patient-hint = What is the patient's name?
guest = Guest
switch-language = Русский
loading = Loading
chats = Chats
no-chats = There is no chat yet. Change the seat above the list.
open-chat = { $name }, { $unread ->
    [0] read
    [one] { $unread } unread message
   *[other] { $unread } unread messages
 }
demo-note = A practice Telegram on this computer. Nothing leaves it.

## A chat's header
back = Back to the chats
chat-menu = Chat actions
block = Stop and block the bot
unblock = Unblock the bot
blocked = the bot is blocked
members = { $count ->
    [one] { $count } member
   *[other] { $count } members
 }
typing = typing
typing-named = { $name } is typing
uploading = sending a file
waiting = waiting for the bot
pinned = Pinned message
topics = Topics
all-topics = All
closed-topic = closed
go-down = To the newest messages

## An empty chat
what-can-bot = What can this bot do?
write-what-hurts = Write what hurts and when it suits you. For example:
example-1 = My throat hurts, could I come tomorrow after five?
example-2 = I need a cardiologist this week
example-3 = A paediatrician for my child on Saturday morning, please
start = Start
group-hint = The bot sends here what needs a manager's decision.
earlier = Show earlier messages

## Messages
today = Today
yesterday = Yesterday
you = You
edited = edited
sent = sent
read = read
message-of = { $name }, { $time }
message-menu = Message actions
reply = Reply
edit = Edit
copy = Copy the text
delete = Delete
copied = Copied
hidden-text = Hidden text, press to show it
forwarded-from = Forwarded from { $name }
deleted-message = Deleted message
not-yet-answered = Your message is kept. The bot does not answer yet; it will see it as soon as it runs.
photo = Photo
file = File
voice = Voice message
sticker = Sticker
location = Location
contact = Contact
download = Download { $name }
bytes = { $size } B
kilobytes = { $size } KB
megabytes = { $size } MB
unsupported-button = This page does not show such buttons
opens-page = opens in a new tab

## Grey lines
joined = { $who } joined the group
left = { $who } left the group
group-created = Group created
did-pin = Message pinned
migrated = The group has become a supergroup
topic-created = New topic: { $name }
topic-edited = Topic renamed: { $name }
topic-changed = Topic changed
topic-closed = Topic closed
topic-reopened = Topic open again

## Below
write = Message
send = Send
attach = Attach
commands = Bot commands
bot-keyboard = Bot keyboard
hide-keyboard = Hide the bot keyboard
editing = Editing the message
answering = Reply to { $name }
cancel = Cancel
topic-is-closed = The topic is closed: nobody writes in it
own-contact = Your own phone number
upload = Photo or file from this computer…
sample-photo = Sample photo
sample-file = Sample file (PDF)
sample-voice = Sample voice message
sample-sticker = Sticker
sample-location = A place on the map
too-big = The file is larger than 20 MB: the bot cannot fetch it
share-contact = Send the bot your phone number?
share-contact-text = The bot “{ $bot }” will see your name and your number { $phone }.
share-contact-group = Everyone in “{ $bot }” will see your name and your number { $phone }.
share-location = Send the bot where you are?
share-location-text = The page sends a practice place: the middle of Moscow.
share = Send
no = Not now
ok = OK
add = Add
not-possible = That cannot be done
