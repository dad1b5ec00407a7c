# make run     builds all and serves the sample corpus on http://127.0.0.1:8080
# make install   puts program, manual pages and completions below PREFIX=/usr/local
# make dist      makes what is released, for Linux, macOS and Windows
# make test    builds all and runs every test that this machine can run

GO      ?= go
NPM     ?= npm
VERSION ?= $(shell git describe --always --dirty 2>/dev/null || echo development)
LDFLAGS := -s -w -X dateline/cmd/dateline/cli.linked=$(VERSION)
FUZZ    ?= 30s

# One way to compile for the binary, the tests and staticcheck, so that each package is compiled once, wherever the clone is; without
# what only debuggers read, which takes a sixth of the time, and without gin's MessagePack, which takes a tenth and serves nobody.
NODWARF := -gcflags=all=-dwarf=false
TAGS    := -tags=nomsgpack
# Compiling takes a fifth less time if garbage is collected less often, and for SQLite 1.5 GB instead of 0.9.
TOOLS   := '-toolexec=env GOGC=400'
BUILD   := -trimpath $(NODWARF) $(TAGS) $(TOOLS)
export GOFLAGS := $(filter-out $(BUILD),$(GOFLAGS)) $(BUILD)

# Only the race detector needs a C compiler. Without one, and before and after one is installed, all else is compiled alike.
export CGO_ENABLED := 0

PAGE    := frontend/dist/index.html
MODULES := frontend/node_modules/.package-lock.json
SOURCES := $(shell find frontend -type f \( -name '*.ts' -o -name '*.css' -o -name '*.json' -o -name '*.html' -o -name '*.svg' \) \
             -not -path '*/node_modules/*' -not -path '*/dist/*' -not -path '*/output/*' 2>/dev/null)

.PHONY: run build install uninstall dist page test test-go test-rest test-postgis test-race test-page test-browser check check-go check-page format bench bench-page bench-peers picture mutate soak failover fuzz conformance clean

run: build
	bin/dateline serve --addr 127.0.0.1:8080

build: page
	$(GO) build -ldflags '$(LDFLAGS)' -o bin/dateline ./cmd/dateline

page: $(PAGE)

# The program, manual pages and completions below PREFIX, within DESTDIR for packagers.
PREFIX ?= /usr/local
SHARE  := $(DESTDIR)$(PREFIX)/share

install: build
	install -D -m 755 bin/dateline $(DESTDIR)$(PREFIX)/bin/dateline
	bin/dateline man $(SHARE)/man/man1
	install -d $(SHARE)/bash-completion/completions $(SHARE)/zsh/site-functions $(SHARE)/fish/vendor_completions.d
	bin/dateline completion bash -o $(SHARE)/bash-completion/completions/dateline
	bin/dateline completion zsh -o $(SHARE)/zsh/site-functions/_dateline
	bin/dateline completion fish -o $(SHARE)/fish/vendor_completions.d/dateline.fish

uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/dateline $(SHARE)/man/man1/dateline.1 $(SHARE)/man/man1/dateline-*.1 $(SHARE)/zsh/site-functions/_dateline \
		$(SHARE)/bash-completion/completions/dateline $(SHARE)/fish/vendor_completions.d/dateline.fish

# Archives for Linux, macOS and Windows, Debian packages, bill of materials, licences and checksums in bin/dist, from the
# same sources the same bytes. DIST_FLAGS takes -platforms linux/amd64.
dist: page
	$(GO) run ./dist -version $(VERSION) -date $$(git log -1 --format=%ct 2>/dev/null || echo 0) $(DIST_FLAGS)

$(MODULES): frontend/package-lock.json
	cd frontend && $(NPM) ci --no-audit --no-fund
	touch $@

$(PAGE): $(MODULES) $(SOURCES)
	cd frontend && $(NPM) run build

# What a machine lacks is skipped with one line that names the package which
# brings it; where DATELINE_REQUIRE names the part, a skip is a failure.
# Each of these sometimes waits, so two run beside each other.
test: build
	$(MAKE) --no-print-directory -j2 -Otarget $(if $(HAS_CC),test-rest,test-go) test-browser test-page test-race

# Test binaries need no symbols for debuggers, which take a third of the time to link.
STRIP := -ldflags '-s -w'

test-go: test-postgis
	$(GO) test -vet=off $(STRIP) ./...

test-postgis:
	@ls /usr/share/postgresql/*/extension/postgis.control >/dev/null 2>&1 || case ",$$DATELINE_REQUIRE," in \
		*,postgres,*) echo "tests of PostgreSQL: no PostGIS; install postgresql-15-postgis-3"; exit 1;; \
		*) echo "tests of PostgreSQL skipped: no PostGIS (Debian: postgresql-15-postgis-3)";; \
	esac

# The packages in whose code or tests goroutines run beside each other; with -short, tests of one goroutine that take long skip.
RACE = $(shell git ls-files '*.go' ':!bench' | xargs grep -lE '^\s*go |\.(Go|Parallel)\>|httptest\.NewServer' | xargs -n1 dirname | sort -u | sed 's,^,./,')
HAS_CC = $(shell command -v "$$($(GO) env CC)")

# SQLite is C translated to Go and runs in one goroutine at a time; watched by the detector it makes the tests of corpus take twice as long.
UNWATCHED := '-gcflags=github.com/ncruces/go-sqlite3-wasm/...=-race=false -dwarf=false'

test-race:
	@if [ -n "$(HAS_CC)" ]; then \
		echo "$(GO) test -race -short" $(RACE); CGO_ENABLED=1 $(GO) test -vet=off -race -short $(UNWATCHED) $(STRIP) $(RACE); \
	else case ",$$DATELINE_REQUIRE," in \
		*,race,*) echo "race tests: no C compiler; install gcc and libc6-dev"; exit 1;; \
		*) echo "race tests skipped: no C compiler (Debian: gcc libc6-dev)";; \
	esac; fi

# The tests that test-race leaves out: of other packages all, and of its packages those that ask for testing.Short; where something other
# than a test asks, all.
LONG_FILES = $(shell grep -l 'testing\.Short()' $(RACE:%=%/*_test.go) /dev/null 2>/dev/null)
LONG       = $(shell awk '/^func / { split($$2, part, /[^A-Za-z0-9_]/); name = part[1] ~ /^Test/ ? part[1] : ".*" } /testing\.Short\(\)/ { print name }' \
               $(LONG_FILES) /dev/null | sort -u | paste -sd'|')

test-rest: test-postgis
	$(GO) test -vet=off $(STRIP) $(filter-out $(RACE:./%=dateline/%),$(shell $(GO) list ./...))
	@echo "$(GO) test -run" $(words $(subst |, ,$(LONG))) long tests of $(sort $(dir $(LONG_FILES))); $(GO) test -vet=off $(STRIP) -run '^($(LONG))$$' $(sort $(dir $(LONG_FILES)))

test-page: $(MODULES)
	cd frontend && $(NPM) test

test-browser: build
	cd frontend && $(NPM) run size
	cd frontend && DATELINE_BIN=../bin/dateline $(NPM) run e2e

check: check-go check-page

check-go:
	@unformatted=$$(gofmt -l $$(git ls-files '*.go')); test -z "$$unformatted" || { echo "gofmt: $$unformatted"; exit 1; }
	$(GO) vet ./...
	GOGC=400 $(GO) tool staticcheck ./...

check-page: $(MODULES)
	cd frontend && $(NPM) run check

format:
	gofmt -w $$(git ls-files '*.go')
	cd frontend && $(NPM) run format

bench:
	$(GO) test -run '^$$' -bench . -benchmem ./...

# The page in headless Chromium, on the sample and on a made archive of a million mentions.
bench-page: build
	cd frontend && DATELINE_BIN=../bin/dateline node scripts/bench.mjs

# The picture of the README, docs/map.png, in headless Chromium.
picture: build
	cd frontend && DATELINE_BIN=../bin/dateline node scripts/picture.mjs

# Dateline beside PostGIS, martin, tipg, pygeoapi and gin, on a million made points, in tables of theirs and in those of an archive in
# PostgreSQL; installs nothing and names what is missing.
# TIPG_PYTHON and PYGEOAPI_PYTHON name interpreters that have them, PEERS_FLAGS is for -n, -rounds and -slot.
bench-peers: build
	cd bench && $(GO) vet . && $(GO) test . && $(GO) run . -dateline ../bin/dateline $(PEERS_FLAGS)

# Changes constants and conditions of parser, queries and tiles one at a time; fails when the tests notice too few.
mutate:
	$(GO) run ./geoparse/mutate $(MUTATE_FLAGS)

# Half an hour of load with aborted requests, slow readers, hostile filters and kills; fails when anything is lost.
# SOAK_FLAGS takes -for, -kill and -clients.
soak: build
	cd bench && $(GO) vet ./soak && $(GO) run ./soak -dateline ../bin/dateline $(SOAK_FLAGS)

# A database that is lost under load, of two that follow one another; a long transaction, a full disk, a migration that is killed.
# Fails when an article that was acknowledged is missing. FAILOVER_FLAGS takes -only.
failover: build
	cd bench && $(GO) vet ./failover && $(GO) run ./failover -dateline ../bin/dateline $(FAILOVER_FLAGS)

# Every fuzz target for a while each. Making inputs that are merely new as short as can be would take most of that while.
fuzz:
	@for pkg in $$($(GO) list ./...); do \
		for target in $$($(GO) test -list '^Fuzz' $$pkg | grep '^Fuzz'); do \
			echo "$$pkg $$target"; $(GO) test -run '^$$' -fuzz "^$$target\$$" -fuzztime $(FUZZ) -fuzzminimizetime 1s $$pkg || exit 1; \
		done; \
	done

# The server held against GDAL (gdal-bin), QGIS (python3-qgis), OWSLib, geopandas, geopy, cql2-rs, Schemathesis, MapLibre GL,
# Leaflet.VectorGrid and OpenLayers in Chromium, whose pictures are in bin/conformance/pictures, and the
# abstract tests of the standards; docs/conformance.md has the results. PARTS=ats names a part alone.
PEERS := bin/conformance/.installed
MAPS  := server/conformance/web/node_modules/.installed
CQL2  := cql2-0.6.0

# The sources of cql2-rs hold the examples of CQL2 and a table of filters with what they select.
$(PEERS): server/conformance/requirements.txt
	python3 -m venv bin/conformance
	bin/conformance/bin/pip install --quiet -r server/conformance/requirements.txt
	bin/conformance/bin/pip download --quiet --no-deps --no-binary cql2 --dest bin/conformance cql2==$(CQL2:cql2-%=%)
	tar xzf bin/conformance/$(CQL2).tar.gz -C bin/conformance
	touch $@

$(MAPS): server/conformance/web/package-lock.json
	cd server/conformance/web && npm ci --no-audit --no-fund
	touch $@

conformance: build $(PEERS) $(MAPS)
	mkdir -p bin/conformance/pictures
	DATELINE_CQL2=$(CURDIR)/bin/conformance/$(CQL2) $(GO) test -count=1 -v -run 'TestExamplesOfTheStandard|TestSelectedAsBycql2rs' ./query
	DATELINE_PICTURES=$(CURDIR)/bin/conformance/pictures bin/conformance/bin/python server/conformance/run.py bin/dateline $(PARTS)

clean:
	rm -rf bin frontend/node_modules frontend/dist/assets frontend/dist/index.html
