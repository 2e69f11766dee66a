"""Working on what came in: strictly in order within a chat, side by side across chats."""
