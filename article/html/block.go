package html

import (
	"slices"
	"strings"
	"time"

	"dateline/article/segment"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Block is one article of a page, as its elements mark it.
type Block struct {
	Title     string    // its own heading; may be empty
	Byline    string    // may be empty
	Published time.Time // of its own <time>; zero when it has none
	Text      string    // without the title
	URL       string    // that its heading or its time links to; may be empty
	Entry     bool      // one of a list of entries, as of a live blog: not to be cut further

	clock bool // of its time only that of day is said
}

// blocks returns the articles that the elements of a page mark: <article>s, an
// element with the property articleBody, or <main>. There are none where the page
// marks none.
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

// maxHead is how many bytes date, writer and their like take between the headline of an
// article and its text.
const maxHead = 600

// maxAbove is how many elements lie between the text of an article and that element.
const maxAbove = 5

// readHeaded reads the nearest element around the text of an article, read as b, that has a
// heading, down to the end of that text, where little else stands above it; else it returns b.
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

// isOneArticle reports whether a page marks as many articles as it has entries, or
// more: then those are what it holds.
func isOneArticle(list []Block, articles []*html.Node) bool { return len(articles) >= len(list) }

// isArticle reports whether an element is marked as an article: by itself, by its role, or
// by microdata.
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

// withinArticle reports whether an article stands around a node, but for one that is the
// whole page.
func withinArticle(n *html.Node) bool {
	for up := n.Parent; up != nil; up = up.Parent {
		if isArticle(up) && up.DataAtom != atom.Body && up.DataAtom != atom.Html {
			return true
		}
	}
	return false
}

// chosen leaves out the <article>s that are cards which lead to other pages: those
// that have no paragraph, and, where one has the page's first heading, all others.
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

// minStory is how many letters and signs a text must have to be one: those of a
// short sentence.
const minStory = 40

// isStory reports whether a block has a sentence.
func isStory(b Block) bool {
	return len(b.Text) >= minStory || b.Title != "" && len(b.Text) >= minStory/2
}

// readBlock reads an element as an article. Its heading is the first <h1> in it,
// else the first heading, where no text stands before that.
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

// maxWriter is how many words the name of a writer has, with what stands before it.
const maxWriter = 5

// writerIn returns the name in the first element before the paragraphs of an article that is
// called one of the author.
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

// dateAbove returns the date that stands alone in the element before an article, as the
// heading of its day does; the zero time for none.
func dateAbove(steps counter, n *html.Node) time.Time {
	for n = n.PrevSibling; n != nil && n.Type != html.ElementNode; n = n.PrevSibling {
	}
	if n == nil || !isShort(n) {
		return time.Time{}
	}
	return steps.parsedTime(shortText(steps, n))
}

// hasClass reports whether an element has one of the classes.
func hasClass(n *html.Node, classes ...string) bool {
	for class := range strings.FieldsSeq(attribute(n.Attr, "class")) {
		if slices.Contains(classes, class) {
			return true
		}
	}
	return false
}

// find returns the first element of a kind in a node.
func find(n *html.Node, a atom.Atom) *html.Node {
	for c := range n.Descendants() {
		if c.DataAtom == a {
			return c
		}
	}
	return nil
}

// firstHeading returns the heading that a node begins with.
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
