# make demo    compares the versions under examples/raqqa and writes report.pdf
# make test    ruff, mypy --strict and all tests
# make bench   speed and quality beside other tools
# Each makes .venv first and installs what it needs; a second run finds the stamps and starts at once.

PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip --disable-pip-version-check
AXE := 4.10.3
LIBRARIES := libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0

.PHONY: demo test bench constraints clean

demo: $(VENV)/.installed $(VENV)/.libraries
	$(VENV)/bin/storycompare report \
	  examples/raqqa/long-report.txt examples/raqqa/wire.txt examples/raqqa/outlet.html examples/raqqa/update.json \
	  --label "Meridian Record" --label "Atlas Wire" --label "Harbour Post" --label "Meridian Record, update" \
	  --title "The convoy out of Raqqa" -o report.pdf

test: $(VENV)/.installed-test $(VENV)/.libraries $(VENV)/.axe
	$(PY) -m ruff check .
	$(PY) -m mypy compare benchmarks tests
	$(PY) -m pytest -n 2

bench: $(VENV)/.installed-test $(VENV)/.libraries
	$(PY) -m benchmarks.cold_report

# Versions of everything that .venv holds: run it in a clone of its own, after `make test`.
constraints: $(VENV)/.installed-test
	{ sed -n '/^#/p' constraints.txt; $(PIP) freeze --exclude-editable; } > $(VENV)/constraints.txt
	mv $(VENV)/constraints.txt constraints.txt

clean:
	rm -rf $(VENV) build dist *.egg-info report.pdf

# An old pip stumbles over extras that a new one resolves, so pip comes first.
$(VENV)/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "storycompare needs Python 3.11 or later; name one with make PYTHON=..."; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null \
	  || if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; \
	     then apt-get update -q && apt-get install -q -y --no-install-recommends python3-venv; \
	     else echo "Python's venv is missing; on Debian: apt-get install python3-venv"; exit 1; fi
	$(PYTHON) -m venv $(VENV)
	$(PIP) install -q --upgrade pip
	@touch $@

# -qq hides what setuptools says of every editable install; errors still show.
$(VENV)/.installed: $(VENV)/.made pyproject.toml constraints.txt
	$(PIP) install -qq -c constraints.txt -e .
	@touch $@

$(VENV)/.installed-test: $(VENV)/.made pyproject.toml constraints.txt
	$(PIP) install -qq -c constraints.txt -e '.[test]'
	@touch $@ $(VENV)/.installed

# WeasyPrint draws with Pango, which pip cannot install; HarfBuzz's subsetter makes smaller and faster PDFs.
HAS_LIBRARIES := $(PY) -c 'import ctypes, sys, weasyprint; sys.platform == "linux" and ctypes.CDLL("libharfbuzz-subset.so.0")' >/dev/null 2>&1

# axe-core looks over the HTML report for what shuts readers out. Without npm its tests skip, and CI fails.
$(VENV)/.axe: $(VENV)/.made
	@if command -v npm >/dev/null; \
	  then npm install --silent --no-save --no-audit --no-fund --prefix $(VENV)/node axe-core@$(AXE) && touch $@; \
	  else echo "npm is missing: the tests with axe-core are skipped; on Debian: apt-get install npm"; fi

$(VENV)/.libraries: $(VENV)/.installed
	@$(HAS_LIBRARIES) \
	  || if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; \
	     then apt-get update -q && apt-get install -q -y --no-install-recommends $(LIBRARIES); \
	     else echo "For PDF reports install Pango; on Debian: apt-get install $(LIBRARIES)"; fi
	@if $(HAS_LIBRARIES); then touch $@; fi
