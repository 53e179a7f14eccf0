"""A gazetteer in one file: names of places to where they are, read without loading it whole."""

from reportedly_places.gazetteer import Candidate, Gazetteer, GazetteerInvalid
from reportedly_places.name import normal

__all__ = ["Candidate", "Gazetteer", "GazetteerInvalid", "normal"]
