"""One tree of phrases replaces hundreds of expressions, so its few promises are pinned here."""

from hypothesis import given
from hypothesis import strategies as st

from calabazas.reading.phrases import Phrases, Rule, listed


def found(phrases, text):
    return [(hit.rule.value, hit.start, hit.end) for hit in phrases.find(text.split())]


def book(*entries):
    phrases = Phrases()
    for words, value in entries:
        phrases.add(listed(words), Rule("job", value))
    return phrases


def test_a_block_lists_phrases_by_line_and_comma_with_remarks():
    """People edit these files; a remark is no phrase."""
    assert listed("a b, c\n# nothing, of this\nd # nor this\n\n, e,") == ["a b", "c", "d", "e"]


def test_the_longer_phrase_hides_the_shorter_of_its_family():
    """That is how an exception is written: "assistant to the ceo" before "ceo"."""
    phrases = book(("ceo", "chief"), ("assistant to the ceo", "assistant"))
    assert found(phrases, "Assistant to the CEO") == [("assistant", 0, 4)]
    assert found(phrases, "CEO") == [("chief", 0, 1)]


def test_families_do_not_hide_each_other():
    """A flag inside a title is still a flag."""
    phrases = book(("sales director", "director"))
    phrases.add(["sales"], Rule("field", "sales"))
    assert sorted(found(phrases, "Sales Director")) == [("director", 0, 2), ("sales", 0, 1)]


def test_stems_whole_words_and_exact_words():
    """`stem*` takes any ending, plain words their gender and number, `=word` nothing else."""
    phrases = book(("ingenier*", "stem"), ("abogado", "word"), ("=intern", "exact"))
    assert [value for value, *_ in found(phrases, "Ingeniería ABOGADAS intern interna")] == [
        "stem",
        "word",
        "exact",
    ]


def test_short_words_keep_their_ending():
    """«Sala» is no sale and «marca» no frame: only longer words lose their gender."""
    assert found(book(("sales", "x"), ("marco", "y")), "sala marca") == []


def test_token_boundaries_hold():
    """A doctor is no CTO, a cook no COO."""
    assert (
        found(
            book(
                ("cto, coo", "chief"),
            ),
            "doctor cook Coca-Cola cooperativa",
        )
        == []
    )


def test_a_rule_may_ask_for_its_context_or_forbid_it():
    """The letters MDR are a regulation beside devices and a service beside a SOC; the phrase is no context of itself."""
    phrases = Phrases()
    near = Rule("field", "devices", near=True)
    phrases.add(["mdr"], near)
    phrases.add_context(["device*", "mdr"], near)
    far = Rule("other", "not security", far=True)
    phrases.add(["mdr"], far)
    phrases.add_context(["soc"], far, barred=True)
    assert [value for value, *_ in found(phrases, "mdr for devices")] == ["devices", "not security"]
    assert found(phrases, "mdr soc") == []


@given(st.lists(st.sampled_from("a b c d e f g".split()), max_size=12))
def test_it_finds_what_a_slow_search_finds(words):
    """The tree must agree with looking phrase by phrase."""
    texts = ["a", "a b", "b c d", "c", "e f g", "g"]
    phrases = book(*((text, text) for text in texts))
    spans = [
        (text, start, start + len(text.split()))
        for text in texts
        for start in range(len(words))
        if words[start : start + len(text.split())] == text.split()
    ]
    kept = {
        (text, start, end)
        for text, start, end in spans
        if not any(s <= start and end <= e and e - s > end - start for _, s, e in spans)
    }
    assert set(found(phrases, " ".join(words))) == kept
