# Two commands: `make build` and `make test`. Both need nothing but Python 3.11 or later.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: build test docs-images gallery clean

build: $(VENV)/built
	$(BIN)/deckbuilder build

test: $(VENV)/tested
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -n 2

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/built: $(VENV)/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	touch $@

$(VENV)/tested: $(VENV)/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[test]"
	touch $@ $(VENV)/built

docs-images: $(VENV)/tested
	$(BIN)/python tools/docs_images.py

gallery: $(VENV)/tested
	$(BIN)/python tools/theme_gallery.py

clean:
	rm -rf $(VENV) output
