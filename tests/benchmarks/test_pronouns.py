"""The scorer of pronouns is honest: gold scores 100, silence 0, a wrong name costs precision."""

import json
from pathlib import Path

from benchmarks.quality.pronouns import names_in, read_cases, to_metrics

GOLD = frozenset({"idris", "karel"})
REPORT = """<Document doc_name="1_1ecb.xml">
<token t_id="1" sentence="0" number="0">Karel</token>
<token t_id="2" sentence="0" number="1">left</token>
<token t_id="3" sentence="1" number="0">He</token>
<token t_id="4" sentence="1" number="1">ran</token>
</Document>"""


def values(pairs: list[tuple[frozenset[str], str | None]]) -> list[float]:
    return [round(metric.value, 1) for metric in to_metrics(pairs)]


def test_gold_as_the_answer_scores_all() -> None:
    assert values([(GOLD, "Idris Karel"), (GOLD, "Karel")]) == [100, 100, 100]


def test_silence_scores_nothing() -> None:
    assert values([(GOLD, None)]) == [0, 0, 0]


def test_a_wrong_name_costs_precision_and_silence_only_recall() -> None:
    assert values([(GOLD, "Karel"), (GOLD, "Osk Tarin")]) == [50, 50, 50]
    assert values([(GOLD, "Karel"), (GOLD, None)]) == [100, 50, 66.7]


def test_a_pronoun_names_nobody() -> None:
    assert names_in("He") == names_in("the driver") == set()


def test_the_words_of_a_chain_are_those_of_its_names(tmp_path: Path) -> None:
    (tmp_path / "ECB+" / "1").mkdir(parents=True)
    (tmp_path / "ECB+" / "1" / "1_1ecb.xml").write_text(REPORT, encoding="utf-8")
    row = {"doc_id": "1_1ecb", "coref_chain": "H1", "mention_type": "HUM", "tokens_number": [0]}
    rows = [{**row, "sent_id": 0}, {**row, "sent_id": 1}]
    setup = tmp_path / "cybulska_setup"
    setup.mkdir()
    (setup / "ECB_Dev_Entity_gold_mentions.json").write_text(json.dumps(rows), encoding="utf-8")
    (case,) = read_cases(tmp_path)
    ((span, words),) = case.pronouns.items()
    assert (span.quote(case.text.text), words) == ("He", {"karel"})
