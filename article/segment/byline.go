package segment

import (
	"slices"
	"strings"

	"dateline/text"
	"dateline/work"
)

// markBylines finds bylines spread over several lines, as extracted from pages: "By" above a
// name, "and" above another.
func markBylines(steps *work.Counter, lines []line) {
	for i := 0; i < len(lines); i++ {
		if !lines[i].isLabel() {
			continue
		}
		var names []string
		for j := nextLine(steps, lines, i); j > 0; j = nextLine(steps, lines, i) {
			name := strings.TrimSpace(lines[j].raw)
			isName := lines[j].kind == heading && nameShape(name)
			if !isName && !isJoint(lines[j].fold) {
				break
			}
			if isName {
				names = append(names, text.OneLine(name))
				lines[i].kind, lines[j].kind, lines[j].byline = bylined, bylined, strings.Join(names, ", ")
			}
			lines[j].kind = bylined
			if i = j; isName && !joins(steps, lines, j) {
				break
			}
		}
	}
}

// isLabel reports whether a line is only a byline label, such as "By".
func (l *line) isLabel() bool {
	label := strings.TrimSuffix(l.fold, ":")
	return label != "" && (l.kind == heading || l.kind == body) && slices.ContainsFunc(words().bylines, func(b string) bool { return strings.TrimSuffix(b, ":") == label })
}

// isJoint reports whether a line only joins names.
func isJoint(fold string) bool { return fold == "and" || fold == "," || fold == "و" }

// joins reports whether a line that joins names follows line i.
func joins(steps *work.Counter, lines []line, i int) bool {
	j := nextLine(steps, lines, i)
	return j > 0 && isJoint(lines[j].fold)
}
