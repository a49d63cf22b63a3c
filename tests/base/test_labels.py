"""What a report is called by those who read of it."""

import pytest

import make
from twosource.base.labels import label_of

CASES = [
    ({"outlet": "Coast Daily"}, "Coast Daily"),
    ({"given_id": "x1"}, "x1"),
    ({"url": "https://news.example/a/1"}, "news.example"),
    ({"path": "some/folder/a.txt"}, "unnamed outlet (a.txt)"),
]


@pytest.mark.parametrize(("fields", "label"), CASES)
def test_a_report_is_known_by_what_is_known_of_it(fields, label):
    assert label_of(make.report("Two vans burned.", **fields)) == label


def test_two_files_with_long_names_are_told_apart():
    name = "export-of-the-archive-2031-05-{}.txt"
    told = {
        label_of(make.report(f"Van {n} burned.", path=name.format(n), given_id=None))
        for n in (1, 2)
    }
    assert len(told) == 2
    assert all(len(each) < 45 for each in told)


def test_what_came_without_a_file_is_known_by_its_id():
    report = make.report("Two vans burned.", path="-")
    assert report.id in label_of(report)
