"""Pages for browsers: decks and documents as HTML."""
