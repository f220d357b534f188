"""Words as both indexes see them: small letters, no accents, no points between them.

Both databases are given the same words and asked for the same words, so that they find the same.
"""

import re
import unicodedata

WORD = re.compile(r"[^\W_]+")
MOST_CHARACTERS = 100_000  # of one entry: some forty pages; PostgreSQL refuses a tsvector over 1 MB
LONGEST, MOST = 40, 8  # of what somebody types
COMMON = frozenset(
    re.findall(
        r"\w+",
        "a an and are as at be by did for from had has he her him his i in is it me my of on or "
        "our she so that the their they this to up was we were what when who with you",
    )
)


def fold(text: str) -> str:
    """Zoë and ZOE are zoe."""
    apart = unicodedata.normalize("NFKD", text)
    return "".join(c for c in apart if not unicodedata.combining(c)).casefold()


def index_words(*texts: str) -> str:
    return " ".join(WORD.findall(fold(" ".join(texts))))[:MOST_CHARACTERS]


def telling_words(text: str) -> list[str]:
    """Without the words that stand in every text."""
    return [word for word in WORD.findall(fold(text)) if word not in COMMON]


def asked_words(text: str) -> list[str]:
    """The words that a search asks the database for. The last may be half typed, but one letter
    alone would fetch half of all there is."""
    words = [word for word in telling_words(text) if len(word) > 1] or WORD.findall(fold(text))
    return [word[:LONGEST] for word in words[:MOST]]
