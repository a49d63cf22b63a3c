"""One address sends so many forms a minute, and no more; others are not held up by it."""

from twosource.serve.web.limits import MOST, Limits


def scope(address):
    headers = [(b"content-length", b"10")]
    return {"type": "http", "method": "POST", "client": (address, 1), "headers": headers}


def test_an_address_that_sends_too_many_forms_has_to_wait():
    now = [0.0]
    limits = Limits(None, clock=lambda: now[0])
    assert [limits._refuse(scope("a")) for _ in range(MOST)] == [None] * MOST  # noqa: SLF001
    assert limits._refuse(scope("a")) == 429  # noqa: SLF001
    assert limits._refuse(scope("b")) is None  # noqa: SLF001
    now[0] = 61.0
    assert limits._refuse(scope("a")) is None  # noqa: SLF001


def test_a_form_says_how_long_it_is():
    bare = scope("a") | {"headers": []}
    assert Limits(None)._refuse(bare) == 411  # noqa: SLF001
