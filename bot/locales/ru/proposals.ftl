# Время на выбор, и что сказать, если его уже нет.
slot-button = { $when } — { $specialty }, { $doctor }
slot-line = { $number }. { $when } — { $specialty }, { $doctor }, { $place }
place = каб. { $office }, { $branch }
place-office = каб. { $office }
offers-end = Выберите время кнопкой или напишите, что изменить.
offers-again = Хорошо, выберите время:
nothing-else = Другого времени у меня сейчас нет. Напишите, какой врач нужен и когда удобно, — поищу ещё.
instead = Ближайшее свободное время:

gone-taken = Это время только что заняли.
gone-hold-expired = Время на подтверждение вышло, и бронь снята.
gone-offer-expired = Это предложение устарело.
gone-not-bookable = На это время уже нельзя записаться.
gone-let-go = Эта бронь уже снята.
gone-nothing = Напишите, какой врач нужен и когда удобно, — поищу заново.
