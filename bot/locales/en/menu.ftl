# The keys below the chat: they arrive as ordinary words.
menu-book = Book
menu-mine = My visits
menu-call = Call me back
