# Managers' rooms: groups of branches, and their topics.
managers-topic-queue = Queue
managers-topic-tickets = Tickets
managers-topic-alerts = Alerts
managers-here-is-main = This is the room of all branches. Write /here in a branch's group.
managers-here-which = Whose group is this? Write one of the lines:
managers-here-done = This is now the group of the branch “{ $branch }”. Its applications and news come here.
managers-joined = A new manager: { $name }. If you do not know them, tell the administrator.
managers-joined-reader = { $name } sees the applications from now on (read-only). If you do not know them, tell the administrator.
