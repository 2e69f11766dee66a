# Days and times on the branch's clock. Patterns are those of CLDR.
day-today = today
day-tomorrow = tomorrow
day-after-tomorrow = the day after tomorrow
day-pattern = EEE, MMMM d
day-pattern-year = EEE, MMMM d, y
day-pattern-full = EEEE, MMMM d, y
time-pattern = HH:mm
slot-when = { $day }, { $time }
slot-when-relative = { $relative }, { $day }, { $time }
