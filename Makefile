# The one way in: `make` lists the targets, and continuous integration calls the same ones.

PYTHON ?= python3
PORT ?= 8000
# A server on which the suite may make databases of its own and drop them again.
TEST_POSTGRES_URL ?= postgres://postgres@127.0.0.1:5432/postgres
# What is served: the environment's database, else .env's, else SQLite.
DATABASE_URL ?= $(shell sed -n 's/^DATABASE_URL=//p' .env 2>/dev/null)

BIN := .venv/bin
MANAGE := $(BIN)/python manage.py
ROOMS := factcheck accounts sources claims publishing search seeds openannotations
# How it is served, and measured.
GRANIAN := --no-ws --workers 1 --blocking-threads 4
SERVED_FROM := $(if $(filter postgres%,$(DATABASE_URL)),postgres,core)

.PHONY: help run logins test check schema fixtures lock clean
.PHONY: bench bench-quantities bench-anchoring bench-matching bench-importing bench-ledger
.DELETE_ON_ERROR:

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-17s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: .venv/.installed-$(SERVED_FROM) ## install, migrate, load the demo, serve it on PORT (8000)
	@$(MANAGE) migrate --verbosity 0
	@state=$$($(MANAGE) shell --verbosity 0 --command "$$STATE") || exit 1; \
	case "$$state" in \
	  *empty*) $(MANAGE) loaddata demo || exit 1; \
	    case "$$state" in *debug*) $(MANAGE) demo_logins || exit 1;; esac;; \
	  *) echo "The database keeps what is there, tokens too; “make logins” makes new ones."; \
	    case "$$state" in *debug*demo*) $(MANAGE) demo_logins --keep-tokens || exit 1;; esac;; \
	esac; \
	case "$$state" in *debug*) ;; *) $(MANAGE) collectstatic --noinput --verbosity 0;; esac
	@printf '\n%s\n\n' "$$WHERE"
	@exec $(BIN)/granian --interface wsgi --host 127.0.0.1 --port $(PORT) $(GRANIAN) \
	  factcheck.wsgi:application

logins: .venv/.installed-$(SERVED_FROM) ## set and print the demo's passwords, and new API tokens
	@$(MANAGE) demo_logins

test: .venv/.installed-browser ## run the whole suite on SQLite, and on PostgreSQL if one answers
	@$(BIN)/python -c "$$CONNECT" "$(TEST_POSTGRES_URL)" && postgres=yes || postgres=; \
	status=0; \
	echo "On SQLite:"; \
	DATABASE_URL="sqlite:///$(CURDIR)/db.sqlite3" $(BIN)/pytest -m "" -r fEs || status=1; \
	if [ "$$postgres" ]; then \
	  echo "On PostgreSQL, but for what asks no database:"; \
	  DATABASE_URL="$(TEST_POSTGRES_URL)" $(BIN)/pytest -m "" -r fEs --asking-a-database || status=1; \
	fi; \
	exit $$status

check: .venv/.installed-dev ## lint, types, migrations, and the API's committed schema
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy $(ROOMS)
	$(MANAGE) makemigrations --check --dry-run
	@mkdir -p build
	$(MANAGE) spectacular --validate --fail-on-warn --file build/openapi.yaml
	@cmp build/openapi.yaml docs/openapi.yaml || { echo "Run “make schema” and commit it."; exit 1; }

schema: .venv/.installed-dev ## write docs/openapi.yaml anew
	$(MANAGE) spectacular --validate --fail-on-warn --file docs/openapi.yaml

fixtures: .venv/.installed-dev ## write fixtures/ anew from the seeds
	$(MANAGE) build_fixtures

# Needs uv. What is locked stays as it is while pyproject.toml allows it; UPGRADE=--upgrade renews.
LOCK = $(or $(wildcard $(BIN)/uv),uv) pip compile pyproject.toml --quiet $(UPGRADE) --universal \
  --python-version 3.11 --generate-hashes --no-annotate --custom-compile-command "make lock"

lock: ## write requirements/ anew, each file on top of the one before
	$(LOCK) --output-file requirements/core.txt
	$(LOCK) --extra postgres --constraint requirements/core.txt \
	  --output-file requirements/postgres.txt
	$(LOCK) --extra postgres --extra rdf --constraint requirements/postgres.txt \
	  --output-file requirements/rdf.txt
	$(LOCK) --extra postgres --extra rdf --extra ingest --constraint requirements/rdf.txt \
	  --output-file requirements/ingest.txt
	$(LOCK) --extra postgres --extra rdf --extra ingest --extra dev \
	  --constraint requirements/ingest.txt --output-file requirements/dev.txt
	$(LOCK) --extra postgres --extra rdf --extra ingest --extra dev --extra browser \
	  --constraint requirements/dev.txt \
	  --output-file requirements/browser.txt
	$(or $(wildcard $(BIN)/uv),uv) pip compile benchmarks/requirements.in --quiet $(UPGRADE) \
	  --universal --python-version 3.11 --generate-hashes --no-annotate \
	  --custom-compile-command "make lock" --output-file benchmarks/requirements.txt

# What reading costs beside the peers, whose packages stay in a folder of their own. Databases of
# these sizes are made once, in build/bench/ and on BENCH_POSTGRES_URL (empty: SQLite alone).
CLAIMS ?= 10000 100000 1000000
ROUNDS ?= 3
# On a busy machine: BY=--by-processor.
BY ?=
BENCH_POSTGRES_URL ?= $(TEST_POSTGRES_URL)

bench: .venv/.installed-postgres build/peers/.installed ## how fast reading is, beside the peers
	@GRANIAN="$(GRANIAN)" BENCH_POSTGRES_URL="$(BENCH_POSTGRES_URL)" \
	  $(BIN)/python -m benchmarks.speed --claims $(CLAIMS) --rounds $(ROUNDS) $(BY)

bench-quantities: .venv/.installed-dev ## how well and how fast figures are read
	$(BIN)/python -m benchmarks.quantities

bench-anchoring: .venv/.installed-dev ## how well and how fast quotes are found again
	$(BIN)/python -m benchmarks.anchoring

bench-matching: .venv/.installed-dev ## how well and how fast checked claims are found, of CLAIMS
	$(BIN)/python -m benchmarks.matching --claims $(firstword $(CLAIMS))

bench-importing: .venv/.installed-dev ## how fast other desks' checks are imported and found
	$(BIN)/python -m benchmarks.importing

bench-ledger: .venv/.installed-dev ## how fast the public record is verified
	$(BIN)/python -m benchmarks.ledger

clean: ## remove what make made; the database and the secret key stay
	rm -rf .venv build staticfiles *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis

.venv/bin/python:
	@$(PYTHON) -c "$$NEW_ENOUGH"
	@# Debian's python3 may come without ensurepip: then the system's pip installs into .venv.
	$(PYTHON) -m venv .venv >/dev/null || $(PYTHON) -m venv --clear --without-pip .venv

.venv/.installed-%: requirements/%.txt | .venv/bin/python
	@if $(BIN)/python -c "import pip" 2>/dev/null; then pip="$(BIN)/python -m pip"; \
	else pip="$(PYTHON) -m pip --python $(BIN)/python"; fi; \
	echo "Installing $< into .venv"; \
	$$pip install --quiet --disable-pip-version-check --require-hashes --requirement $<
	@touch $@

build/peers/.installed: benchmarks/requirements.txt | .venv/bin/python
	@$(BIN)/python -m venv --clear --without-pip build/peers
	@if $(BIN)/python -c "import pip" 2>/dev/null; then pip="$(BIN)/python -m pip"; \
	else pip="$(PYTHON) -m pip"; fi; \
	echo "Installing $< into build/peers"; \
	$$pip --python build/peers/bin/python install --quiet --disable-pip-version-check \
	  --require-hashes --requirement $<
	@touch $@

define WHERE
  Start here     http://127.0.0.1:$(PORT)/
  Admin          http://127.0.0.1:$(PORT)/admin/
  API            http://127.0.0.1:$(PORT)/api/v1/
  API reference  http://127.0.0.1:$(PORT)/api/v1/docs/

  Ctrl-C stops it.
endef

define STATE
from django.conf import settings
from accounts.models import User
from claims.models import Article
from seeds.people import demo_users
from sources.models import Source
print("debug" if settings.DEBUG else "")
print("" if any(model.objects.exists() for model in (User, Source, Article)) else "empty")
print("demo" if demo_users() else "")
endef

define CONNECT
import psycopg, sys
try:
    psycopg.connect(sys.argv[1], connect_timeout=3).close()
except psycopg.OperationalError as error:
    sys.exit(f"PostgreSQL is skipped: {sys.argv[1]} does not answer (TEST_POSTGRES_URL).")
endef

define NEW_ENOUGH
import sys
if sys.version_info < (3, 11):
    sys.exit(f"factcheck needs Python 3.11 or newer; this is {sys.version.split()[0]}. "
             "Name another one: make PYTHON=python3.12 …")
endef

export WHERE STATE CONNECT NEW_ENOUGH
