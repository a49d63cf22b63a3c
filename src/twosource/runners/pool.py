"""Chunks of reports in, chunks of accounts out, in order: in this process or in several."""

import multiprocessing
import sys
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor

from twosource.base.packing import pack, unpack
from twosource.base.records import Account, Report
from twosource.base.settings import Settings
from twosource.extract.parse import load_model
from twosource.pipeline import read_reports

AHEAD = 2  # chunks that wait for each worker, so that none is idle and memory stays small


def read_chunks(
    chunks: Iterable[Sequence[Report]], settings: Settings
) -> Iterator[tuple[Account, ...]]:
    """The accounts of each chunk, in the order of the chunks. A pool starts with the second."""
    chunks = iter(chunks)
    first = next(chunks, None)
    second = next(chunks, None) if first is not None and settings.workers > 1 else None
    if first is None:
        return
    if second is None:
        yield read_chunk(first, settings)
        for chunk in chunks:
            yield read_chunk(chunk, settings)
        return
    yield from _read_in_pool(_chain(first, second, chunks), settings)


def read_chunk(reports: Sequence[Report], settings: Settings) -> tuple[Account, ...]:
    """The accounts of some reports, in order."""
    return tuple(read_reports(reports, settings)) if reports else ()


def _read_in_pool(
    chunks: Iterable[Sequence[Report]], settings: Settings
) -> Iterator[tuple[Account, ...]]:
    load_model(settings.model)  # before the fork: workers share its pages
    waiting: deque[Future[list[bytes]]] = deque()
    with ProcessPoolExecutor(settings.workers, mp_context=_context()) as pool:
        for chunk in chunks:
            waiting.append(pool.submit(_read_packed, chunk, settings))
            if len(waiting) >= AHEAD * settings.workers:
                yield _unpack_all(waiting.popleft().result())
        while waiting:
            yield _unpack_all(waiting.popleft().result())


def _read_packed(reports: Sequence[Report], settings: Settings) -> list[bytes]:
    """What a worker sends back: packing costs a quarter of pickling."""
    return [pack(account) for account in read_chunk(reports, settings)]


def _unpack_all(packed: Iterable[bytes]) -> tuple[Account, ...]:
    return tuple(unpack(each, Account) for each in packed)


def _context() -> multiprocessing.context.BaseContext:
    """Fork where it is sound, so that the model is loaded once; a fresh process elsewhere."""
    return multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")


def _chain(
    first: Sequence[Report], second: Sequence[Report], rest: Iterator[Sequence[Report]]
) -> Iterator[Sequence[Report]]:
    yield first
    yield second
    yield from rest
