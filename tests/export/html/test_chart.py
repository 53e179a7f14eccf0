"""The map."""

from reportedly.export.html.chart import chart
from reportedly.model import Place, Span

VIENNA = Place(Span(0, 6), "Vienna", 2761369, 48.21, 16.37, 15.0, "AT")
TRIESTE = Place(Span(0, 7), "Trieste", 3165185, 45.65, 13.77, 10.0, "IT")
NOWHERE = Place(Span(0, 6), "Kolven")


def test_only_located_places_are_drawn_and_keep_their_number_in_the_list() -> None:
    svg = chart([NOWHERE, VIENNA, TRIESTE])
    assert svg is not None
    assert "Kolven" not in svg
    assert ">2 Vienna<" in svg
    assert ">3 Trieste<" in svg
    assert 'class="land"' in svg


def test_nothing_located_draws_nothing() -> None:
    assert chart([NOWHERE]) is None


def test_land_is_cut_at_the_border_of_the_drawing() -> None:
    svg = chart([VIENNA])
    assert svg is not None
    # A page that carried whole continents would weigh megabytes.
    assert len(svg) < 40_000


def test_a_place_at_the_pole_is_drawn_too() -> None:
    assert chart([Place(Span(0, 4), "Pole", None, 90.0, 0.0, 1.0)]) is not None
