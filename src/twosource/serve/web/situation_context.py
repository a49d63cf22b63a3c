"""An archive and a filter in, the situation by theme out: joined, and each story's beside it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from twosource.base.archive import Archive
from twosource.base.archive_stories import count_stories, stream_stories
from twosource.base.kept import StoryFilter
from twosource.base.stories import Dossier, Situation, Story, StoryId
from twosource.base.vocabulary import load_words
from twosource.reconcile.situation import join_situations
from twosource.render.brief import title_words
from twosource.render.dossier import situation_row
from twosource.render.lines import CONTRACT
from twosource.render.notes import Notebook
from twosource.render.parts import Note
from twosource.render.phrases import day_words
from twosource.render.quoted_rows import quote_rows
from twosource.render.values import Row
from twosource.serve.web.story_query import KINDS, Choices, address_of, choices_of
from twosource.serve.web.story_situation import Theme, make_themes

MOST = 60  # stories whose situations are joined: the newest that fit
SHOWN = 6  # stories of a theme with their sides; the rest by name
THEMES: tuple[str, ...] = tuple(load_words("twosource.reconcile", "themes")["themes"])


@dataclass(frozen=True, slots=True)
class StoryTheme:
    """One theme as one story tells it: whose word it rests on. `notes` are of that story."""

    story: StoryId
    title: str
    theme: Theme
    notes: Mapping[int, Note]
    book: Notebook


@dataclass(frozen=True, slots=True)
class ThemeLine:
    """One theme over all stories: the state that the last of them tells, and each of them."""

    joined: Situation
    state: str
    since: str | None
    told: tuple[StoryTheme, ...]

    @property
    def contested(self) -> int:
        """How many findings of the theme are contested."""
        return sum(each.theme.contested for each in self.told)


@dataclass(frozen=True, slots=True)
class SituationContext:
    """The situation. Of `total` stories that fit, the newest `stories` are joined."""

    lines: tuple[ThemeLine, ...]
    stories: int
    total: int
    theme: str | None
    wanted: StoryFilter
    choices: Choices
    kinds: dict[str, str]
    filtered: bool
    address: str
    themes: tuple[str, ...] = THEMES
    shown: int = SHOWN


def build_situation(archive: Archive, wanted: StoryFilter, theme: str | None) -> SituationContext:
    """The situation of the stories that fit; of one theme alone when it is named."""
    rows: list[Situation] = []
    told: dict[str, list[StoryTheme]] = defaultdict(list)
    stories: list[Story] = []
    for dossier in stream_stories(archive, wanted, limit=MOST):
        stories += dossier.stories
        kept = [each for each in dossier.situation if theme in {None, each.theme}]
        rows += kept
        for each in story_themes(dossier, kept):
            told[each.theme.theme].append(each)
    return SituationContext(
        tuple(_line(each, told[each.theme]) for each in join_situations(rows, stories)),
        len(stories), count_stories(archive, wanted), theme, wanted, choices_of(archive), KINDS,
        wanted != StoryFilter() or theme is not None, address_of(wanted),
    )  # fmt: skip


def story_themes(dossier: Dossier, rows: Iterable[Situation]) -> Iterable[StoryTheme]:
    """The themes of one story with their sides."""
    live = {
        each.id: each
        for each in dossier.findings
        if each.scope == "current" and each.lifecycle == "live"
    }
    story = dossier.stories[0]
    title = title_words(story, dossier.accounts)
    for row in rows:
        book = Notebook.of(dossier)
        (theme,) = make_themes((row,), live, book)
        notes = {note.number: note for note in book.notes()}
        yield StoryTheme(story.id, title, theme, notes, book)


def situation_page(page: SituationContext) -> Row:
    """The same in JSON: the contract's rows joined, and each story's sides with their quotes."""
    return {
        "contract": CONTRACT,
        "stories": page.stories,
        "total": page.total,
        "situation": [
            situation_row(line.joined) | {"told": [_told_row(each) for each in line.told]}
            for line in page.lines
        ],
    }


def _told_row(told: StoryTheme) -> Row:
    theme = told.theme
    sides: list[Row] = quote_rows((*theme.shown, *theme.folded), told.book)
    return {
        "story": told.story,
        "title": told.title,
        "state": theme.state.replace(" ", "_"),
        "reason": theme.why,
        "contested": theme.contested,
        "sides": sides,
    }


def _line(joined: Situation, told: list[StoryTheme]) -> ThemeLine:
    state = joined.state.replace("_", " ")
    last = [each for each in told if each.story == joined.story]
    rest = [each for each in told if each.story != joined.story]
    return ThemeLine(joined, state, day_words(joined.since) or None, (*last, *rest))
