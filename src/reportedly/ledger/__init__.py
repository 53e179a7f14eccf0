"""Room of the house; see docs/house.md."""
