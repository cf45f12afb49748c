# Everything a user or a contributor runs. The work is in scripts/setup.sh and in the program itself.
.DEFAULT_GOAL := help
.PHONY: help setup setup-dev demo test lint format bench soak lock clean

EXAMPLE ?= content/xianju-minzheng-2023
OUTPUT ?= output
ARGS ?=
PYTHON := .venv/bin/python

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | sort | expand -t 12

setup: ## install what building needs (Debian packages, fonts, .venv)
	@sh scripts/setup.sh demo

setup-dev: ## install what linting and all tests need, too
	@sh scripts/setup.sh test

demo: setup ## build the example into output/
	.venv/bin/summarizer build $(EXAMPLE) --output $(OUTPUT)

test: setup-dev ## run all tests; ARGS="-k fonts" for some of them
	$(PYTHON) -m pytest -n 2 $(ARGS)

lint: setup-dev ## ruff, mypy and the direction of imports
	.venv/bin/ruff check .
	.venv/bin/mypy
	.venv/bin/lint-imports

format: setup-dev ## sort imports and mend what ruff can mend
	.venv/bin/ruff check --fix .

bench: setup-dev .venv/.bench ## measure speed and accuracy; ARGS="peers batch" for some of it
	$(PYTHON) -m benchmarks $(ARGS)

# What the program is measured against. Without a network those rows are left out.
.venv/.bench: requirements-bench.lock
	$(PYTHON) -m pip install -q --no-deps -r requirements-bench.lock && touch $@ || true

soak: setup-dev .venv/.soak ## strange input, kills, memory; ARGS="--inputs 100000 --seconds 600"
	$(PYTHON) -m benchmarks.soak $(ARGS)

# Without a wheel for this machine it does without what atheris finds, and says so.
.venv/.soak: requirements-soak.lock
	$(PYTHON) -m pip install -q --no-deps -r requirements-soak.lock && touch $@ || true

lock: ## write the lock files from what .venv has
	$(PYTHON) scripts/lock.py

clean: ## remove caches; .venv and output/ stay
	rm -rf .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis dist
	find . -path ./.venv -prune -o -name __pycache__ -type d -exec rm -rf {} +
