"""
Units of measure, time and proportion: their names in newspapers, and the factors within a
dimension.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from claims.quantities.quantity import Kind
from claims.quantities.vocabulary import word_set


@dataclass(frozen=True, slots=True)
class Measure:
    """
    A unit: `name` in the singular, `dimension` it measures, `factor` to that dimension's base unit.

    A factor of None means that it is compared only with itself (a degree Celsius has an offset).
    """

    name: str
    dimension: str
    factor: Decimal | None
    kind: Kind = "measure"


_PERCENT = "proportion"
PERCENT: Final = Measure("percent", _PERCENT, Decimal("0.01"), "share")

SHARE: Final = Measure("share", _PERCENT, Decimal(1), "share")
TIMES: Final = Measure("times", "ratio", Decimal(1), "ratio")

YEAR_OF_AGE: Final = Measure("year of age", "age", Decimal(12), "age")
# name | dimension | factor to the base unit | kind | every written form, matched in lower case.
_UNITS: Final = """
percentage point|points|0.01|share|percentage point, percentage points, percentage pt, pct point,
    pct points, percent point, percent points, % points, % pts, pp, ppt, ppts, pps
basis point|points|0.0001|share|basis point, basis points, bp, bps
second|time|1|duration|second, seconds, sec, secs
millisecond|time|0.001|duration|millisecond, milliseconds, ms
minute|time|60|duration|minute, minutes, min, mins
hour|time|3600|duration|hour, hours, hr, hrs
day|time|86400|duration|day, days
night|night||duration|night, nights
weekend|weekend||duration|weekend, weekends
week|time|604800|duration|week, weeks, wk, wks
fortnight|time|1209600|duration|fortnight, fortnights
month|calendar|1|duration|month, months, mth, mths
year|calendar|12|duration|year, years, yr, yrs
decade|calendar|120|duration|decade, decades
century|calendar|1200|duration|century, centuries
millimetre|length|0.001|measure|millimetre, millimetres, millimeter, millimeters, mm
centimetre|length|0.01|measure|centimetre, centimetres, centimeter, centimeters, cm, cms
metre|length|1|measure|metre, metres, meter, meters, m
kilometre|length|1000|measure|kilometre, kilometres, kilometer, kilometers, km, kms
inch|length|0.0254|measure|inch, inches
foot|length|0.3048|measure|foot, feet, ft
yard|length|0.9144|measure|yard, yards, yd, yds
mile|length|1609.344|measure|mile, miles, mi
nautical mile|length|1852|measure|nautical mile, nautical miles
light year|length|9460730472580800|measure|light year, light years, light-year, light-years
square metre|area|1|measure|square metre, square metres, square meter, square meters, sq m, sqm,
    m², m2
square kilometre|area|1000000|measure|square kilometre, square kilometres, square kilometer,
    square kilometers, sq km, sqkm, km², km2
square foot|area|0.09290304|measure|square foot, square feet, sq ft, sqft, sq feet
square yard|area|0.83612736|measure|square yard, square yards
square mile|area|2589988.110336|measure|square mile, square miles, sq mi, sq miles
acre|area|4046.8564224|measure|acre, acres
hectare|area|10000|measure|hectare, hectares, ha
milligram|mass|0.000001|measure|milligram, milligrams, milligramme, milligrammes, mg
microgram|mass|0.000000001|measure|microgram, micrograms, microgramme, microgrammes, mcg, µg, μg
gram|mass|0.001|measure|gram, grams, gramme, grammes, gm, gms, g
kilogram|mass|1|measure|kilogram, kilograms, kilogramme, kilogrammes, kilo, kilos, kg, kgs, k.g.,
    k.gs
tonne|mass|1000|measure|tonne, tonnes, metric ton, metric tons, metric tonne, metric tonnes
kilotonne|mass|1000000|measure|kilotonne, kilotonnes, kiloton, kilotons
megatonne|mass|1000000000|measure|megatonne, megatonnes, megaton, megatons
gigatonne|mass|1000000000000|measure|gigatonne, gigatonnes, gigaton, gigatons
ton|ton||measure|ton, tons, short ton, short tons
ounce|mass|0.028349523125|measure|ounce, ounces, oz
pound|mass|0.45359237|measure|lb, lbs
stone|mass|6.35029318|measure|stone
carat|mass|0.0002|measure|carat, carats
millilitre|volume|0.001|measure|millilitre, millilitres, milliliter, milliliters, ml, mls
litre|volume|1|measure|litre, litres, liter, liters, l
hectolitre|volume|100|measure|hectolitre, hectolitres, hectoliter, hectoliters
cubic metre|volume|1000|measure|cubic metre, cubic metres, cubic meter, cubic meters, m³, m3, cu m
cubic foot|volume|28.316846592|measure|cubic foot, cubic feet, cu ft
cubic yard|volume|764.554857984|measure|cubic yard, cubic yards
cubic kilometre|volume|1000000000000|measure|cubic kilometre, cubic kilometres, cubic kilometer,
    cubic kilometers
gallon|gallon||measure|gallon, gallons, gal, gals
pint|pint||measure|pint, pints
quart|quart||measure|quart, quarts
cup|cup||measure|cup, cups
barrel|barrel|1|measure|barrel, barrels, bbl, bbls
barrel per day|barrel a day|1|measure|barrels per day, barrels a day, bpd, b/d
bushel|bushel||measure|bushel, bushels
mile per hour|speed|1.609344|measure|mile per hour, miles per hour, miles an hour, miles-per-hour,
    mph
kilometre per hour|speed|1|measure|kilometre per hour, kilometres per hour, kilometer per hour,
    kilometers per hour, kilometres an hour, kilometers an hour, km an hour, km per hour, km/h,
    km/hr, kph, kmh, kmph
metre per second|speed|3.6|measure|metres per second, meters per second, m/s
knot|speed|1.852|measure|knot, knots
mile per gallon|mpg||measure|miles per gallon, mpg
degree Celsius|celsius||measure|degree celsius, degrees celsius, ° celsius, °c, deg c, celsius,
    degrees centigrade, degree centigrade, centigrade, degrees c, ° c
degree Fahrenheit|fahrenheit||measure|degree fahrenheit, degrees fahrenheit, ° fahrenheit, °f, deg
    f, fahrenheit, degrees f, ° f
degree|degree||measure|degree, degrees, deg, °
watt|power|1|measure|watt, watts
kilowatt|power|1000|measure|kilowatt, kilowatts, kw
megawatt|power|1000000|measure|megawatt, megawatts, mw
gigawatt|power|1000000000|measure|gigawatt, gigawatts, gw
terawatt|power|1000000000000|measure|terawatt, terawatts
horsepower|horsepower||measure|horsepower, hp, bhp
kilowatt hour|energy|1|measure|kilowatt hour, kilowatt hours, kilowatt-hour, kilowatt-hours, kwh
megawatt hour|energy|1000|measure|megawatt hour, megawatt hours, megawatt-hour, megawatt-hours, mwh
gigawatt hour|energy|1000000|measure|gigawatt hour, gigawatt hours, gigawatt-hour, gigawatt-hours,
    gwh
terawatt hour|energy|1000000000|measure|terawatt hour, terawatt hours, terawatt-hour,
    terawatt-hours, twh
magnitude|magnitude||measure|magnitude
calorie|calorie||measure|calorie, calories, kcal
volt|volt||measure|volt, volts
hertz|frequency|1|measure|hertz, hz
kilohertz|frequency|1000|measure|kilohertz, khz
megahertz|frequency|1000000|measure|megahertz, mhz
gigahertz|frequency|1000000000|measure|gigahertz, ghz
decibel|decibel||measure|decibel, decibels, db
kilobyte|data|0.001|measure|kilobyte, kilobytes, kb
megabyte|data|1|measure|megabyte, megabytes, mb
gigabyte|data|1000|measure|gigabyte, gigabytes, gb
terabyte|data|1000000|measure|terabyte, terabytes, tb
megabit|megabit||measure|megabit, megabits, mbps
gigabit|gigabit||measure|gigabit, gigabits, gbps
megapixel|megapixel||measure|megapixel, megapixels
year of age|age|12|age|year of age, years of age, year old, years old, year-old, years-old,
    year-olds, year olds, yo
month of age|age|1|age|months of age, month of age, month old, months old, month-old, months-old,
    month-olds
week of age|age in days|7|age|weeks of age, weeks old, week old, week-old, week-olds
day of age|age in days|1|age|days old, day old, day-old, day-olds
"""


def _read_units() -> tuple[dict[str, Measure], dict[tuple[str, ...], Measure]]:
    names, forms = {}, {}
    for line in _UNITS.strip().replace("\n    ", " ").splitlines():
        name, dimension, factor, kind, written = line.split("|")
        unit = Measure(name, dimension, Decimal(factor) if factor else None, kind)  # type: ignore[arg-type]
        names[name] = unit
        for form in written.split(","):
            forms[form_key(form.strip())] = unit
    return names, forms


def form_key(form: str) -> tuple[str, ...]:
    """A written form as the tokens it is cut into, in lower case."""
    spaced = "".join(c if c.isalpha() or c in ".'" else f" {c} " for c in form.lower())
    return tuple(spaced.split())


MEASURE_NAMES, MEASURE_FORMS = _read_units()

MEASURE_NAMES |= {unit.name: unit for unit in (PERCENT, SHARE, TIMES)}

LONGEST_MEASURE: Final = max(map(len, MEASURE_FORMS))
# Too ambiguous to be a unit unless it is glued to the digits ("5m", "90F", "1.5C").
GLUED_FORMS: Final = {
    "c": MEASURE_NAMES["degree Celsius"],
    "f": MEASURE_NAMES["degree Fahrenheit"],
    "t": MEASURE_NAMES["tonne"],
    "in": MEASURE_NAMES["inch"],
    "h": MEASURE_NAMES["hour"],
    "w": MEASURE_NAMES["watt"],
    "v": MEASURE_NAMES["volt"],
    "kt": MEASURE_NAMES["knot"],
    "kts": MEASURE_NAMES["knot"],
}
# Abbreviations that mean a unit after digits only, never after a spelled-out number.
AFTER_DIGITS: Final = word_set("""
    m l g min mins mi hp nm ha pp gal ms db kb mb gb tb mm cm km kg mg ml mph kph kw mw gw yo
""")
