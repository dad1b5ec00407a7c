package query

import (
	"strings"
	"unicode/utf8"

	"dateline/query/cql2"
)

// like compares text with a pattern, in which % is any text, _ any character, and a backslash
// escapes either.
func (c *compiler) like(e *cql2.Expression) (*Filter, error) {
	if err := e.Takes(2); err != nil {
		return nil, err
	}
	left, err := c.scalar(e.Args[0])
	if err != nil {
		return nil, err
	}
	right, err := c.scalar(e.Args[1])
	if err != nil {
		return nil, err
	}
	if left.kind != Text || right.kind != Text || !right.constant.known {
		return nil, e.Args[1].Fail("LIKE compares text with a pattern in quotes")
	}
	p := newPattern(right.constant.text)
	return &Filter{looksAt: left.looksAt, sql: likeSQL(left, p), bind: func(e *Evaluation) predicate {
		read := e.shared(left)
		e.cost += 4 + p.size/bytesPerStep
		return func(i int) ternary {
			v := read(i)
			e.steps += 2 + len(v.text)/bytesPerStep
			if !v.known {
				return unknown
			}
			found, compared := p.matches(v.text)
			e.steps += compared / bytesPerStep
			return of(found)
		}
	}}, nil
}

// bytesPerStep is the number of bytes searched in the time of a step.
const bytesPerStep = 32

// pattern is a LIKE pattern: the parts between its %, which must match in order. The first match
// of a part is always right, as it leaves most room for the rest; so there is no backtracking.
type pattern struct {
	parts []part
	size  int // bytes
}

// part is text without %.
type part struct {
	text string
	any  []bool // by byte, where text has _ for any character; nil if it has none
}

func newPattern(s string) pattern {
	p := pattern{size: len(s)}
	var text strings.Builder
	var any []bool
	flush := func() {
		next := part{text: text.String(), any: any}
		p.parts = append(p.parts, next)
		text.Reset()
		any = nil
	}
	escaped := false
	for _, r := range strings.ToValidUTF8(s, "\ufffd") {
		switch {
		case r == '\\' && !escaped:
			escaped = true
			continue
		case r == '%' && !escaped:
			flush()
		default:
			if r == '_' && !escaped {
				any = append(any, make([]bool, text.Len()+1-len(any))...)
				any[text.Len()] = true
			}
			text.WriteRune(r)
		}
		escaped = false
	}
	flush()
	return p
}

// matches reports whether the whole text matches the pattern, and the number of bytes compared
// one by one.
func (p *pattern) matches(text string) (found bool, compared int) {
	first, last := &p.parts[0], &p.parts[len(p.parts)-1]
	n, ok := first.at(text, &compared)
	if !ok || len(p.parts) == 1 {
		return ok && n == len(text), compared
	}
	text = text[n:]
	for i := range p.parts[1 : len(p.parts)-1] {
		if text, ok = p.parts[i+1].after(text, &compared); !ok {
			return false, compared
		}
	}
	return last.ends(text, &compared), compared
}

// at returns how many bytes of the text's start the part matches.
func (p *part) at(text string, compared *int) (int, bool) {
	if p.any == nil {
		*compared += len(p.text)
		return len(p.text), strings.HasPrefix(text, p.text)
	}
	n := 0
	for i := range len(p.text) {
		*compared++
		switch {
		case n == len(text):
			return 0, false
		case i < len(p.any) && p.any[i]:
			_, size := utf8.DecodeRuneInString(text[n:])
			n += size
		case text[n] == p.text[i]:
			n++
		default:
			return 0, false
		}
	}
	return n, true
}

// after returns the rest after the first match of the part.
func (p *part) after(text string, compared *int) (string, bool) {
	if p.any == nil {
		_, rest, found := strings.Cut(text, p.text)
		return rest, found
	}
	for {
		if n, ok := p.at(text, compared); ok {
			return text[n:], true
		}
		if text == "" {
			return "", false
		}
		_, size := utf8.DecodeRuneInString(text)
		text = text[size:]
	}
}

// ends reports whether the text ends with the part.
func (p *part) ends(text string, compared *int) bool {
	if p.any == nil {
		return strings.HasSuffix(text, p.text)
	}
	start := len(text)
	for range utf8.RuneCountInString(p.text) {
		if start == 0 {
			return false
		}
		_, size := utf8.DecodeLastRuneInString(text[:start])
		start -= size
	}
	n, ok := p.at(text[start:], compared)
	return ok && n == len(text)-start
}
