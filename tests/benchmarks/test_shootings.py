"""The pools of shootings: which words are given, which incidents stand together."""

import json

from benchmarks.quality.shootings import MOST, TOGETHER, find_acts, read_pools


def test_the_first_words_of_the_act_are_given_at_their_place():
    text = "Two were shot. The shooting came at noon. A shooter fled; one more was shot."
    given = list(find_acts("r1", text))
    assert [text[one.span.start : one.span.end] for one in given] == ["shot", "shooting"]
    assert [one.id for one in given] == [f"r1#{number}" for number in range(MOST)]


def test_a_pool_holds_incidents_of_one_state_in_the_order_of_their_days(tmp_path):
    incidents, reports = [], []
    for number in range(TOGETHER + 1):
        name = f"i{number}"
        day = f"May {TOGETHER + 1 - number}, 2031"
        incidents.append({"incident_uri": name, "state": "Orvania", "date": day})
        for copy in "ab":
            text = f"A man was shot, report {copy}."
            row = {"doc_id": name + copy, "incident_id": name, "text": text, "dct": "2031-05-12"}
            reports.append(row)
    for file, rows in {"incidents.jsonl": incidents, "docs.jsonl": reports}.items():
        (tmp_path / file).write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    (name, texts, chains) = read_pools(tmp_path)[0]
    assert name == "Orvania 2031-05-01"
    assert len(texts) == 2 * TOGETHER
    assert [len(chain) for chain in chains] == [2] * TOGETHER
    assert not any(one.id.startswith("i0") for one in texts)  # the last day is of the next pool
