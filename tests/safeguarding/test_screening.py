"""What regulation 19 does not allow, in the words that people write; and the words beside them."""

import pytest

from safeguarding.measure.screening import prohibited, screen

NOT_ALLOWED = (
    ("contact", "No phone for two days."),
    ("contact", "She lost her call with mum on Sunday."),
    ("contact", "Family time on Saturday was cancelled."),
    ("contact", "His phone was taken away until Monday."),
    ("contact", "Not allowed to see his brother."),
    ("contact", "Mobile confiscated."),
    ("contact", "He cannot phone his nan."),
    ("contact", "She can't see her dad this week."),
    ("contact", "He will not be seeing his mum."),
    ("contact", "We kept his phone until Friday."),
    ("contact", "His phone stays in the office until Friday."),
    ("contact", "He may not ring home."),
    ("contact", "No-phone week, no\u00a0 phone."),
    ("contact", "He missed his mum, and her call was cancelled."),
    ("food", "He didn’t get his pudding."),
    ("food", "Sent to his room without eating."),
    ("food", "He skipped dinner for it."),
    ("sleep", "He sleeps on the floor."),
    ("clothes", "Slippers only for a week."),
    ("medicine", "He was not given his inhaler."),
    ("medicine", "His tablets were kept back."),
    ("medicine", "We took her medication away."),
    ("body", "He must stand outside in the cold."),
    ("money", "He pays all his pocket money."),
    ("food", "No pudding tonight."),
    ("food", "He goes without his tea."),
    ("food", "She will not get her sweets."),
    ("food", "He ate alone in his room."),
    ("sleep", "Sent to bed early."),
    ("sleep", "She had an early night for it."),
    ("clothes", "Had to wear his pyjamas all day."),
    ("medicine", "Medicine withheld until he was calm."),
    ("medicine", "No CAMHS this week."),
    ("aids", "Her glasses were taken."),
    ("group", "The whole house lost film night."),
    ("group", "Everyone loses the game until he says sorry."),
    ("group", "The others decided what should happen."),
    ("body", "Twenty press-ups."),
    ("body", "A cold shower."),
    ("money", "Pocket money stopped for a month."),
    ("money", "He was fined."),
)
ALLOWED = (
    "He and Sam mended the door together.",
    "They talked with Mia and shook hands.",
    "She rang her mum and told her.",
    "He wrote a card to say sorry.",
    "He pays £2 a week for four weeks towards the window.",
    "We had tea and then talked about it.",
    "She slept well.",
    "She took her medication and went to rest.",
    "He took a drink of water.",
    "Sam took him to the doctor.",
    "He missed his mum and cried.",
    "Everyone stopped shouting.",
    "He took off his shoes.",
    "She asked for her dad, and we rang him at once.",
    "They cooked dinner for everybody to say sorry.",
    "Everyone sat down together.",
    "Rang his social worker.",
    "She said “no phone, no talk”.",
    "",
)


@pytest.mark.parametrize("key,text", NOT_ALLOWED, ids=[text for _, text in NOT_ALLOWED])
def test_what_the_law_does_not_allow_is_found(key, text):
    cites = {kind.key: kind.cite for kind in prohibited()}
    assert cites[key] in [met.cite for met in screen(text)]


@pytest.mark.parametrize("text", ALLOWED)
def test_what_puts_things_right_is_not_asked_about(text):
    assert screen(text) == []


def test_every_kind_of_the_law_has_a_sentence_and_a_citation():
    kinds = prohibited()
    assert {k.cite.removeprefix("CHR 2015 reg. 19(2)") for k in kinds} == {
        "(a)", "(b)", "(c)", "(d)", "(e)", "(f)", "(g)", "(i)", "(j)"
    }  # fmt: skip
    assert all(kind.say and kind.patterns for kind in kinds)
    assert {key for key, _ in NOT_ALLOWED} == {kind.key for kind in kinds}
