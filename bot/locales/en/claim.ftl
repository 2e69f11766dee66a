# Managers' invitations, in a private chat.
claim-refused = This code does not fit. Ask the clinic's administrator for a new one: /claim CODE
claim-done = Done: { $what }. Open the managers' group and write /help there.
claim-manager = you are a manager ({ $where })
claim-reader = you may look ({ $where })
claim-everywhere = all branches
