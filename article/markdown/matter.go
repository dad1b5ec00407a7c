package markdown

import (
	"regexp"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/pelletier/go-toml/v2"
)

// maxMatter is how many bytes front matter may have.
const maxMatter = 16 << 10

// Marks of front matter: of YAML, of TOML.
const (
	yamlMark = "---"
	tomlMark = "+++"
)

// field is how front matter goes on: with a key.
var field = regexp.MustCompile(`^[A-Za-z_][\w .-]{0,40}\s*[:=]|^#|^\[|^"`)

// cutMatter returns the number of the line, from 0, that ends the front matter that a text
// begins with, and the mark around it; 0 where it begins with none.
func cutMatter(s string) (end int, mark string) {
	s = s[:min(len(s), maxMatter)]
	lines := strings.Split(s, "\n")
	mark = strings.TrimSpace(lines[0])
	if mark != yamlMark && mark != tomlMark || len(lines) < 3 || !field.MatchString(lines[1]) {
		return 0, ""
	}
	for i, l := range lines[1:] {
		if strings.TrimRight(l, " \t\r") == mark {
			return i + 1, mark
		}
	}
	return 0, ""
}

// reference is where YAML names what it has said before, which may grow without end.
var reference = regexp.MustCompile(`(?m)(?:^|[:\-,\[{])\s*[&*][A-Za-z0-9_]`)

// readMatter reads the fields of front matter; nil where it can't be read.
func readMatter(s, mark string) map[string]any {
	fields := map[string]any{}
	if mark == tomlMark {
		if toml.Unmarshal([]byte(s), &fields) != nil {
			return nil
		}
		return fields
	}
	if reference.MatchString(s) || yaml.Unmarshal([]byte(s), &fields) != nil {
		return nil
	}
	return fields
}
