# What Telegram shows of the bot: commands and descriptions.
command-book = Book with buttons
command-my = My visits
command-family = The people I book for
command-call = Call me back
command-help = What I can do
command-lang = Language
command-cancel = Forget what was begun
bot-description =
    The clinic's front desk. Write what is wrong or which doctor you need, and when it suits you: I propose times, you choose one and confirm.

    If you need help urgently, call 112 or your local emergency number.
bot-short-description = Book a doctor: write in your own words what is wrong and when it suits you.
