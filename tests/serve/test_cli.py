"""The command line: exit status, what goes where, the same bytes twice."""

import json
import subprocess
import sys

import pytest
from click.testing import CliRunner

from twosource import __version__
from twosource.pipeline import STEPS
from twosource.serve import cli

WIRE = "At least seven people were killed in Dolna on Monday, the Valley Health Office said.\n"
OTHER = "The Defence Ministry said on Tuesday that no civilians were harmed in Dolna.\n"


@pytest.fixture
def pile(tmp_path):
    (tmp_path / "a.txt").write_text(WIRE)
    (tmp_path / "b.txt").write_text(OTHER)
    return tmp_path


def run(*words, stdin=None):
    return CliRunner().invoke(cli.app, [str(word) for word in words], input=stdin)


def test_the_help_names_every_verb_and_imports_none():
    code = "import sys; from twosource.serve.cli import main; sys.argv = ['t', '--help']\n"
    code += "try:\n    main()\nexcept SystemExit:\n    print('spacy' in sys.modules)"
    told = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout
    assert told.endswith("False\n")
    assert all(verb in told for verb in cli.VERBS)


def test_the_version_is_told():
    assert __version__ in run("--version").stdout


def test_steps_names_every_step_in_order():
    lines = run("steps").stdout.splitlines()[1:]
    assert [line.split()[0] for line in lines] == [step.run.__name__ for step in STEPS]


def test_read_prints_a_line_for_each_report(pile):
    told = run("read", pile, "--text-only")
    lines = [json.loads(line) for line in told.stdout.splitlines()]
    assert told.exit_code == 0
    assert [line["text"] for line in lines] == [WIRE, OTHER]


def test_standard_input_keeps_the_ids_it_came_with():
    rows = [{"id": "x1", "text": WIRE, "published": "2031-05-13"}, {"id": "x2", "text": OTHER}]
    told = run("read", "-", "--text-only", stdin="\n".join(map(json.dumps, rows)))
    lines = [json.loads(line) for line in told.stdout.splitlines()]
    assert [line["report"]["given_id"] for line in lines] == ["x1", "x2"]
    assert lines[0]["report"]["published"]["value"] == "2031-05-13"


def test_published_dates_only_what_is_undated():
    rows = [{"id": "x1", "text": WIRE, "published": "2031-05-13"}, {"id": "x2", "text": OTHER}]
    stdin = "\n".join(map(json.dumps, rows))
    told = run("read", "-", "--text-only", "--published", "2031-06-01", stdin=stdin)
    dates = [json.loads(line)["report"]["published"]["value"] for line in told.stdout.splitlines()]
    assert dates == ["2031-05-13", "2031-06-01"]


def test_a_skip_is_named_and_the_status_is_one(pile):
    (pile / "c.txt").write_text("")
    told = run("read", pile, "--text-only")
    assert told.exit_code == 1
    assert len(told.stdout.splitlines()) == 2
    assert "c.txt: the file is empty" in told.stderr
    assert "2 reports, 1 skipped" in told.stderr


@pytest.mark.parametrize("words", [["read"], ["read", "--nonsense"], ["nonsense"]])
def test_wrong_usage_is_two(words):
    assert run(*words).exit_code == 2


@pytest.mark.parametrize(
    "words", [["read", "/no/such/path"], ["findings", "--archive", "/no/such/archive"],
              ["read", ".", "--settings", "/no/such.toml"]]
)  # fmt: skip
def test_a_mistake_is_one_line_and_two(words, monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["twosource", *words])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == 2
    told = capsys.readouterr().err
    assert told.startswith("twosource: ")
    assert told.count("\n") == 1


def test_findings_and_brief_are_the_same_bytes_twice_and_shuffled(pile):
    for verb in ("findings", "brief"):
        first = run(verb, pile / "a.txt", pile / "b.txt").stdout
        assert run(verb, pile / "b.txt", pile / "a.txt").stdout == first


def test_the_brief_goes_to_a_file_in_the_form_its_name_asks_for(pile):
    told = run("brief", pile, "-o", pile / "out" / "b.html")
    assert (told.exit_code, told.stdout) == (0, "")
    assert (pile / "out" / "b.html").read_text().lstrip().startswith("<!doctype html>")


@pytest.mark.parametrize(("form", "begins"), [("json", "{"), ("md", "#"), ("html", "<!doctype")])
def test_the_brief_in_every_form(pile, form, begins):
    assert run("brief", pile, "--format", form).stdout.lstrip().startswith(begins)


def test_an_archive_tells_what_the_files_told(pile):
    archive = pile / "x.archive"
    texts = (pile / "a.txt", pile / "b.txt")
    assert run("add", *texts, "--archive", archive).exit_code == 0
    assert run("add", *texts, "--archive", archive).exit_code == 0
    assert run("findings", "--archive", archive).stdout == run("findings", *texts).stdout


def test_why_and_show_lead_from_an_id_to_the_words(pile):
    report = json.loads(run("findings", pile).stdout)["reports"][0]
    assert report["sha256"] in run("why", report["id"], pile).stdout
    assert run("show", "claims", pile, "--report", report["id"]).exit_code == 0


@pytest.mark.parametrize("table", ["events", "figures", "findings"])
def test_tables_are_written(pile, table):
    assert run("export", "csv", "--table", table, pile).exit_code == 0


def test_the_map_is_geojson(pile):
    assert json.loads(run("export", "geojson", pile).stdout)["type"] == "FeatureCollection"


def test_a_reader_that_goes_away_is_no_error(pile):
    command = f"{sys.executable} -m twosource.serve.cli read {pile} | head -c 10"
    told = subprocess.run(  # noqa: S602 - our own words
        command, shell=True, capture_output=True, text=True, check=False
    )
    assert "Traceback" not in told.stderr


def test_show_tells_the_situation_of_all_reports(pile):
    lines = [json.loads(line) for line in run("show", "situation", pile).stdout.splitlines()]
    assert "tolls" in [line["theme"] for line in lines]
    assert all(line["findings"] for line in lines)


def test_show_tells_why_reports_are_of_one_text(tmp_path):
    text = "Shells hit the market of Marrowby on Monday and burned down eleven stalls."
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(f"{text} It was file {name[0]}.", encoding="utf-8")
    (line,) = [json.loads(row) for row in run("show", "families", tmp_path).stdout.splitlines()]
    (edge,) = line["edges"]
    assert edge["relation"] == "copy"
    assert "five-word runs" in edge["reason"]


def test_show_asks_for_a_report(pile):
    told = run("show", "claims", pile)
    assert told.exit_code != 0
    assert "--report" in str(told.exception)
