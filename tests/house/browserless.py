"""A page's form as a browser would send it back, read from its HTML."""

from html.parser import HTMLParser


class _Form(HTMLParser):
    """Collects the controls of the form with this id."""

    def __init__(self, form_id: str):
        super().__init__()
        self.form_id, self.inside = form_id, False
        self.body: dict[str, list[str]] = {}
        self.written: list[str] = []  # names of boxes that take words
        self.area = self.choice = None

    def handle_starttag(self, tag, attrs):
        a = dict(attrs)
        if tag == "form":
            self.inside = a.get("id") == self.form_id
        name = a.get("name")
        if not self.inside or "disabled" in a:
            return
        if tag == "textarea":
            self.area = name
            self.body[name] = [""]
            self.written.append(name)
        elif tag == "select":
            self.choice = name
        elif tag == "option" and self.choice and "selected" in a:
            self._add(self.choice, a.get("value", ""))
        elif tag == "input" and name:
            self._input(name, a)

    def _input(self, name, a):
        kind = a.get("type", "text")
        if kind in ("checkbox", "radio"):
            if "checked" in a:
                self._add(name, a.get("value", "on"))
        elif kind not in ("submit", "file", "button"):
            self._add(name, a.get("value") or "")
            if kind == "text":
                self.written.append(name)

    def _add(self, name, value):
        self.body.setdefault(name, []).append(value)

    def handle_data(self, data):
        if self.area:
            # A browser leaves out the line end that stands right after the tag.
            self.body[self.area][0] += data

    def handle_endtag(self, tag):
        if tag == "textarea":
            self.area = None
        elif tag == "select":
            self.choice = None
        elif tag == "form":
            self.inside = False


def form_of(answer, form_id: str = "sheet") -> tuple[dict[str, list[str]], list[str]]:
    """(what would be posted, names of the boxes that take words)."""
    reader = _Form(form_id)
    reader.feed(answer.content.decode())
    return {k: [v.lstrip("\n") for v in vs] for k, vs in reader.body.items()}, reader.written
