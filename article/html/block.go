package html

import (
	"slices"
	"strings"
	"time"

	"dateline/article/segment"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Block is one article of a page, as marked by its elements.
type Block struct {
	Title     string    // its own heading; may be empty
	Byline    string    // may be empty
	Published time.Time // from its own <time>; zero if it has none
	Text      string    // without the title
	URL       string    // target of the link in its heading or time; may be empty
	Entry     bool      // one of a list of entries, as in a live blog: not to be split further

	clock bool // Published has only a time of day
}

// blocks returns the articles marked by the elements of a page: <article>s, an element with the
// property articleBody, or <main>; none if nothing is marked.
func blocks(steps counter, body *html.Node, day time.Time, left *[]segment.LeftOut) ([]Block, error) {
	var articles, bodies, mains []*html.Node
	for n := range body.Descendants() {
		if err := steps.Add(1); err != nil {
			return nil, err
		}
		switch {
		case isArticle(n) && n != body:
			if !withinArticle(n) {
				articles = append(articles, n)
			}
		case attribute(n.Attr, "itemprop") == "articleBody":
			bodies = append(bodies, n)
		case n.DataAtom == atom.Main || attribute(n.Attr, "role") == "main":
			mains = append(mains, n)
		}
	}
	if list := entries(steps, body, day, left); list != nil && !isOneArticle(list, articles) {
		return list, nil
	}
	if articles = chosen(steps, articles, left); len(articles) > 0 {
		var out []Block
		for _, n := range articles {
			steps.taken[n] = true
			out = append(out, readBlock(steps, n))
		}
		return out, nil
	}
	for i, n := range append(bodies, mains...) {
		b := readBlock(steps, n)
		if !isStory(b) {
			continue
		}
		steps.taken[n] = true
		if i < len(bodies) && b.Title == "" {
			b = readHeaded(steps, n, b)
		}
		return []Block{b}, nil
	}
	return nil, nil
}

// maxHead is the largest size, in bytes, of date, byline and the like between an article's
// headline and its text.
const maxHead = 600

// maxAbove is how many levels above the text of an article its heading is looked for.
const maxAbove = 5

// readHeaded reads the nearest ancestor with a heading, up to the end of b's text, if little
// else precedes that text; otherwise it returns b.
func readHeaded(steps counter, n *html.Node, b Block) Block {
	up := n
	for range maxAbove {
		if up = up.Parent; up == nil || up.DataAtom == atom.Body || steps.Add(1) != nil {
			return b
		}
		if firstHeading(steps, up) == nil && find(up, atom.H1) == nil {
			continue
		}
		whole := readBlock(steps, up)
		at := strings.Index(whole.Text, b.Text)
		if at < 0 || at > maxHead {
			return b
		}
		whole.Text = whole.Text[:at+len(b.Text)]
		return whole
	}
	return b
}

// isOneArticle reports whether a page marks at least as many articles as it has entries; the
// articles then are its content.
func isOneArticle(list []Block, articles []*html.Node) bool { return len(articles) >= len(list) }

// isArticle reports whether an element is marked as an article by its name, its role or
// microdata.
func isArticle(n *html.Node) bool {
	if n.DataAtom == atom.Article || attribute(n.Attr, "role") == "article" {
		return true
	}
	if hasClass(n, "hentry", "h-entry") { // microformats
		return true
	}
	kind := attribute(n.Attr, "itemtype")
	return strings.HasSuffix(kind, "Article") || strings.HasSuffix(kind, "BlogPosting")
}

// withinArticle reports whether a node lies in an article other than one that spans the whole
// page.
func withinArticle(n *html.Node) bool {
	for up := n.Parent; up != nil; up = up.Parent {
		if isArticle(up) && up.DataAtom != atom.Body && up.DataAtom != atom.Html {
			return true
		}
	}
	return false
}

// chosen drops <article>s that are cards linking to other pages: those without a paragraph and,
// if one has the page's first heading, all others.
func chosen(steps counter, articles []*html.Node, left *[]segment.LeftOut) []*html.Node {
	headed := 0
	for _, n := range articles {
		if find(n, atom.H1) != nil {
			headed++
		}
	}
	var out []*html.Node
	p := pruner{steps: steps}
	for _, n := range articles {
		if (headed == 0 || headed == len(articles) || find(n, atom.H1) != nil) && isStory(readBlock(steps, n)) {
			out = append(out, n)
		} else {
			p.leave(segment.Links, n)
		}
	}
	if len(out) > 0 {
		*left = append(*left, p.leftOut...)
		for _, n := range articles {
			steps.taken[n] = true
		}
	}
	return out
}

// minStory is the least length of an article's text, in letters and signs: a short sentence.
const minStory = 40

// isStory reports whether a block has at least a sentence.
func isStory(b Block) bool {
	return len(b.Text) >= minStory || b.Title != "" && len(b.Text) >= minStory/2
}

// readBlock reads an element as an article. Its heading is the first <h1>, else the first
// heading that no text precedes.
func readBlock(steps counter, n *html.Node) Block {
	var b Block
	h := find(n, atom.H1)
	if h == nil {
		h = firstHeading(steps, n)
	}
	if h != nil {
		b.Title, b.URL = shortText(steps, h), linkOf(h, n)
	}
	for c := range n.Descendants() {
		switch {
		case attribute(c.Attr, "itemprop") == "datePublished" && attribute(c.Attr, "content") != "":
			setTime(&b.Published, steps.parsedTime(attribute(c.Attr, "content")))
		case c.DataAtom == atom.Time, c.DataAtom == atom.Abbr && attribute(c.Attr, "title") != "":
			setTime(&b.Published, timeElement(steps, c, n))
		case b.Byline == "" && (attribute(c.Attr, "rel") == "author" || attribute(c.Attr, "itemprop") == "author"):
			b.Byline = shortText(steps, c)
		}
	}
	if b.Byline == "" {
		b.Byline = writerIn(steps, n)
	}
	if b.Published.IsZero() {
		b.Published = dateAbove(steps, n)
	}
	b.Text = textWithout(steps, n, h)
	return b
}

// maxWriter is how many words a byline has at most.
const maxWriter = 5

// writerIn returns the text of the first element before the paragraphs whose class says that it
// is the author's.
func writerIn(steps counter, n *html.Node) string {
	for c := range n.Descendants() {
		switch {
		case c.DataAtom == atom.P && !hasName(c, "author", "byline", "meta"):
			if len(shortText(steps, c)) > minStory {
				return ""
			}
		case hasName(c, "author", "byline") && isShort(c):
			name := segment.Name(shortText(steps, c))
			if words := strings.Count(name, " ") + 1; name != "" && words <= maxWriter && !strings.ContainsAny(name, "0123456789") {
				return name
			}
		}
	}
	return ""
}

// dateAbove returns the date that is all of the element before an article, such as the heading
// of a day; zero if none.
func dateAbove(steps counter, n *html.Node) time.Time {
	for n = n.PrevSibling; n != nil && n.Type != html.ElementNode; n = n.PrevSibling {
	}
	if n == nil || !isShort(n) {
		return time.Time{}
	}
	return steps.parsedTime(shortText(steps, n))
}

// hasClass reports whether an element has any of the classes.
func hasClass(n *html.Node, classes ...string) bool {
	for class := range strings.FieldsSeq(attribute(n.Attr, "class")) {
		if slices.Contains(classes, class) {
			return true
		}
	}
	return false
}

// find returns the first descendant of a kind.
func find(n *html.Node, a atom.Atom) *html.Node {
	for c := range n.Descendants() {
		if c.DataAtom == a {
			return c
		}
	}
	return nil
}

// firstHeading returns the heading with which a node begins.
func firstHeading(steps counter, n *html.Node) *html.Node {
	for c := range n.Descendants() {
		switch c.DataAtom {
		case atom.H1, atom.H2, atom.H3, atom.H4:
			return c
		case atom.P:
			if len(shortText(steps, c)) > minStory {
				return nil
			}
		}
	}
	return nil
}
