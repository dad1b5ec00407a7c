package main

import (
	"fmt"
	"os"
	"os/exec"
)

// launchMartin starts martin (crates.io), which MARTIN names or the PATH has, on
// the table that PostGIS makes tiles of; it keeps none of them.
func launchMartin(dir string, db *postgres) (*server, error) {
	name := os.Getenv("MARTIN")
	if name == "" {
		name = "martin"
	}
	path, err := exec.LookPath(name)
	if err != nil {
		return nil, errMissing(fmt.Sprintf("no %s (%v); crates.io: martin, with its feature postgres; MARTIN names it", name, err))
	}
	s := site{name: "martin", tile: "/spots/%d/%d/%d"}
	return launch(dir, s, "/health", nil, path, "--listen-addresses", "127.0.0.1:PORT", "--cache-size", "0", db.url)
}
