package markdown

import (
	"regexp"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/pelletier/go-toml/v2"
)

// maxMatter is the maximum size of front matter, in bytes.
const maxMatter = 16 << 10

// Delimiters of front matter in YAML and TOML.
const (
	yamlMark = "---"
	tomlMark = "+++"
)

// field matches a line of front matter, such as a key.
var field = regexp.MustCompile(`^[A-Za-z_][\w .-]{0,40}\s*[:=]|^#|^\[|^"`)

// cutMatter returns the number, from 0, of the line that ends the front matter, and its
// delimiter; 0 if there is none.
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

// reference matches YAML anchors and aliases, which can expand exponentially.
var reference = regexp.MustCompile(`(?m)(?:^|[:\-,\[{])\s*[&*][A-Za-z0-9_]`)

// readMatter parses front matter; nil if it can't.
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
