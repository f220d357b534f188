"""The words of an HTML page, without its looks."""

from html.parser import HTMLParser

QUIET = {"script", "style", "head", "title"}
BREAKS = {"p", "br", "div", "tr", "li", "h1", "h2", "h3", "table"}


def plain(html: str) -> str:
    """A line for each block, no tags, no scripts."""
    reader = _Words()
    reader.feed(html)
    lines = (" ".join(line.split()) for line in "".join(reader.said).splitlines())
    return "\n".join(line for line in lines if line)


class _Words(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.said: list[str] = []
        self.quiet = 0

    def handle_starttag(self, tag, attrs):
        self.quiet += tag in QUIET
        if tag in BREAKS:
            self.said.append("\n")

    def handle_endtag(self, tag):
        self.quiet -= tag in QUIET and self.quiet > 0

    def handle_data(self, data):
        if not self.quiet:
            self.said.append(data)
