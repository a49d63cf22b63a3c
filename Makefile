# Each of `make demo` and `make test` works alone on a fresh machine with Python 3.11 to 3.13.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
STATIC := src/twosource/serve/web/static/THIRD-PARTY.txt
MODULES := web/node_modules/.package-lock.json
DEMO := out/demo.sqlite

.PHONY: help setup assets demo desk-demo test quick check gate bench accept docs lock clean
help: ## this list
	@grep -E '^[a-z-]+:.*##' Makefile | sed -E 's/:.*## /\t/' | expand -t 10

setup: $(READY) assets ## a virtual environment with all that is needed, and the desk's scripts
$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(not (3,11) <= sys.version_info[:2] < (3,14))' || { echo "twosource needs Python 3.11 to 3.13; name one with PYTHON=python3.11"; exit 2; }
	@$(PYTHON) -m venv .venv || { echo "no venv module: apt-get install python3-venv"; exit 2; }
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	$(BIN)/python -c "from twosource.base.gazetteer_build import index_path; index_path()"
	$(BIN)/python -m compileall -q src/twosource  # as pip does for what is not editable
	@touch $(READY)

assets: ## the desk's scripts from npm; without npm its pages still read well
	@if command -v npm >/dev/null; then $(MAKE) --no-print-directory $(STATIC); else echo "No npm: the desk has no map and no keys until it is there: apt-get install nodejs npm"; fi
$(MODULES): web/package-lock.json
	npm ci --prefix web --ignore-scripts --no-audit --no-fund --loglevel error
	@touch $(MODULES)
$(STATIC): $(MODULES) web/package.json web/vite.config.js web/notices.js $(wildcard web/src/*.js)
	npm run build --prefix web --silent

demo: setup ## the demo reports: a brief in the terminal, and out/demo.html
	@mkdir -p out
	$(BIN)/twosource brief demo/reports --settings demo/twosource.toml -o out/demo.html --format html || test $$? -eq 1
	$(BIN)/twosource brief demo/reports --settings demo/twosource.toml || test $$? -eq 1
	@echo "The same brief as a page: out/demo.html"

desk-demo: setup $(DEMO) ## the desk on the demo reports, on 127.0.0.1:8765
	$(BIN)/twosource desk --archive $(DEMO) --settings demo/twosource.toml
$(DEMO): $(READY)
	@mkdir -p out
	$(BIN)/twosource add demo/reports --settings demo/twosource.toml --archive $(DEMO) || test $$? -eq 1

test: setup ## every test that this machine can run
	$(BIN)/python -m pytest

quick: setup ## the tests that take under a minute together
	$(BIN)/python -m pytest -m "not slow"

check: setup ## style, types, layers, docs
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m tools.reference --check
	$(BIN)/python -m tools.readme --check
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --quiet --strict --site-dir out/site

gate: setup ## quality on public gold, against the floors (needs the gold: see benchmarks/README.md)
	$(BIN)/python -m benchmarks.quality.gate

bench: setup ## the whole quality table
	$(BIN)/python -m benchmarks.quality.run

accept: setup ## rewrite the golden outputs of the demo; the diff is the review
	$(BIN)/python -m tests.golden.accept

docs: setup ## the docs on 127.0.0.1:8000
	$(BIN)/mkdocs serve

lock: setup ## pin every dependency with its hashes, without a registry's address
	$(BIN)/python -m pip install --quiet pip-tools
	$(BIN)/pip-compile --quiet --extra dev --generate-hashes --allow-unsafe --strip-extras --no-header --no-annotate --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --upgrade -o requirements.lock pyproject.toml
	npm install --prefix web --package-lock-only --omit-lockfile-registry-resolved=false --no-audit --no-fund --loglevel error && node web/lock.js

clean: ## remove what was made
	rm -rf .venv out build web/node_modules src/twosource/serve/web/static src/*.egg-info .mypy_cache .ruff_cache .pytest_cache
