"""A browser quick enough to be left out of the measurement: one connection, one cookie jar."""

import http.client
import time
from html.parser import HTMLParser
from http.cookies import SimpleCookie
from urllib.parse import urlencode


class Form(HTMLParser):
    """The fields of the page's largest form, as a browser would send them untouched."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.forms: list[dict[str, str]] = []
        self.choice: str | None = None
        self.writing: str | None = None
        self.feed(page)

    def handle_starttag(self, tag, pairs):
        given = dict(pairs)
        if tag == "form":
            self.forms.append({})
        elif not self.forms:
            return
        elif tag == "input" and given.get("name"):
            ticked = given.get("type") not in ("checkbox", "radio") or "checked" in given
            if ticked and given.get("type") != "submit":
                self.forms[-1][given["name"]] = given.get("value") or ""
        elif tag == "textarea":
            self.writing = given.get("name")
            self.forms[-1][self.writing] = ""
        elif tag == "select":
            self.choice = given.get("name")
        elif tag == "option" and self.choice and "selected" in given:
            self.forms[-1][self.choice] = given.get("value") or ""

    def handle_endtag(self, tag):
        if tag == "textarea":
            self.writing = None
        elif tag == "select":
            self.choice = None

    def handle_data(self, data):
        if self.writing:
            self.forms[-1][self.writing] += data

    def fields(self) -> dict[str, str]:
        return max(self.forms, key=len)


class Browser:
    def __init__(self, port: int, cookies: dict[str, str]) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self.cookies = cookies

    def get(self, path: str) -> tuple[int, str, float]:
        return self.ask("GET", path)

    def post(self, path: str, form: dict[str, str]) -> tuple[int, str, float]:
        return self.ask("POST", path, urlencode(form))

    def ask(self, method: str, path: str, body: str | None = None) -> tuple[int, str, float]:
        """Status, page, and seconds from the first byte sent to the last byte read."""
        headers = {"Cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items())}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        started = time.perf_counter()
        self.connection.request(method, path, body, headers)
        answer = self.connection.getresponse()
        page = answer.read()
        seconds = time.perf_counter() - started
        for line in answer.headers.get_all("Set-Cookie") or ():
            self.cookies |= {name: morsel.value for name, morsel in SimpleCookie(line).items()}
        return answer.status, page.decode(errors="replace"), seconds
