from hypothesis import given
from hypothesis import strategies as st

from twosource.base.records import Span
from twosource.render.layers import CITED, Mark, Piece, nest

TEXT = "Shells hit the market of Dolna, the office said."


def words(parts):
    return "".join(part if isinstance(part, str) else words(part.parts) for part in parts)


def pieces(parts):
    for part in parts:
        if isinstance(part, Piece):
            yield part
            yield from pieces(part.parts)


def test_equal_spans_are_one_piece_with_both_layers():
    (piece,) = pieces(
        nest(TEXT, [Mark(Span(0, 6), "claims", "c1"), Mark(Span(0, 6), "figures", "f1")])
    )
    assert piece.layers == ("claims", "figures")
    assert piece.refs == ("c1", "f1")
    assert piece.anchor == "c0-6"


def test_a_cited_span_is_not_cut_by_one_that_crosses_it():
    told = list(pieces(nest(TEXT, [Mark(Span(0, 20), "claims"), Mark(Span(10, 30), CITED)])))
    assert [piece.span for piece in told if piece.anchor == "c10-30"] == [Span(10, 30)]
    assert [piece.first for piece in told if piece.anchor == "c0-20"] == [True, False]


spans = st.tuples(st.integers(0, 47), st.integers(1, 48)).filter(lambda pair: pair[0] < pair[1])
layers = st.sampled_from(["claims", "figures", CITED])


@given(st.lists(st.tuples(spans, layers), max_size=12))
def test_no_word_is_lost_and_each_span_has_one_anchor(told):
    marks = [Mark(Span(*span), layer) for span, layer in told]
    tree = nest(TEXT, marks)
    assert words(tree) == TEXT
    made = list(pieces(tree))
    anchors = [piece.anchor for piece in made if piece.first]
    assert sorted(anchors) == sorted({f"c{mark.span.start}-{mark.span.end}" for mark in marks})
    for mark in marks:
        mine = [piece for piece in made if piece.of == mark.span]
        assert "".join(words((piece,)) for piece in mine) == mark.span.quote(TEXT)
