"""The word lists of case in, look-ups out: which words are English, which are names."""

from functools import cache

import spacy
from spacy.lang.en import English
from spacy.lookups import Lookups

from twosource.base.gazetteer import open_gazetteer
from twosource.base.gazetteer_names import fold
from twosource.base.settings import Settings
from twosource.base.vocabulary import load_words

Lists = dict[str, frozenset[str]]
SHORTEST = 4  # letters of a place's name
LARGE = 100_000
ENDINGS = (
    ("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("d", ""), ("ing", ""),
    ("ing", "e"), ("ied", "y"), ("er", ""), ("er", "e"), ("ers", ""), ("ers", "e"), ("ly", ""),
    ("'s", ""), ("est", ""), ("ness", ""), ("men", "man"),
)  # fmt: skip


@cache
def case_lists() -> Lists:
    """The lists of `words/case.toml`, with the first names of persons who act."""
    lists = {k: frozenset(v) for k, v in load_words("twosource.extract", "case").items()}
    names = load_words("twosource.extract", "actors")["first_names"]["words"]
    lists["days"] = lists["names"]
    lists["names"] |= frozenset(_spellings()["names"])
    lists["first_names"] |= {name.lower() for name in names} - lists["words"] - verbs_and_kin()
    return lists


def _spellings() -> dict[str, list[str]]:
    found: dict[str, list[str]] = load_words("twosource.extract", "capitals")
    return found


@cache
def _lemmatizer_tables() -> Lookups:
    model = spacy.load(Settings().model, exclude=["tok2vec", "tagger", "parser", "ner"])
    found: Lookups = model.get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
    return found


@cache
def english_words() -> frozenset[str]:
    """WordNet's words, as the parser's lemmatiser carries them, with those of closed classes."""
    tables = _lemmatizer_tables()
    found = set(English.Defaults.stop_words) | case_lists()["words"] | set(_spellings()["words"])
    for table in tables.get_table("lemma_index").values():
        found.update(table)
    for table in tables.get_table("lemma_exc").values():
        found.update(table)
    return frozenset(found)


@cache
def nouns_only() -> frozenset[str]:
    """WordNet's nouns that are neither verbs nor adjectives nor adverbs."""
    index = _index()
    others = {word for kind in ("verb", "adj", "adv") for word in index.get(kind, ())}
    return frozenset(index["noun"]) - others


@cache
def verbs_and_kin() -> frozenset[str]:
    """Words that are verbs, adjectives or adverbs as well: "mark", "grant", "frank"."""
    index = _index()
    return frozenset(word for kind in ("verb", "adj", "adv") for word in index.get(kind, ()))


@cache
def _index() -> dict[str, frozenset[str]]:
    """WordNet's words by their kind."""
    table = _lemmatizer_tables().get_table("lemma_index")
    return {
        kind: frozenset(table[kind]) for kind in ("noun", "verb", "adj", "adv") if kind in table
    }


@cache
def is_english(word: str) -> bool:
    """Whether a word in lower case is English, as it stands or without its ending."""
    words = english_words()
    if word in words:
        return True
    for ending, stem in ENDINGS:
        if word.endswith(ending):
            base = word.removesuffix(ending) + stem
            if base in words or (len(base) > 3 and base[-1] == base[-2] and base[:-1] in words):  # noqa: PLR2004
                return True
    return False


@cache
def is_great_place(word: str) -> bool:
    """Whether a noun of the English list is first of all a province or a large town: "arequipa"."""
    if len(word) < SHORTEST or word in case_lists()["common"] or word not in nouns_only():
        return False
    return any(
        fold(place.name) == word
        if place.kind == "admin1"
        else place.name.lower() == word and place.population >= LARGE
        for place in open_gazetteer(Settings()).find(word.title())
    )


def is_noun(word: str) -> bool:
    """Whether a word in lower case, or its singular, is a noun of WordNet."""
    nouns = _index()["noun"]
    return (
        word in nouns or word.removesuffix("s") in nouns or word.removesuffix("ies") + "y" in nouns
    )
