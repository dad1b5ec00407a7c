package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// server is a running server to be measured.
type server struct {
	site
	*process
	started time.Duration // time to its first answer
	memory  float64       // resident megabytes after all questions
}

// launch starts a server that listens on the port that replaces PORT in its arguments and
// environment.
func launch(dir string, s site, first string, env []string, name string, args ...string) (*server, error) {
	port, err := freePort()
	if err != nil {
		return nil, err
	}
	put := strings.NewReplacer("PORT", strconv.Itoa(port))
	for _, list := range [][]string{env, args} {
		for i := range list {
			list[i] = put.Replace(list[i])
		}
	}
	s.base = put.Replace("http://127.0.0.1:PORT")
	begin := time.Now()
	p, err := start(dir, env, nil, name, args...)
	if err != nil {
		return nil, err
	}
	if err := p.awaitURL(s.base + first); err != nil {
		p.stop()
		return nil, err
	}
	return &server{site: s, process: p, started: time.Since(begin)}, nil
}

const (
	itemsPath = "/collections/mentions/items?"
	tilePath  = "/tiles/mentions/%d/%d/%d.mvt"
)

// ingest stores the points and returns the time taken.
func ingest(dateline, dir, points string) (time.Duration, error) {
	begin := time.Now()
	out, err := exec.Command(dateline, "ingest", "--data", filepath.Join(dir, "archive"), points).CombinedOutput()
	if err != nil {
		return 0, fmt.Errorf("%s ingest: %w: %s", dateline, err, out)
	}
	return time.Since(begin), nil
}

func launchDateline(dateline, dir string) (*server, error) {
	s := site{name: "Dateline", items: itemsPath, tile: tilePath, same: tilePath}
	return launch(dir, s, itemsPath+"limit=1", nil, dateline, "serve", "--data", filepath.Join(dir, "archive"), "--addr", "127.0.0.1:PORT", "--client-steps", "0")
}

// launchSelf starts this program as a server.
func launchSelf(dir string, s site, first, what, argument string) (*server, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	return launch(dir, s, first, nil, self, what, "127.0.0.1:PORT", argument)
}

const anyBox = "bbox=36,35,36.1,35.1&limit=1"

// launchPostgis starts the handler that queries the database directly.
func launchPostgis(dir string, db *postgres) (*server, error) {
	s := site{name: "PostGIS", items: itemsPath, tile: "/tiles/%d/%d/%d"}
	return launchSelf(dir, s, itemsPath+anyBox, "postgis", db.url)
}

// launchCells starts it a second time, for tiles that count as Dateline's do.
func launchCells(dir string, db *postgres) (*server, error) {
	s := site{name: "PostGIS, counted in cells", tile: "/cells/%d/%d/%d"}
	return launchSelf(dir, s, itemsPath+anyBox, "postgis", db.url)
}

// python returns the interpreter named by an environment variable, if it has the modules.
func python(variable, packages string, modules ...string) (string, error) {
	name := os.Getenv(variable)
	if name == "" {
		name = "python3"
	}
	if out, err := exec.Command(name, "-c", "import "+strings.Join(modules, ", ")).CombinedOutput(); err != nil {
		lines := strings.Split(strings.TrimSpace(string(out)), "\n")
		return "", errMissing(fmt.Sprintf("%s has no %s (%s); PyPI: %s; %s names another interpreter",
			name, strings.Join(modules, ", "), lines[len(lines)-1], packages, variable))
	}
	return name, nil
}

func launchTipg(dir string, db *postgres) (*server, error) {
	s := site{name: "tipg", items: "/collections/public.mentions/items?f=geojson&"}
	return launchTipgOn(dir, db, s, "TIPG_TABLE_CONFIG__public_mentions__DATETIMECOL=date")
}

// launchTipgOn starts tipg on a database, with settings of its own.
func launchTipgOn(dir string, db *postgres, s site, settings ...string) (*server, error) {
	py, err := python("TIPG_PYTHON", "tipg uvicorn", "tipg", "uvicorn")
	if err != nil {
		return nil, err
	}
	return launch(dir, s, s.items+anyBox, append(settings, "DATABASE_URL="+db.url),
		py, "-m", "uvicorn", "--workers", "2", "--port", "PORT", "--log-level", "warning", "tipg.main:app")
}

// launchGin starts a server that repeats an answer of Dateline's from memory.
func launchGin(dir, file string) (*server, error) {
	return launchSelf(dir, site{name: "gin, same bytes", same: tilePath}, "/tiles/mentions/0/0/0.mvt", "gin", file)
}
