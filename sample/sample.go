// Package sample holds a corpus to try Dateline on: short dispatches on the
// Syrian war, 2015 to 2020, in English and Arabic, written for this project
// in its own words. They retell facts that their source lines name the origin
// of; "Dateline sample, public record" stands for what is widely documented.
package sample

import (
	"embed"
	"io/fs"
)

//go:embed *.txt
var files embed.FS

// Files returns the dispatches, one a file, named by date, subject and
// language.
func Files() fs.FS { return files }
