"""The page on localhost that shows a pack as it is written."""
