package segment

import (
	"strings"
	"unicode/utf8"

	"dateline/work"
)

// markThreads finds and marks comment threads without a header. It knows two shapes: a bullet
// with a name above an indented paragraph, as from nested HTML lists, and "Alex says:" above a
// date.
func markThreads(steps *work.Counter, lines []line) error {
	told := false
	for i := 0; i < len(lines); i++ {
		if err := steps.Add(1); err != nil {
			return err
		}
		switch {
		case lines[i].kind == blank:
			continue
		case lines[i].kind == body:
			told = true
		case told && isThread(steps, lines, i):
			i = endThread(steps, lines, i) - 1
		}
		if told && isCommenter(steps, lines, i) {
			lines[i].kind = comments
		}
	}
	return nil
}

// isThread reports whether line i is a bullet with a name, followed by a blank line and a
// paragraph indented deeper.
func isThread(steps *work.Counter, lines []line, i int) bool {
	if !isBullet(lines[i]) || len(strings.Fields(lines[i].raw)) > maxNameWord+1 {
		return false
	}
	j := nextLine(steps, lines, i)
	return j > i+1 && lines[j].indent > lines[i].indent && !isBullet(lines[j])
}

// endThread marks the lines from i on as comments and returns the first line after them, which
// is neither a bullet nor indented deeper than the first.
func endThread(steps *work.Counter, lines []line, i int) int {
	depth := lines[i].indent
	for ; i < len(lines); i++ {
		steps.Count(1)
		switch l := &lines[i]; {
		case l.kind == blank:
		case l.indent < depth, l.indent == depth && !isBullet(*l):
			return i
		default:
			l.kind = comment
		}
	}
	return i
}

func isBullet(l line) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimSpace(l.raw))
	return l.kind != blank && strings.ContainsRune("•·◦‣▪●○*", r)
}

// isCommenter reports whether line i begins a comment: "Alex says:" above a dated line.
func isCommenter(steps *work.Counter, lines []line, i int) bool {
	j := nextLine(steps, lines, i)
	if j < 0 || lines[j].kind != dated || len(lines[i].fold) > maxMeta {
		return false
	}
	key := strings.TrimRight(lines[i].fold, ": ")
	for _, w := range words().commenters {
		if strings.HasSuffix(key, " "+w) {
			return true
		}
	}
	return false
}

// nextLine returns the next non-blank line after i, or -1.
func nextLine(steps *work.Counter, lines []line, i int) int {
	for i++; i < len(lines); i++ {
		steps.Count(1)
		if lines[i].kind != blank {
			return i
		}
	}
	return -1
}
