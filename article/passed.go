package article

import (
	"path/filepath"
	"strings"
	"unicode"
)

// PassedOver is yielded, as an error, for a file of a folder that is not read, and for a
// feed that has no entries today.
type PassedOver struct {
	Path  string
	Why   string
	Empty bool // it can be read, and there is nothing in it: a feed without entries
}

func (p *PassedOver) Error() string { return p.Path + ": passed over: " + p.Why }

// Kind returns the ending of a file's name, with its dot, or "no ending": what stands
// behind the last dot of "Article 12.06.2019" is none.
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
