// Package markdown reads texts in Markdown: the front matter of Hugo, Jekyll and their like, and
// the text without markup. Line n of the output is line n of the input.
//
//	d := markdown.Read(text)
//
// Time is linear in the bytes.
package markdown

import (
	"path"
	"regexp"
	"strings"
)

// Document is a Markdown text without its markup.
type Document struct {
	Fields   map[string]any // front matter, by its own keys; nil if there is none
	Text     string         // the lines without markup; those of front matter are blank
	Captions []string       // alternative texts of pictures
	Titles   []int          // line numbers, from 0, of top-level headings
}

// Is reports whether a text is Markdown: by the suffix of its name, or because it begins with
// front matter.
func Is(name, head string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".md", ".markdown", ".mdown", ".mdx", ".qmd":
		return true
	}
	end, _ := cutMatter(head)
	return end > 0
}

// Read reads a text.
func Read(s string) Document {
	var d Document
	lines := strings.Split(s, "\n")
	if end, marks := cutMatter(s); end > 0 {
		if d.Fields = readMatter(strings.Join(lines[1:end], "\n"), marks); d.Fields != nil {
			clear(lines[:end+1])
		}
	}
	r := reader{captions: &d.Captions}
	for i := range lines {
		isTitle := !r.fenced && title.MatchString(lines[i])
		if lines[i] = r.line(lines[i]); isTitle {
			d.Titles = append(d.Titles, i)
		}
	}
	d.Text = strings.Join(lines, "\n")
	return d
}

// Markup of CommonMark 0.31, of GitHub's footnotes and tables, and of static site generators.
var (
	image       = regexp.MustCompile(`!\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])`)
	link        = regexp.MustCompile(`\[([^\[\]]+)\](?:\([^()]*(?:\([^()]*\)[^()]*)?\)|\[[^\]]*\])`)
	definition  = regexp.MustCompile(`^ {0,3}\[\^?[^\]]+\]: ?`)
	footnote    = regexp.MustCompile(`\[\^[^\]]+\]`)
	shortcode   = regexp.MustCompile(`\{\{[<%].*?[%>]\}\}|\{%.*?%\}`)
	comment     = regexp.MustCompile(`<!--.*?-->`)
	element     = regexp.MustCompile(`</?[a-zA-Z][^<>]*>`)
	heading     = regexp.MustCompile(`^ {0,3}#{1,6}(?:[ \t]+|$)`)
	title       = regexp.MustCompile(`^ {0,3}#[ \t]+\S`)
	headingEnd  = regexp.MustCompile(`[ \t]+#+[ \t]*$|[ \t]*\{#[^}]*\}[ \t]*$`)
	quote       = regexp.MustCompile(`^ {0,3}(?:> ?)+`)
	bullet      = regexp.MustCompile(`^\s*[-*+][ \t]+(?:\[[ xX]\][ \t]+)?`)
	underline   = regexp.MustCompile(`^ {0,3}(?:=+|-+)[ \t]*$`)
	fence       = regexp.MustCompile("^ {0,3}(?:```|~~~)")
	strong      = regexp.MustCompile("\\*\\*\\*|\\*\\*|__|~~|`+")
	emphasis    = regexp.MustCompile(`(^|[\s(\["'“])[*_]+([^\s*_])`)
	emphasisEnd = regexp.MustCompile(`([^\s*_\\])[*_]+($|[\s)\]"'”.,;:!?،؛])`)
	escaped     = regexp.MustCompile(`\\([!-/:-@\[-` + "`" + `{-~])`)
)

// reader removes the markup of lines.
type reader struct {
	captions *[]string
	fenced   bool // in a fenced code block
	text     bool // the previous line had text
}

// line returns a line without markup. A blank line is not needed after a heading: text right
// below it is a paragraph.
func (r *reader) line(l string) string {
	if fence.MatchString(l) {
		r.fenced = !r.fenced
		return ""
	}
	if r.fenced {
		return l
	}
	if r.text && underline.MatchString(l) {
		r.text = false
		return ""
	}
	if m := definition.FindString(l); m != "" && !strings.HasPrefix(strings.TrimSpace(m), "[^") {
		return ""
	} else if m != "" {
		l = l[len(m):]
	}
	l = quote.ReplaceAllString(l, "")
	if at := heading.FindStringIndex(l); at != nil {
		l = headingEnd.ReplaceAllString(l[at[1]:], "")
	} else if bullet.MatchString(l) && strings.Trim(l, " \t-*") != "" {
		l = bullet.ReplaceAllString(l, "")
	}
	l = r.inline(l)
	r.text = strings.TrimSpace(l) != ""
	return l
}

// inline removes inline markup.
func (r *reader) inline(l string) string {
	for _, m := range image.FindAllStringSubmatch(l, -1) {
		if said := strings.TrimSpace(m[1]); said != "" {
			*r.captions = append(*r.captions, said)
		}
	}
	l = image.ReplaceAllString(l, "")
	l = link.ReplaceAllString(footnote.ReplaceAllString(l, ""), "$1")
	for _, sign := range []*regexp.Regexp{shortcode, comment, element, strong} {
		l = sign.ReplaceAllString(l, "")
	}
	l = emphasis.ReplaceAllString(l, "$1$2")
	l = emphasisEnd.ReplaceAllString(l, "$1$2")
	return escaped.ReplaceAllString(l, "$1")
}
