package lexicon

import "strings"

// Files are the tables.
var Files = files

// IsList reports whether a section of the tables holds lines of words, rather than words with their
// meanings.
func IsList(section string) bool {
	return new(Lexicon).wordLists()[section] != nil || sections[section] != 0 && section != "class"
}

// SectionOf returns the name in a line that opens a section.
func SectionOf(line string) (string, bool) {
	name, ok := strings.CutPrefix(line, "[")
	return strings.TrimSuffix(name, "]"), ok
}
