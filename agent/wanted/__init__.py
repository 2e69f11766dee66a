"""The visit that a patient wants, as data: kept between turns, read by the rules and by any model.

    wanted = merge(wanted, hear("а если к женщине?", clinic, wanted, now, "ru"), now)

`state` alone is quick to import; `hear` reads the data files of understanding.
"""
