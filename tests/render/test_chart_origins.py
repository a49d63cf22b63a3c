from twosource.render.chart_origins import COLUMNS, Line, Rest, draw_origins

LABELS = {
    "t1": ("2", "", True), "t2": ("1", "", False),
    "o1": ("Health Office", "3 reports", False), "o2": ("Front", "1 report", True),
}  # fmt: skip
LINES = [
    Line("Coast Daily", "t1", "first"),
    Line("News 7", "t1", "copy"),
    Line("Radio", "t2", "first"),
]
RESTS = [Rest("t1", "o1"), Rest("t2", "o1"), Rest("t2", "o2")]


def test_every_outlet_text_and_origin_is_drawn_once():
    graph = draw_origins(LINES, RESTS, LABELS)
    assert {node.label for node in graph.outlets} == {"Coast Daily", "News 7", "Radio"}
    assert [node.label for node in graph.texts] == ["1", "2"]
    assert {node.label for node in graph.origins} == {"Health Office", "Front"}
    assert len(graph.paths) == len(LINES) + len(RESTS)


def test_the_order_of_the_lines_changes_nothing():
    assert draw_origins(LINES[::-1], RESTS[::-1], LABELS) == draw_origins(LINES, RESTS, LABELS)


def test_nothing_is_drawn_outside():
    graph = draw_origins(LINES, RESTS, LABELS)
    nodes = (*graph.outlets, *graph.texts, *graph.origins)
    assert all(0 < node.y < graph.height for node in nodes)
    assert {node.x for node in nodes} == set(COLUMNS)


def test_a_copy_is_told_apart_from_the_first():
    kinds = [path.kind for path in draw_origins(LINES, RESTS, LABELS).paths]
    assert sorted(kinds) == ["copy", "first", "first", "rests", "rests", "rests"]
