package article

import (
	"path/filepath"
	"strings"
	"unicode"
)

// Skipped is yielded as an error for a file of a folder that is skipped, and for a feed that
// has no entries at present.
type Skipped struct {
	Path  string
	Why   string
	Empty bool // the file is readable but empty, as a feed without entries
}

func (p *Skipped) Error() string { return p.Path + ": skipped: " + p.Why }

// Kind returns the suffix of a file name, with its dot, or "no ending" for names such as
// "Article 12.06.2019".
func Kind(path string) string {
	ending := strings.ToLower(filepath.Ext(path))
	if len(ending) > 1 && len(ending) <= 8 && strings.ContainsFunc(ending, unicode.IsLetter) && !strings.ContainsFunc(ending[1:], isNoEnding) {
		return ending
	}
	return "no ending"
}

func isNoEnding(r rune) bool {
	return r > unicode.MaxASCII || !unicode.IsLetter(r) && !unicode.IsDigit(r)
}
