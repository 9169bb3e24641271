"""Numbers in words and digits, there and back; units against pint."""

from __future__ import annotations

from decimal import Decimal
from random import Random

import pytest

from compare.quantities import extract_quantities
from compare.quantities.lexemes import Line
from compare.quantities.lexicon import lexicon
from compare.quantities.numbers import read_number
from compare.quantities.units import convert, units


@pytest.mark.parametrize("language", ["en", "de"])
def test_two_thousand_numbers_survive_being_written_out(language: str) -> None:
    num2words = pytest.importorskip("num2words").num2words
    draw = Random(5)
    for _ in range(2000):
        number = draw.randrange(10 ** draw.randrange(1, 13))
        written = num2words(number, lang=language)
        for words in {written: 0, written.replace(",", "").replace(" and ", " "): 0}:
            line = Line(words, language)
            read = read_number(line, 0, lexicon(language))
            assert read is not None, words
            assert read.lower == number, words
            assert read.end == line.length, words


def test_grouped_digits_are_the_number() -> None:
    draw = Random(6)
    for _ in range(200):
        number = draw.randrange(1000, 10**9)
        (q,) = extract_quantities(f"It has {number:,} members.")
        assert q.lower == number


PINT_NAMES = {
    "light year": "light_year", "square metre": "meter**2", "square kilometre": "kilometer**2", "square foot": "foot**2",
    "square mile": "mile**2", "square inch": "inch**2", "square yard": "yard**2", "square centimetre": "centimeter**2",
    "nautical mile": "nautical_mile", "ton": "short_ton", "pound-mass": "pound", "cubic metre": "meter**3",
    "cubic foot": "foot**3", "cubic centimetre": "centimeter**3", "cubic kilometre": "kilometer**3",
    "cubic yard": "yard**3", "cubic inch": "inch**3", "fluid ounce": "fluid_ounce", "barrel": "oil_barrel",
    "night": "day", "celsius": "degC", "fahrenheit": "degF", "kilometre per hour": "kilometer/hour",
    "mile per hour": "mile/hour", "metre per second": "meter/second", "metre per second squared": "meter/second**2",
    "foot per second": "foot/second", "mile per gallon": "mile/gallon", "knot": "knot", "kilowatt hour": "kilowatt*hour",
    "megawatt hour": "megawatt*hour", "gigawatt hour": "gigawatt*hour", "terawatt hour": "terawatt*hour",
    "watt hour": "watt*hour", "brake horsepower": "horsepower", "megabit per second": "megabit/second",
    "gigabit per second": "gigabit/second", "kilobit per second": "kilobit/second",
    "kilopound per square inch": "kip/inch**2", "pound per square inch": "psi", "newton metre": "newton*meter",
    "pound foot": "foot*force_pound", "milliampere-hour": "milliampere*hour", "revolutions per minute": "rpm",
    "parts-per-million": "ppm", "parts-per-billion": "ppb", "british thermal unit": "Btu", "inch of mercury": "inHg",
    "millimetre of mercury": "mmHg", "bushel": "bushel", "hundredweight": "short_hundredweight",
    "kilotonne": "kilometric_ton", "megatonne": "megametric_ton", "tonne": "metric_ton",
    "atmosphere": "standard_atmosphere", "dram": "dram", "frame per second": "count/second", "cup": "cup",
}  # fmt: skip
NOT_IN_PINT = {
    "point per game", "rebound per game", "assist per game",
    "litre per 100 km", "barrel per day",
    "decade", "century", "percentage point", "basis point", "percent", "nit", "megapixel", "pixel", "carat", "karat",
    "decibel", "parts-per-billion",
}  # fmt: skip


def test_factors_agree_with_pint() -> None:
    pint = pytest.importorskip("pint")
    registry = pint.UnitRegistry()
    registry.autoconvert_offset_to_baseunit = True
    first = {unit.dimension: name for name, unit in reversed(tuple(units().items()))}
    for name, unit in units().items():
        if name in NOT_IN_PINT or first[unit.dimension] in NOT_IN_PINT:
            continue
        here, there = (PINT_NAMES.get(n, n) for n in (name, first[unit.dimension]))
        wanted = registry.Quantity(12.5, here).to(there).magnitude
        assert float(convert(Decimal("12.5"), name, first[unit.dimension]) or 0) == pytest.approx(wanted, rel=2e-5), name


def test_units_of_other_dimensions_and_currencies_do_not_convert() -> None:
    assert convert(Decimal(1), "metre", "gram") is None
    assert convert(Decimal(1), "USD", "EUR") is None
    assert convert(Decimal(68), "fahrenheit", "celsius") == 20
