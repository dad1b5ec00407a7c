package article

import (
	"path/filepath"
	"strings"
)

// PassedOver is yielded, as an error, for a file of a folder that is not read.
type PassedOver struct {
	Path string
	Why  string
}

func (p *PassedOver) Error() string { return p.Path + ": passed over: " + p.Why }

// Kind returns the ending of a file's name, with its dot, or "no ending".
func Kind(path string) string {
	if ending := strings.ToLower(filepath.Ext(path)); len(ending) > 1 && len(ending) <= 6 {
		return ending
	}
	return "no ending"
}
