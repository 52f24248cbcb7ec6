# Liaison: everything a developer or packager does. `make` alone explains the targets.
#
# Needs GNU make and Swift 6.3 or later; `make deps` finds or installs the rest.

PREFIX  ?= /usr/local
DESTDIR ?=
SWIFT   ?= swift

SOURCES = Package.swift Sources Importers Schemas Tests
# A target may import only what the manifest lists for it.
STRICT  = --explicit-target-dependency-import-check error

# Modules of pkg-config and the Debian packages that bring them; see Package.swift.
LIBRARIES     = libcurl:libcurl4-openssl-dev libxml-2.0:libxml2-dev sqlite3:libsqlite3-dev \
	zlib:zlib1g-dev
SWIFT_MINIMUM = 6.3

LIBRARY_DIR    = $(DESTDIR)$(PREFIX)/lib/liaison
BIN_DIR        = $(DESTDIR)$(PREFIX)/bin
SHARE_DIR      = $(DESTDIR)$(PREFIX)/share
BASH_COMPLETION = $(SHARE_DIR)/bash-completion/completions/liaison
ZSH_COMPLETION  = $(SHARE_DIR)/zsh/site-functions/_liaison
FISH_COMPLETION = $(SHARE_DIR)/fish/vendor_completions.d/liaison.fish
MANUAL          = $(SHARE_DIR)/man/man1/liaison.1

.DEFAULT_GOAL := help
.PHONY: help deps build check demo test lint format bench bench-mail bench-relationships fuzz fuzz-mail record release install uninstall \
	clean swift-version test-build

help: ## Print this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile
	@echo
	@echo "  Start with: make check, then make demo."
	@echo "  make install takes PREFIX=$(PREFIX) and DESTDIR."

# MARK: Set-up

deps: swift-version ## Find what is needed; on Debian and Ubuntu install what is missing
	@wanted=""; missing=""; \
	if ! command -v pkg-config >/dev/null 2>&1; then \
	  wanted="pkg-config"; missing="pkg-config"; \
	fi; \
	for pair in $(LIBRARIES); do \
	  module=$${pair%%:*}; \
	  if ! pkg-config --exists "$$module" 2>/dev/null; then \
	    wanted="$$wanted $${pair#*:}"; missing="$$missing $$module"; \
	  fi; \
	done; \
	if [ -z "$$wanted" ]; then exit 0; fi; \
	if ! command -v apt-get >/dev/null 2>&1; then \
	  echo "Missing:$$missing." >&2; \
	  echo "Install pkg-config and the development files of libcurl, libxml2, SQLite 3 and zlib" \
	    "with your package manager, then run make again." >&2; \
	  exit 1; \
	fi; \
	as_root=""; \
	if [ "$$(id -u)" -ne 0 ]; then as_root="sudo"; fi; \
	echo "Installing:" $$wanted; \
	export DEBIAN_FRONTEND=noninteractive; \
	$$as_root apt-get update -qq && \
	$$as_root apt-get install -y -qq --no-install-recommends $$wanted

swift-version:
	@if ! command -v $(SWIFT) >/dev/null 2>&1; then \
	  echo "Swift is missing. Get Swift $(SWIFT_MINIMUM) or later from" \
	    "https://www.swift.org/install" >&2; \
	  exit 1; \
	fi; \
	found=$$($(SWIFT) --version 2>/dev/null | \
	  sed -n 's/.*Swift version \([0-9][0-9.]*\).*/\1/p' | head -n 1); \
	lowest=$$(printf '%s\n%s\n' "$(SWIFT_MINIMUM)" "$$found" | sort -V | head -n 1); \
	if [ -z "$$found" ] || [ "$$lowest" != "$(SWIFT_MINIMUM)" ]; then \
	  echo "This is Swift $${found:-of an unknown version}. Get Swift $(SWIFT_MINIMUM) or" \
	    "later from https://www.swift.org/install" >&2; \
	  exit 1; \
	fi

# MARK: Everyday work

build: deps ## Build the program for debugging
	$(SWIFT) build $(STRICT) --quiet

check: lint test ## What must pass before every commit: lint and test

test: test-build ## Build everything and run all tests
	$(SWIFT) test --skip-build --disable-xctest

# The tests' build has the program in it, so that demo and fuzz need no build of their own.
test-build: deps
	$(SWIFT) build --build-tests $(STRICT) --quiet

demo: test-build ## Tell the story of docs/demo with the real program
	@LIAISON="$$($(SWIFT) build --show-bin-path)/liaison" bash docs/demo/story.sh

lint: swift-version ## Look for what `make format` would change and other style faults
	$(SWIFT) format lint --strict --recursive --parallel $(SOURCES)

format: swift-version ## Format the Swift sources
	$(SWIFT) format --in-place --recursive --parallel $(SOURCES)

record: deps ## Record all snapshots anew; look at the difference before you commit it
	find Tests -path '*/Snapshots/*' -type f -delete
	-RECORD_SNAPSHOTS=1 $(SWIFT) test --disable-xctest $(STRICT) --quiet
	@git status --short Tests docs

# MARK: Harder tests

bench: release ## Measure against sqlite3, Python and xmllint: ROWS (1000000), CONTRACTS (400000)
	@for tool in python3 sqlite3 xmllint; do command -v $$tool >/dev/null 2>&1 || \
	  { echo "make bench needs $$tool (Debian: python3, sqlite3, libxml2-utils)" >&2; exit 1; }; \
	done
	$(SWIFT) build -c release --product reading-benchmark $(STRICT) --quiet
	@bin="$$($(SWIFT) build -c release --show-bin-path)"; \
	  python3 Tests/Benchmarks/bench.py "$$bin/liaison" "$$bin/reading-benchmark" $(ROWS) $(CONTRACTS)

bench-relationships: release ## Plan reminders for AGREEMENTS (1000000) beside the sqlite3 shell
	@command -v sqlite3 >/dev/null 2>&1 || \
	  { echo "make bench-relationships needs sqlite3 (Debian: sqlite3)" >&2; exit 1; }
	@python3 Tests/Benchmarks/relationships/bench.py \
	  "$$($(SWIFT) build -c release --show-bin-path)/liaison" $(AGREEMENTS)

bench-mail: deps ## Read MAILS (50000) invented mails; beside it GMime (Debian: libgmime-3.0-dev)
	@pkg-config --exists gmime-3.0 2>/dev/null || \
	  { echo "make bench-mail needs GMime (Debian: libgmime-3.0-dev)" >&2; exit 1; }
	$(SWIFT) build -c release --product mail-benchmark $(STRICT) --quiet
	@set -eu; folder=$$(mktemp -d); trap 'rm -rf "$$folder"' EXIT; \
	python3 Tests/Benchmarks/mail/generate.py "$$folder/mail" $(or $(MAILS),50000); \
	cc -O2 -o "$$folder/gmime-reader" Tests/Benchmarks/mail/gmime_reader.c \
	  $$(pkg-config --cflags --libs gmime-3.0); \
	ours="$$($(SWIFT) build -c release --show-bin-path)/mail-benchmark"; \
	cat "$$folder"/mail/new/* > /dev/null; \
	for run in 1 2 3; do \
	  for reader in "$$ours" "$$folder/gmime-reader"; do \
	    echo "$${reader##*/}"; bash -c "time '$$reader' '$$folder/mail/new'" 2>&1 | grep -v '^$$'; \
	  done; \
	done

fuzz: test-build ## Feed damaged files to the importers: RUNS a file (20), SEED (1)
	@LIAISON="$$($(SWIFT) build --show-bin-path)/liaison" bash Tests/Fuzz/damage.sh $(RUNS)

fuzz-mail: deps ## Read damaged mails for SECONDS (60), SEED (1); FOLDER has more mails to damage
	$(SWIFT) build -c release --product mail-fuzz $(STRICT) --quiet
	@"$$($(SWIFT) build -c release --show-bin-path)/mail-fuzz" \
	  $(or $(SECONDS),60) $(or $(SEED),1) $(FOLDER)

# MARK: Installing

release: deps
	$(SWIFT) build -c release --product liaison $(STRICT) --quiet

# The program finds its data in the folder beside it, also through the symbolic link.
install: release ## Install below PREFIX (/usr/local)
	@set -eu; built=$$($(SWIFT) build -c release --show-bin-path); \
	install -d "$(LIBRARY_DIR)" "$(BIN_DIR)" "$(dir $(BASH_COMPLETION))" \
	  "$(dir $(ZSH_COMPLETION))" "$(dir $(FISH_COMPLETION))"; \
	install -m 755 "$$built/liaison" "$(LIBRARY_DIR)/liaison"; \
	rm -rf "$(LIBRARY_DIR)/liaison_Schemas.resources"; \
	cp -R "$$built/liaison_Schemas.resources" "$(LIBRARY_DIR)/"; \
	chmod -R u+w,go-w,a+rX "$(LIBRARY_DIR)/liaison_Schemas.resources"; \
	ln -sf ../lib/liaison/liaison "$(BIN_DIR)/liaison"; \
	"$(LIBRARY_DIR)/liaison" --generate-completion-script bash > "$(BASH_COMPLETION)"; \
	"$(LIBRARY_DIR)/liaison" --generate-completion-script zsh > "$(ZSH_COMPLETION)"; \
	"$(LIBRARY_DIR)/liaison" --generate-completion-script fish > "$(FISH_COMPLETION)"; \
	if [ -f docs/liaison.1 ]; then \
	  install -d "$(dir $(MANUAL))"; install -m 644 docs/liaison.1 "$(MANUAL)"; \
	fi; \
	echo "Installed $(BIN_DIR)/liaison"

uninstall: ## Remove what `make install` put below PREFIX
	rm -f "$(BIN_DIR)/liaison" "$(BASH_COMPLETION)" "$(ZSH_COMPLETION)" "$(FISH_COMPLETION)" \
	  "$(MANUAL)"
	rm -rf "$(LIBRARY_DIR)"

clean: ## Remove all that was built
	rm -rf .build
