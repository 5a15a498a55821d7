# Two commands matter: `make serve` and `make test`. Everything they need they install.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: serve test explore lint format bench clean

serve: .venv
	STEERING_FLOW=$${STEERING_FLOW-welcome} $(BIN)/steering serve

test: .venv/.test lint
	$(BIN)/pytest -n 2 --dist loadgroup
	$(BIN)/steering check flows
	$(BIN)/steering test

# The property tests, with examples that nobody has tried yet.
explore: .venv/.test
	$(BIN)/pytest -n 2 --dist loadgroup -m hypothesis --hypothesis-profile=explore

lint: .venv/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: .venv/.test
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: .venv/.test
	$(BIN)/python -m bench

clean:
	rm -rf .venv build *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

.venv: setup.cfg pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv .venv || { apt-get install -qy python3-venv && $(PYTHON) -m venv .venv; }
	$(BIN)/pip install -q --disable-pip-version-check -e .
	touch .venv

.venv/.test: .venv
	$(BIN)/pip install -q --disable-pip-version-check -e '.[test]'
	touch .venv/.test
