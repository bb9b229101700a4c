"""What the package carries: the neutral theme and a starter pack. Data only."""
