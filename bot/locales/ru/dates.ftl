# Дни и время по часам филиала. Образцы — как в CLDR.
day-today = сегодня
day-tomorrow = завтра
day-after-tomorrow = послезавтра
day-pattern = EEE d MMMM
day-pattern-year = EEE d MMMM y
day-pattern-full = EEEE, d MMMM y
time-pattern = HH:mm
slot-when = { $day }, { $time }
slot-when-relative = { $relative }, { $day }, { $time }
