"""What changed, as people read it and as programs do."""

from twosource.base.kept import Change
from twosource.base.stories import StoryId
from twosource.render.changes import changes_page, changes_text
from twosource.render.paint import Paint

STORY, NOW = StoryId("sto_1"), "2031-05-16T10:00:00+00:00"
ROWS = (
    Change("revised", STORY, NOW, "Seven people were killed", "fin_1", "killed", "9", "7",
           "Valley Health Office: 7 (before: 9)"),
    Change("status", STORY, NOW, "Shells hit the market", "fin_2", "happened", "multiple_reports",
           "contested", "1 origin (Norpress) against 1 origin (Defence Ministry)"),
    Change("new_finding", STORY, NOW, "Two people were injured", "fin_3", "injured", None, "2",
           "one origin (Norpress)"),
    Change("gone", STORY, NOW, "Homes burned", "fin_4", "happened", "single_source", None,
           "no report tells it any more"),
    Change("new_story", StoryId("sto_2"), NOW, "Bridge closed", reason="1 report"),
)  # fmt: skip


def test_text():
    assert changes_text(ROWS, {STORY: "Market of Dolna shelled"}, Paint()) == (
        "Market of Dolna shelled\n"
        "Fri 16 May 2031, 10:00 UTC · sto_1\n"
        "  ~ Seven people were killed\n"
        "      killed 9 → 7, down: Valley Health Office: 7 (before: 9)\n"
        "  ~ Shells hit the market\n"
        "      several reports → contested: 1 origin (Norpress) against 1 origin (Defence\n"
        "      Ministry)\n"
        "  + Two people were injured\n"
        "      one origin (Norpress)\n"
        "  - told no more: Homes burned\n"
        "      no report tells it any more\n"
        "\n"
        "Bridge closed\n"
        "Fri 16 May 2031, 10:00 UTC · sto_2\n"
        "  + new story, 1 report\n"
    )


def test_nothing():
    assert changes_text((), {}, Paint()) == "Nothing changed.\n"


def test_json():
    page = changes_page(ROWS, "last")
    assert (page["contract"], page["since"], len(page["changes"])) == (1, "last", 5)
    assert page["changes"][0]["before"] == "9"
