# Everything a newcomer needs: `make demo` and `make test`. Python 3.11 or later and make are enough.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.DEFAULT_GOAL := help
.PHONY: help setup demo test lint types contracts browser bench docs lock clean

help:  ## Say what can be made
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-10s %s\n", $$1, $$2}'

setup: $(READY) browser  ## Make .venv from the hashed lock, and see to a browser for the tests

$(READY): requirements-dev.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Staffroom needs Python 3.11 or later. Name it with: make PYTHON=/path/to/python3.11"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $(READY)

# Chromium, with which a test prints the report: installed where that may be done unasked (root on Debian).
browser:
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || { \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	    echo "Installing Chromium, with which the tests print the report."; \
	    export DEBIAN_FRONTEND=noninteractive; \
	    { timeout 120 apt-get -qq update; \
	      timeout 400 apt-get -qq -y install --no-install-recommends chromium; } >/dev/null 2>&1; \
	  fi; \
	  command -v chromium >/dev/null || echo "Without Chromium, the tests that print the report are skipped."; }

demo: $(READY)  ## Make a school with a week of logs, read them, and report
	@$(BIN)/staffroom demo --into demo

test: $(READY) lint browser  ## Run every check and every test
	$(BIN)/python -m pytest -n $${TEST_WORKERS:-auto} --dist loadfile

lint: $(READY) contracts types  ## Check style, types and the rules between folders
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY)
	$(BIN)/mypy

contracts: $(READY)
	$(BIN)/lint-imports

bench: $(READY)  ## Measure the published figures, beside the peers that are installed
	$(BIN)/python benchmarks/logs.py
	$(BIN)/python benchmarks/filters.py
	$(BIN)/python benchmarks/judgement.py

docs: $(READY)  ## Build the documents and the man pages
	$(BIN)/python -m staffroom.cli.manual --markdown > docs/reference/commands.md
	$(BIN)/python -m staffroom.cli.manual build/man
	$(BIN)/sphinx-build -q -W docs build/docs
	@echo "The documents: build/docs/index.html. The man pages: build/man."

lock:  ## Renew the locks (needs uv)
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-annotate pyproject.toml -o requirements.lock
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-annotate pyproject.toml --group dev -o requirements-dev.lock

clean:  ## Take away what make made
	rm -rf $(VENV) build demo .mypy_cache .ruff_cache .pytest_cache .hypothesis
