"""Growing report by report gives what a full run gives."""

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import make
from cluster.make_book import Archive
from twosource.cluster import blocks
from twosource.cluster.bonds import Bonds
from twosource.cluster.growth import group_all, grow
from twosource.cluster.sketches import make_sketch, pack_sketch, unpack_sketch

TOWNS = ("Marrowby", "Port Ellery", "Tarn", "Quillbrook", "Ostrava Bay")
DEEDS = (
    "shells struck the covered market and burnt nine stalls",
    "striking welders blocked the harbour road with lorries",
    "floods drove families from the lower districts at night",
    "rebels released the captured drivers near the old bridge",
)
WHO = ("the mayor", "a nurse", "two drivers", "the relief office", "a council clerk")
ENDS = ("Roads stay closed.", "Talks resume soon.", "Schools open on Monday.", "")


@st.composite
def a_pile(draw):
    """Reports of a few invented happenings, some of them copies, some without a date."""
    size = draw(st.integers(2, 30))
    chance = random.Random(draw(st.integers(0, 10**6)))  # noqa: S311 - a test
    reports = []
    for number in range(size):
        town, deed = chance.choice(TOWNS), chance.choice(DEEDS)
        words = [f"In {town} {deed}, said {chance.choice(WHO)}.", chance.choice(ENDS)]
        words += [f"{chance.choice(WHO).capitalize()} of {town} said {chance.choice(DEEDS)}."]
        day = chance.choice([None, f"2031-0{chance.randint(1, 3)}-1{chance.randint(0, 9)}"])
        text = " ".join(words) if chance.random() < 0.8 else f"{words[0]} {DEEDS[0]} {DEEDS[1]}"
        outlet = chance.choice(["Ellwire", "Coast Daily"])
        reports.append(make.report(text, given_id=str(number), published=day, outlet=outlet))
    return [make_sketch(report) for report in reports], chance


@pytest.mark.parametrize("limit", [3, 12, 300])
@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(made=a_pile())
def test_growing_in_any_order_and_in_any_steps_gives_what_a_full_run_gives(made, limit):
    sketches, chance = made
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(blocks, "LIMIT", limit)
        whole = group_all(sketches)
        chance.shuffle(sketches)
        archive, rest = Archive(), list(sketches)
        while rest:
            step = chance.randint(1, 5)
            new, rest = rest[:step], rest[step:]
            archive.write(new, grow(new, archive))
    assert archive.groups == whole.groups
    assert archive.all_links() == set(whole.added)


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(made=a_pile())
def test_what_people_decided_holds_while_a_pile_grows(made):
    sketches, chance = made
    names = [each.id for each in sketches]
    together = frozenset((chance.choice(names), chance.choice(names)) for _ in range(2))
    apart = frozenset(
        pair for _ in range(3) if len(set(pair := (chance.choice(names), chance.choice(names)))) > 1
    )
    bonds = Bonds(together, apart)
    whole = group_all(sketches, bonds)
    archive = Archive()
    first, rest = sketches[: len(sketches) // 2], sketches[len(sketches) // 2 :]
    archive.write(first, grow(first, archive))
    known = set(names[: len(first)])
    decided = {name for pair in together | apart for name in pair} & known
    archive.write([], grow([], archive, bonds, decided))
    for each in rest:
        archive.write([each], grow([each], archive, bonds))
    assert archive.groups == whole.groups
    for left, right in apart:
        assert not any({left, right} <= set(story.reports) for story in whole.groups.stories)


def test_adding_a_report_reads_only_what_is_near_it():
    near = "In Marrowby shells struck the covered market and burnt nine stalls, said the mayor."
    texts = [f"{word * 3} {word[::-1]} {word}" for word in map(_word, range(400))]
    sketches = [make_sketch(make.report(text)) for text in [*texts, near]]
    archive = Archive()
    archive.write(sketches, group_all(sketches))
    archive.asked = 0
    new = make_sketch(make.report(near + " Roads stay closed."))
    grown = grow([new], archive)
    assert set(grown.touched) == {new.id, sketches[-1].id}
    assert archive.asked <= 5


def test_a_sketch_survives_write_and_read():
    sketch = make_sketch(make.report("Shells fell on Tarn.", published="2031-03-04T10:00"))
    assert unpack_sketch(pack_sketch(sketch)) == sketch


def _word(number):
    return "".join(chr(ord("a") + int(digit)) for digit in f"{number * 7919:08d}")
