"""The situation over all stories: each theme with its findings, and who says what beside it."""

import re

import pytest


@pytest.fixture(scope="module")
def told(client):
    """The situation as JSON."""
    return client.get("/situation.json").json()


def test_each_theme_rests_on_findings_of_the_archive_or_on_cited_words(client, told):
    themes = [row["theme"] for row in told["situation"]]
    assert "ceasefire" in themes
    assert len(set(themes)) == len(themes)
    for row in told["situation"]:
        if not row["findings"]:
            assert all(story["sides"] for story in row["told"])
            continue
        assert client.get(f"/findings/{row['findings'][0]}.json").status_code == 200


def test_what_each_side_says_stands_beside_it_in_its_own_words(client, told):
    texts = {}
    for row in told["situation"]:
        for story in row["told"]:
            assert story["sides"], row["theme"]
            for side in story["sides"]:
                for saying in (*side["says"], *side["admits"], *side["denies"]):
                    first = saying["supports"][0]
                    name = first["report"]
                    if name not in texts:
                        texts[name] = client.get(f"/reports/{name}.json").json()["text"]
                    assert texts[name][first["start"] : first["end"]] == first["quote"]


def test_somebody_denies_something(told):
    sides = [side for row in told["situation"] for story in row["told"] for side in story["sides"]]
    assert any(side["denies"] for side in sides)


def test_one_theme_and_a_filter_narrow_it(client):
    rows = client.get("/situation.json", params={"theme": "tolls"}).json()["situation"]
    assert [row["theme"] for row in rows] == ["tolls"]
    away = client.get("/situation.json", params={"since": "2040-01-01"}).json()
    assert away["situation"] == []
    assert client.get("/situation?theme=gossip").status_code == 422


def test_the_folded_filters_have_a_name_when_only_a_theme_is_chosen(client):
    page = client.get("/situation", params={"theme": "tolls"}).text
    assert "<b>Filter</b>" in page
    page = client.get("/situation", params={"since": "2031-01-01"}).text
    assert 'class="chip"' in page


def test_the_page_leads_to_words_findings_and_stories(client):
    page = client.get("/situation").text
    assert re.search(r'href="/reports/rep_\w+#c\d+-\d+"', page)
    assert 'href="/findings/fin_' in page
    assert 'href="/stories/sto_' in page
    assert client.get("/situation?since=2040-01-01").text.count("<h1") == 1


def test_the_truce_is_an_agreement_of_its_story(client):
    rows = client.get("/index.json").json()["stories"]
    pages = {row["id"]: client.get(f"/stories/{row['id']}.json").json() for row in rows}
    told = [(name, each) for name, page in pages.items() for each in page["agreements"]]
    name, truce = next(pair for pair in told if pair[1]["kind"] == "ceasefire")
    assert truce["parties"]
    assert truce["in_force"]
    page = client.get(f"/stories/{name}").text
    assert 'id="agreements"' in page
    cited = truce["in_force"][0]["supports"][0]
    report = client.get(f"/reports/{cited['report']}").text
    assert f'id="c{cited["start"]}-{cited["end"]}"' in report
