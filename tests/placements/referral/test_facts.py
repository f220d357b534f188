"""What is read from a mail, and what is not guessed."""

from datetime import date

import pytest

from cura.lib.plain import plain
from placements.referral.facts import Facts, read
from placements.referral.letter import Unreadable, from_file
from tests.placements.referral.conftest import MAIL

ON = date(2026, 11, 25)


def test_a_whole_mail():
    assert read(MAIL, on=ON) == Facts(
        authority="Calderbrook City Council",
        from_name="Martin Cole",
        from_email="m.cole@calderbrook.gov.uk",
        from_phone="01632 960 123",
        first_name="Amara",
        last_name="Obiwale",
        born=date(2013, 9, 3),
        sex="female",
        wanted_from=date(2026, 12, 3),
    )


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("Child's name: Kofi\nAge: 12", "first_name", "Kofi"),
        ("Name of child: Kofi Ansah", "last_name", "Ansah"),
        ("We look for a home for a boy", "first_name", ""),
        ("Placement for Tuesday please", "first_name", ""),
        ("He is 12 years old", "age", 12),
        ("a 9-year-old girl", "age", 9),
        ("aged 14 and funny", "age", 14),
        ("his mother is 41 years old", "age", None),
        ("born on 29 February 2012", "born", date(2012, 2, 29)),
        ("DOB 31/02/2012", "born", None),
        ("DOB 3.9.12", "born", date(2012, 9, 3)),
        ("DOB 03/09/2031", "born", None),
        ("needed by 5th January", "wanted_from", date(2027, 1, 5)),
        ("start date: 2026-12-01", "wanted_from", date(2026, 12, 1)),
        ("in placement from 1 May 2024", "wanted_from", None),
        ("he can show us his room", "sex", "male"),
        ("gender: F", "sex", "female"),
        ("a young person", "sex", ""),
        ("we need a place tonight", "needed_tonight", True),
        ("London Borough of Merebank asks", "authority", "London Borough of Merebank"),
        ("write to a.b@northwold.gov.uk", "authority", "Northwold"),
        ("write to a.b@example.org", "authority", ""),
    ],
)
def test_each_fact_is_found_or_left(text, name, value):
    assert getattr(read(text, on=ON), name) == value


def test_a_council_that_asked_before_is_known_by_its_words_or_its_address():
    known = ["Northwold Borough Council", "Calderbrook City Council"]
    assert read("x@northwold.gov.uk", on=ON, known=known).authority == known[0]
    assert read("the calderbrook city council", on=ON, known=known).authority == known[1]


EML = b"""From: "Cole, Martin" <m.cole@calderbrook.gov.uk>
To: elm@example.org
Subject: A home for Amara
Date: Tue, 24 Nov 2026 16:40:00 +0000
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="b"

--b
Content-Type: text/html; charset=utf-8

<html><head><style>p {}</style></head>
<body><p>Amara is <b>13</b> years old.</p><p>Please.</p></body></html>
--b
Content-Type: text/plain
Content-Disposition: attachment; filename="notes.txt"

Likes swimming.
--b--
"""


def test_a_mail_file_is_read_with_what_hangs_on_it():
    letter = from_file(EML)
    assert letter.text == "A home for Amara\n\nAmara is 13 years old.\nPlease."
    assert (letter.from_name, letter.from_email) == ("Cole, Martin", "m.cole@calderbrook.gov.uk")
    assert letter.at.isoformat() == "2026-11-24T16:40:00+00:00"
    assert [name for name, _ in letter.files] == ["notes.txt"]


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 no mail", b"\xd0\xcf\x11\xe0 outlook"])
def test_what_is_no_mail_is_said(data):
    with pytest.raises(Unreadable):
        from_file(data)


def test_words_of_a_page_without_its_looks():
    assert plain("<p>One</p><script>no()</script><div>Two &amp; three</div>") == "One\nTwo & three"
