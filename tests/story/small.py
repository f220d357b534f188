"""A story of two days, for tests: one house, two workers, one child."""

HOUSE = """
[story]
title = "Small"
home = "house"
first = "D-1"

[moments]
SUPPER = "D-1 18:00"

[[place]]
key = "lead"
kind = "lead"
people = ["ada", "bo"]
from = "09:30"
until = "next 10:00"
sleeps = ["22:30", "07:00"]

[rota]
who = "ada"
at = "Mon 14:00"
ahead = 1
opening = "D-1 07:00"

[[child]]
key = "kit"
called = "Kit"
key_worker = "ada"
came = "D-1 08:00"

[[entry]]
at = "D-1 06:00"
who = "Cura"
as = "org"
action = "open organisation"
data = { name = "Small Care" }

[[entry]]
at = "D-1 06:01"
who = "Cura"
as = "house"
action = "open home"
data = { organisation = "@org", name = "Small House", places = 2, beds = ["Blue"] }

[[entry]]
at = "D-1 06:02"
who = "Cura"
as = "ada"
action = "add person"
[entry.data]
username = "ada"
name = "Ada Lark"
organisation = "@org"
pin = "4821"
roles = [{ role = "manager", home = "@house", starts = "=D-30 09:00" }]

[[entry]]
at = "D-1 06:03"
who = "Cura"
as = "bo"
action = "add person"
[entry.data]
username = "bo"
name = "Bo Reed"
organisation = "@org"
roles = [{ role = "care", home = "@house", starts = "=D-30 09:00" }]

[[entry]]
at = "D-1 08:00"
who = "ada"
as = "kit"
action = "welcome"
about = "house"
data = { first_name = "Kit", last_name = "Moor", born = "=D-12y", bed = "Blue" }

[[entry]]
at = "D-1 08:10"
who = "ada"
action = "change child"
about = "kit"
data = { key_worker = "@ada" }

[[entry]]
at = "SUPPER+5min"
who = "lead"
record = "daily-notes"
about = "kit"
data = { kind = "moment", words = "Kit laid the table with {lead}.", good = true }

[[entry]]
at = "D-1 19:00"
who = "bo"
record = "handovers"
as = "evening"
[entry.data]
change = "to_night"
lines = [{ child = "@kit", how = "Full of plans.", red = true, next = "Ask about the bike." }]
counts = [{ what = "keys", amount = "2", right = "yes" }]

[[entry]]
at = "D-1 19:10"
who = "ada"
step = "taken"
on = "evening"
data = { read_lines = "*" }

[[routine]]
key = "night note"
each = "children"
at = "06:30..06:50"
who = "lead"
record = "daily-notes"
data = { kind = "night", happened_at = "=day-1d 22:30", words = "{slept}", sleep = "well" }
"""
WORDS = 'slept = ["Slept well in the blue room.", "Slept until seven."]\n'


def write(folder, house=HOUSE, words=WORDS):
    (folder / "words").mkdir(parents=True, exist_ok=True)
    (folder / "house.toml").write_text(house)
    (folder / "words" / "house.toml").write_text(words)
    return folder
