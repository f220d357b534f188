import pytest

from cura.lib.words import first_name, first_names, initials, listed, plural


@pytest.mark.parametrize(
    "count, one, many, said",
    [
        (1, "night", None, "1 night"),
        (3, "night", None, "3 nights"),
        (0, "night", None, "no nights"),
        (2, "child", "children", "2 children"),
        (2, "diary", None, "2 diaries"),
        (2, "day", None, "2 days"),
        (2, "box", None, "2 boxes"),
        (1200, "note", None, "1,200 notes"),
    ],
)
def test_plural(count, one, many, said):
    assert plural(count, one, many) == said


@pytest.mark.parametrize(
    "items, said",
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_listed(items, said):
    assert listed(items) == said


def test_first_names():
    assert first_names(["Ella Finch", "Tom Marsh", "Priya"]) == "Ella, Tom and Priya"
    assert first_names(["Ella Finch", "Ella Moor"]) == "Ella F. and Ella M."
    assert first_name("  Ella Finch") == "Ella"
    assert first_name("") == ""


@pytest.mark.parametrize(
    "name, said", [("Ella Rose Finch", "EF"), ("ella", "E"), ("", ""), ("Zoë O'Dell", "ZO")]
)
def test_initials(name, said):
    assert initials(name) == said
