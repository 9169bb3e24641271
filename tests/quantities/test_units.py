"""The sizes of all units of the lexicon against pint's, and what has no size of its own."""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations

import pytest

from compare.model import Outcome
from compare.quantities import extract_quantities, relate_quantities
from compare.quantities.relate_spans import local_factors
from compare.quantities.units import convert, currencies, factor, rows, units

pint = pytest.importorskip("pint")

IN_PINT = {
    "light year": "light_year", "square metre": "meter**2", "square kilometre": "kilometer**2", "square foot": "foot**2",
    "square mile": "mile**2", "square inch": "inch**2", "square yard": "yard**2", "square centimetre": "centimeter**2",
    "nautical mile": "nautical_mile", "ton": "short_ton", "pound-mass": "pound", "cubic metre": "meter**3",
    "cubic foot": "foot**3", "cubic centimetre": "centimeter**3", "cubic kilometre": "kilometer**3",
    "cubic yard": "yard**3", "cubic inch": "inch**3", "fluid ounce": "fluid_ounce", "barrel": "oil_barrel",
    "night": "day", "celsius": "degC", "fahrenheit": "degF", "kilometre per hour": "kilometer/hour",
    "mile per hour": "mile/hour", "metre per second": "meter/second", "metre per second squared": "meter/second**2",
    "foot per second": "foot/second", "mile per gallon": "mile/gallon", "kilowatt hour": "kilowatt*hour",
    "megawatt hour": "megawatt*hour", "gigawatt hour": "gigawatt*hour", "terawatt hour": "terawatt*hour",
    "watt hour": "watt*hour", "brake horsepower": "horsepower", "megabit per second": "megabit/second",
    "gigabit per second": "gigabit/second", "kilobit per second": "kilobit/second",
    "kilopound per square inch": "kip/inch**2", "pound per square inch": "psi", "newton metre": "newton*meter",
    "pound foot": "foot*force_pound", "milliampere-hour": "milliampere*hour", "revolutions per minute": "rpm",
    "parts-per-million": "ppm", "british thermal unit": "Btu", "inch of mercury": "inHg",
    "millimetre of mercury": "mmHg", "hundredweight": "short_hundredweight", "kilotonne": "kilometric_ton",
    "megatonne": "megametric_ton", "tonne": "metric_ton", "atmosphere": "standard_atmosphere",
    "gigatonne": "gigametric_ton", "troy ounce": "troy_ounce", "acre foot": "acre_foot",
    "cubic metre per second": "meter**3/second", "cubic foot per second": "foot**3/second",
    "astronomical unit": "astronomical_unit", "beat per minute": "count/minute",
    "kilometre per second": "kilometer/second", "mile per second": "mile/second", "therm": "therm",
    "frame per second": "count/second", "barrel per day": "oil_barrel/day", "litre per 100 km": "liter/kilometer",
}  # fmt: skip
"""Unit -> what pint calls it, where that is another name."""
OUR_OWN = {
    "decade": ("year", 10), "parts-per-billion": ("parts-per-million", Decimal("0.001")),
    "parts-per-trillion": ("parts-per-billion", Decimal("0.001")), "twenty-foot container": ("twenty-foot container", 1),
    "basis point": ("percentage point", Decimal("0.01")), "percentage point": ("percentage point", 1), "karat": ("karat", 1),
    "point per game": ("point per game", 1), "rebound per game": ("rebound per game", 1),
    "assist per game": ("assist per game", 1),
}  # fmt: skip
"""Unit that pint lacks, or means otherwise by its name (a decade of a logarithm) -> what it is."""
ELSEWHERE = {
    ("gallon", "imperial"): "imperial_gallon", ("quart", "imperial"): "imperial_quart", ("pint", "imperial"): "imperial_pint",
    ("fluid ounce", "imperial"): "imperial_fluid_ounce", ("bushel", "imperial"): "imperial_bushel",
    ("ton", "long ton"): "long_ton", ("ton", "tonne"): "metric_ton", ("hundredweight", "imperial"): "long_hundredweight",
    ("ounce", "troy ounce of gold"): "troy_ounce", ("horsepower", "metric"): "metric_horsepower",
    ("calorie", "calorie of food"): "kilocalorie",
}  # fmt: skip
SURVEY = 2e-5
"""Relative difference allowed: pint's fathom and furlong are of the survey foot, longer by two in a million."""


def by_dimension() -> dict[str, list[str]]:
    out: dict[str, list[str]] = {}
    for name, unit in units().items():
        out.setdefault(unit.dimension, []).append(name)
    return out


def test_every_unit_converts_as_in_pint_to_all_of_its_kind() -> None:
    registry = pint.UnitRegistry()
    registry.autoconvert_offset_to_baseunit = True
    seen = set()
    for names in by_dimension().values():
        known = [name for name in names if name not in OUR_OWN]
        kinds = {frozenset(registry.Quantity(1, IN_PINT.get(name, name)).dimensionality.items()) for name in known}
        assert len(kinds) <= 1, names
        seen.update(known)
        for a, b in combinations(known, 2):
            wanted = registry.Quantity(12.5, IN_PINT.get(a, a)).to(IN_PINT.get(b, b)).magnitude
            assert float(convert(Decimal("12.5"), a, b) or 0) == pytest.approx(wanted, rel=SURVEY), (a, b)
    assert seen | OUR_OWN.keys() == units().keys()


def test_units_that_pint_lacks_are_what_they_say() -> None:
    for name, (other, size) in OUR_OWN.items():
        assert convert(Decimal(1), name, other) == size, name


def test_every_other_size_of_a_unit_is_as_in_pint() -> None:
    registry = pint.UnitRegistry()
    table = {(name, where): factor(size) for name, size, where in rows("units_local.tsv")}
    assert table.keys() == ELSEWHERE.keys()
    for (name, where), size in table.items():
        wanted = registry.Quantity(1, ELSEWHERE[name, where]).to(IN_PINT.get(name, name)).magnitude
        assert float(size / units()[name].factor) == pytest.approx(wanted, rel=SURVEY), (name, where)
        assert size in local_factors()[name]


def test_units_of_other_kinds_do_not_convert_and_currencies_never() -> None:
    firsts = [names[0] for names in by_dimension().values()]
    for a, b in combinations(firsts, 2):
        assert convert(Decimal(1), a, b) is None, (a, b)
    for code in currencies():
        assert convert(Decimal(1), code, "EUR") is None


@pytest.mark.parametrize(("a", "b", "outcome"), [
    ("a 10-gallon tank", "a 45-litre tank", "consistent_rounded"),  # in Britain
    ("a 10-gallon tank", "a 38-litre tank", "consistent_rounded"),  # in America
    ("a 10-gallon tank", "a 60-litre tank", "contradictory"),
    ("40 tons of wheat", "40 tonnes of wheat", "equal_converted"),
    ("40 tons of wheat", "36 tonnes of wheat", "consistent_rounded"),
    ("40 tons of wheat", "25 tonnes of wheat", "contradictory"),
    ("a 400-calorie lunch", "a 1,674-kilojoule lunch", "consistent_rounded"),
    ("a 5-carat stone", "a stone of 1 gram", "equal_converted"),
    ("40 basis points", "0.4 percentage points", "equal_converted"),
    ("40 cents", "$0.40", "equal_converted"),
    ("40 cents", "£0.40", "incomparable_unit"),
])  # fmt: skip
def test_names_that_stand_for_several_sizes(a: str, b: str, outcome: str) -> None:
    (one,), (other,) = extract_quantities(a), extract_quantities(b)
    assert relate_quantities(one, other) == relate_quantities(other, one) == outcome


def test_what_fell_by_five_percent_is_five_percent_less() -> None:
    (fell,), (less,), (more,) = (extract_quantities(f"The share {words}.") for words in ("fell 5%", "moved -5%", "rose 5%"))
    assert relate_quantities(fell, less) is relate_quantities(less, fell) is Outcome.EQUAL
    assert relate_quantities(more, less) is relate_quantities(less, more) is Outcome.CONTRADICTORY
