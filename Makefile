# Each of `make demo` and `make test` works alone on a fresh machine with Python 3.11 to 3.13.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready

.PHONY: help setup demo test quick check gate bench accept docs lock clean
help: ## this list
	@grep -E '^[a-z]+:.*##' Makefile | sed -E 's/:.*## /\t/' | expand -t 10

setup: $(READY) ## a virtual environment with all that is needed, from requirements.lock
$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(not (3,11) <= sys.version_info[:2] < (3,14))' || { echo "twosource needs Python 3.11 to 3.13; name one with PYTHON=python3.11"; exit 2; }
	@$(PYTHON) -m venv .venv || { echo "no venv module: apt-get install python3-venv"; exit 2; }
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	$(BIN)/python -c "from twosource.base.gazetteer_build import index_path; index_path()"
	@touch $(READY)

demo: setup ## the demo reports: a brief in the terminal, and out/demo.html
	@mkdir -p out
	$(BIN)/twosource brief demo/reports --settings demo/twosource.toml -o out/demo.html --format html || test $$? -eq 1
	$(BIN)/twosource brief demo/reports --settings demo/twosource.toml || test $$? -eq 1
	@echo "The same brief as a page: out/demo.html"

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

clean: ## remove what was made
	rm -rf .venv out build src/*.egg-info .mypy_cache .ruff_cache .pytest_cache
