"""Wishes in words that no list of trades holds are met by those words, for that target alone."""

from fit_readers import FIELDS, fit_of

from calabazas.reading.own_words import OWN, with_own_words

ORDER = {"exact": 3, "useful": 2, "weak": 1, "bland": 1, "nothing": 0}


def test_a_trade_that_no_list_holds_is_met_by_its_name():
    """In either gender and number; the rest of the headline does not drown it."""
    target = "Quiero capadores de corcho y rebuscadoras. No quiero cripto."
    assert not FIELDS.read("rebuscadoras").values
    assert ORDER[fit_of(target, "Rebuscador de toda la vida").grade] >= 2
    assert ORDER[fit_of(target, "Contable en una gestoría").grade] == 0


def test_such_fields_are_the_targets_own():
    """One member's words must not change how another's network is read."""
    own = with_own_words(["rebuscadoras", "enfermeras"], FIELDS)
    assert OWN + "rebuscadoras" in own.all
    assert OWN + "enfermeras" not in own.all
    assert own.read("Rebuscador").values
    assert not FIELDS.read("Rebuscador").values
    assert with_own_words(["enfermeras"], FIELDS) is FIELDS


def test_words_of_any_headline_make_no_field():
    """As it is said: "The authorities" or "local services" would be met by everybody."""
    assert with_own_words(["local services", "autoridades", "directores", "a", ""], FIELDS) is FIELDS


def test_two_words_count_together_and_one_of_them_less():
    """As it is said: "Bell founders" are bell founders; a bell may be anything."""
    own = with_own_words(["carillon bellfounders"], FIELDS)
    whole = own.read("Carillon bellfounder").values
    part = own.read("Carillon player").values
    assert max(whole.values()) == 1
    assert max(part.values(), default=0) < 0.6


def test_what_is_refused_by_name_is_refused():
    """Charter is wanted, yacht charter is not: the narrower word decides."""
    target = "I want ship brokers and charterers. No yacht charter."
    assert ORDER[fit_of(target, "Ship broker, dry bulk").grade] >= 2
    assert ORDER[fit_of(target, "Yacht charter holidays").grade] <= 1


def test_nearness_in_meaning_tells_where_no_list_reads():
    """A rare title of a wanted trade was "bland"; the encoder knows it."""
    target = "I want paediatric dentists and orthodontists."
    assert fit_of(target, "Odontopediatra").score > fit_of(target, "Perfil en construcción").score + 0.2
