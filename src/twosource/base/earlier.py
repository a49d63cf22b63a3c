"""Which story carries on from which."""

from dataclasses import dataclass

from twosource.base.stories import StoryId


@dataclass(frozen=True, slots=True, order=True)
class Earlier:
    """A story that carries on from another: the words that weigh most of those both say."""

    story: StoryId
    before: StoryId
    title: str  # of the one before
    words: tuple[str, ...] = ()
