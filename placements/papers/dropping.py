"""What somebody sent through a link: taken, or said why not; the key worker hears of it."""

from dataclasses import dataclass, field
from datetime import datetime

from django.core.exceptions import ValidationError

from cura.core.notices.actions import notify
from cura.lib.words import plural
from placements.papers import receiving
from placements.papers.files import drop
from placements.papers.models import Paper


@dataclass
class Taken:
    """For the page that thanks: what came, what could not be kept and why, what was answered."""

    came: list[str] = field(default_factory=list)
    refused: dict[str, list[str]] = field(default_factory=dict)
    said: set[str] = field(default_factory=set)

    @property
    def anything(self) -> bool:
        return bool(self.came or self.said)

    @property
    def nothing_chosen(self) -> bool:
        return not (self.anything or self.refused)


def take(*, papers: list[Paper], link, who: str, words: str, files, said: dict, now) -> Taken:
    """Each paper by itself: one file that is refused keeps no other back."""
    done = Taken()
    for paper in papers:
        key = str(paper.pk)
        if chosen := files.getlist(f"file-{key}"):
            _files(done, paper, chosen, link, who, words, now)
        elif text := said.get(f"cannot-{key}"):
            receiving.cannot(paper=paper, link=link, who=who, words=text, now=now)
            done.said.add(key)
    if done.anything:
        _tell(papers, done, link, now)
    return done


def _files(done: Taken, paper: Paper, chosen, link, who: str, words: str, now: datetime) -> None:
    dropped = drop(chosen, by=link.made_by, now=now)
    if dropped.refused:
        done.refused[str(paper.pk)] = dropped.refused
    if not dropped.kept:
        return
    try:
        receiving.came_by_link(
            paper=paper, link=link, who=who, words=words, dropped=dropped, now=now
        )
    except ValidationError as refused:  # set aside while she was choosing
        done.refused[str(paper.pk)] = refused.messages
        return
    done.came.append(paper.title)


def _tell(papers: list[Paper], done: Taken, link, now: datetime) -> None:
    """Who gave the link, and the key worker."""
    paper = papers[0]
    worker = paper.child.key_worker if paper.child_id else None
    text = f"{plural(len(done.came), 'paper')} came by the link" if done.came else ""
    text = text or "Somebody answered about a paper that we asked for"
    for user in {user for user in (worker, link.made_by) if user}:
        notify(user=user, record=paper, text=text, now=now)
