package main

import (
	"fmt"
	"os"
	"os/exec"
)

// launchMartin starts martin (crates.io), from MARTIN or PATH, without a cache, on the table from
// which PostGIS makes tiles.
func launchMartin(dir string, db *postgres) (*server, error) {
	path, err := martin()
	if err != nil {
		return nil, err
	}
	s := site{name: "martin", tile: "/spots/%d/%d/%d"}
	return launch(dir, s, "/health", nil, path, "--listen-addresses", "127.0.0.1:PORT", "--cache-size", "0", db.url)
}

// martin returns the program (crates.io), which MARTIN names or the PATH has.
func martin() (path string, err error) {
	name := os.Getenv("MARTIN")
	if name == "" {
		name = "martin"
	}
	if path, err = exec.LookPath(name); err != nil {
		return "", errMissing(fmt.Sprintf("no %s (%v); crates.io: martin, with its feature postgres; MARTIN names it", name, err))
	}
	return path, nil
}
