"""A message in one line: in the list of chats, above an answer, in the pinned bar, as a grey line."""

from sandbox.page.words import Words
from sandbox.world import Message, content

LONGEST = 120


def one_line(message: Message, words: Words) -> str:
    """Its words, or what it is."""
    text = " ".join(message.text.split())[:LONGEST]
    match message.content:
        case content.Text():
            return text
        case content.Photo():
            return text or words("photo")
        case content.Document(file=file):
            return text or file.name or words("file")
        case content.Voice():
            return words("voice")
        case content.Sticker(emoji=emoji):
            return f"{emoji} {words('sticker')}"
        case content.Venue(title=title):
            return title
        case content.Location():
            return words("location")
        case content.Contact():
            return words("contact")
        case _:
            return service_line(message, words)


def service_line(message: Message, words: Words) -> str:
    """Of a message that nobody said."""
    match message.content:
        case content.MembersJoined(users=users):
            return words("joined", who=", ".join(user.name for user in users))
        case content.MemberLeft(user=user):
            return words("left", who=user.name)
        case content.GroupCreated():
            return words("group-created")
        case content.Pinned():
            return words("did-pin")
        case content.MigratedTo() | content.MigratedFrom():
            return words("migrated")
        case _:
            return _topic_line(message, words)


def _topic_line(message: Message, words: Words) -> str:
    match message.content:
        case content.TopicCreated(name=name):
            return words("topic-created", name=name)
        case content.TopicEdited(name=name):
            return words("topic-edited", name=name) if name else words("topic-changed")
        case content.TopicClosed():
            return words("topic-closed")
        case content.TopicReopened():
            return words("topic-reopened")
        case _:
            return ""
