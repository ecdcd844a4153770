# Python ≥ 3.11 and make are all this needs. `make` alone lists what there is.
PYTHON ?= $(firstword $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p; done))
DATA ?= $(or $(KAOWU_DATA_DIR),data)
PORT ?= 8000
BIN := .venv/bin
KAOWU := $(BIN)/kaowu
PIP := $(BIN)/pip --disable-pip-version-check --quiet

# Each of the many processes we start would compile all our modules again: seconds instead of one.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help run test check lint talk bench outdated
.DEFAULT_GOAL := help

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: .venv/installed ## serve on port 8000 (PORT=…), with demonstration data made at the first start
	@test -e "$(DATA)/kaowu.db" || $(KAOWU) demo --data "$(DATA)" >/dev/null
	@exec $(KAOWU) serve --data "$(DATA)" --port $(PORT)

test: .venv/installed-dev ## the whole suite; says what it left out for want of services
	@$(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder

check: lint ## everything the gate asks for: lint, and the tests with coverage
	@$(BIN)/coverage run -m pytest
	@$(BIN)/coverage combine --quiet && $(BIN)/coverage report --skip-covered

lint: .venv/installed-dev ## formatter, ruff, types, import contracts, forms and texts
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy
	@$(BIN)/lint-imports >/dev/null || $(BIN)/lint-imports
	@$(KAOWU) check

talk: .venv/installed ## play the conversations in the terminal
	@$(KAOWU) talk

bench: .venv/installed-dev ## measure against the usual ways, in one run
	@$(BIN)/python -m tests.benchmarks

outdated: .venv/installed-dev ## what there are newer versions of
	@$(PIP) list --outdated

# The stamps: as long as they are newer than the lock files nothing is installed again.
.venv/installed: requirements.lock pyproject.toml
	@$(if $(PYTHON),,echo "Kaowu needs Python 3.11 or newer." >&2; exit 1)
	@echo "Installing into .venv; this takes a minute or two, once."
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(PIP) install --require-hashes -r requirements.lock
	@$(PIP) install --no-deps --editable .
	@touch $@

.venv/installed-dev: requirements-dev.lock .venv/installed
	@echo "Installing what the tests and checks need."
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@
