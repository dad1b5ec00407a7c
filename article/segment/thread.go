package segment

import (
	"strings"
	"unicode/utf8"

	"dateline/work"
)

// markThreads finds comment threads that have no header and marks their lines.
// Two shapes are known: the bullet with a name over an indented paragraph, as
// nested lists of comments come out of a page, and "Alex says:" over a date.
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

// isThread reports whether line i is a bullet with a name, and a paragraph
// deeper than it follows after a blank line.
func isThread(steps *work.Counter, lines []line, i int) bool {
	if !isBullet(lines[i]) || len(strings.Fields(lines[i].raw)) > maxNameWord+1 {
		return false
	}
	j := nextLine(steps, lines, i)
	return j > i+1 && lines[j].indent > lines[i].indent && !isBullet(lines[j])
}

// endThread marks the lines from i on as comments and returns the first one
// after them: one that is neither a bullet nor deeper than the first.
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

// isCommenter reports whether line i is the head of a comment: "Alex says:" over
// a line of a date.
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

// nextLine returns the next line after i that is not blank, or -1.
func nextLine(steps *work.Counter, lines []line, i int) int {
	for i++; i < len(lines); i++ {
		steps.Count(1)
		if lines[i].kind != blank {
			return i
		}
	}
	return -1
}
