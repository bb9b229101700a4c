# Two commands: `make build` and `make test`. Both need nothing but Python 3.11 or later.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

# Tests start the command many times, which is slow where nobody keeps what was compiled.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: build test audit locked lock docs-images gallery clean

build: $(VENV)/built
	$(BIN)/deckbuilder build

test: $(VENV)/tested
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -n 2 --dist loadfile
	@test ! -x $(VENV)/audit/bin/python || $(VENV)/audit/bin/python tools/audit.py

# Asks about known vulnerabilities of the locked packages; needs the internet, and says so where there is none. Once it
# has run, `make test` asks each time.
audit:
	test -x $(VENV)/audit/bin/python || $(PYTHON) -m venv $(VENV)/audit
	$(VENV)/audit/bin/python -m pip install --quiet --disable-pip-version-check "pip-audit>=2.7" || true
	$(VENV)/audit/bin/python tools/audit.py

# Installs just the locked versions, each file checked by its hash.
locked: $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/build.txt -r requirements/test.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $(VENV)/tested $(VENV)/built

# Renews the lock; needs uv.
lock:
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --quiet --upgrade pyproject.toml -o requirements/run.txt
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --quiet --upgrade --extra test pyproject.toml -o requirements/test.txt
	echo "hatchling>=1.25" | uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --quiet --upgrade - -o requirements/build.txt

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
