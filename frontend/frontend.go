// Package frontend holds the page that browsers get: a map with a timeline,
// written in TypeScript (src/), built by Vite into dist/ and embedded from
// there.
//
// A fresh clone has no build, so dist/ has a committed placeholder, a page that says how to build:
// `go build ./...` works without Node.js.
package frontend

import (
	"embed"
	"io/fs"
)

//go:embed all:dist
var dist embed.FS

// Files returns the page and its files, with index.html at the root: the placeholder if no page was
// built.
func Files() fs.FS {
	if Built() {
		return sub("dist")
	}
	return sub("dist/placeholder")
}

// Built reports whether Files holds a built page.
func Built() bool {
	_, err := fs.Stat(dist, "dist/index.html")
	return err == nil
}

func sub(dir string) fs.FS {
	files, err := fs.Sub(dist, dir)
	if err != nil {
		panic(err) // dir is a valid path: see fs.ValidPath
	}
	return files
}
