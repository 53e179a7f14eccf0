# The same words locally and in CI. `make help` lists them.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV   ?= .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt
OUT    ?= out

.DEFAULT_GOAL := help
.PHONY: help install demo test backends lint check gold fuzz clean

help: ## what there is
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "reportedly needs Python 3.11 or later; name it: make PYTHON=/path/to/python3.11")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1'

$(VENV)/.product: $(BIN)/python pyproject.toml constraints.txt packages/reportedly-places/pyproject.toml packages/reportedly-en/pyproject.toml
	$(PIP) --editable . --editable packages/reportedly-places --editable packages/reportedly-en
	@touch $@

$(VENV)/.test: $(VENV)/.product
	$(PIP) --group test
	@touch $@

$(VENV)/.bench: $(VENV)/.product
	$(PIP) --group bench
	@touch $@

$(VENV)/.backends: $(VENV)/.test
	$(PIP) --editable '.[spacy,hf,openai]'
	@touch $@

chromium:
	@command -v chromium >/dev/null || { echo 'installing Debian chromium, which the page is tested in'; \
	  as=; [ "$$(id -u)" = 0 ] || as=sudo; $$as apt-get update -qq && $$as apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core; }

install: $(VENV)/.product $(VENV)/.bench ## .venv with the product and all that the benchmarks need

demo: $(VENV)/.product ## the bundled story: claims in the terminal, the page in out/
	@mkdir -p $(OUT)
	$(BIN)/reportedly demo --out $(OUT)/demo.html

test: $(VENV)/.test chromium ## every test, with branch coverage
	$(BIN)/coverage erase
	$(BIN)/python -m pytest --cov --cov-report=term:skip-covered --cov-fail-under=90

backends: $(VENV)/.backends ## the tests of readers beside our own, spaCy and torch included (1 GB)
	$(BIN)/python -m pytest tests/backend

lint: $(VENV)/.test ## format, rules, types, import contract
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

check: lint test ## everything a change must pass

gold: $(VENV)/.bench ## the readings by hand: two totals each
	$(BIN)/python benchmarks/gold.py --all

$(VENV)/.fuzz: $(VENV)/.test
	$(PIP) --group fuzz
	@touch $@

DOORS   ?= html text rss sitemap warc wacz jsonl csv url body ledger report
SECONDS ?= 600

fuzz: $(VENV)/.fuzz ## each door for bytes from outside under atheris: DOORS="html rss" SECONDS=60
	@for one in $(DOORS); do nice $(BIN)/python tests/fuzzing/run.py $$one --seconds $(SECONDS) --corpus $(OUT)/fuzz || exit; done

clean: ## remove what was made here, the environment included
	rm -rf $(VENV) $(OUT) .coverage* htmlcov .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
