"""A decision asked for in, the judgement written down and the stories it touches renewed out."""

from twosource.base.archive import Archive
from twosource.base.archive_judgements import add_judgement, load_judgement
from twosource.base.errors import InputError
from twosource.base.judgements import Judgement
from twosource.base.settings import Settings
from twosource.runners.judging_drafts import Ask, draft_judgement
from twosource.runners.redeciding import redecide
from twosource.runners.update import update_stories


def decide_now(archive: Archive, settings: Settings, ask: Ask, made_at: str) -> Judgement:
    """The judgement, kept and in force. Raises InputError when it makes no sense."""
    made = add_judgement(archive, draft_judgement(archive, ask), made_at)
    if not redecide(archive, settings, made):
        update_stories(archive, settings, made_at)
    return made


def check_undo(archive: Archive, identity: str, by: str, *, may_undo_others: bool) -> None:
    """Nothing. Raises InputError when it is another's decision: differ from it instead."""
    made = load_judgement(archive, identity)
    if made.by != by and not may_undo_others:
        raise InputError(
            f"{identity} is {made.by}'s decision", remedy="Decide otherwise yourself; both are kept"
        )
