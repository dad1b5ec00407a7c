package html

import (
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
		case n.DataAtom == atom.Article || attribute(n.Attr, "role") == "article":
			if !within(n, atom.Article) {
				articles = append(articles, n)
			}
		case attribute(n.Attr, "itemprop") == "articleBody":
			bodies = append(bodies, n)
		case n.DataAtom == atom.Main || attribute(n.Attr, "role") == "main":
			mains = append(mains, n)
		}
	}
	if list := entries(steps, body, day); list != nil && !isOneArticle(list, articles) {
		return list, nil
	}
	if articles = chosen(steps, articles, left); len(articles) > 0 {
		var out []Block
		for _, n := range articles {
			out = append(out, readBlock(steps, n))
		}
		return out, nil
	}
	for _, n := range append(bodies, mains...) {
		if b := readBlock(steps, n); isStory(b) {
			return []Block{b}, nil
		}
	}
	return nil, nil
}

// isOneArticle reports whether a page marks as many articles as it has entries, or
// more: then those are what it holds.
func isOneArticle(list []Block, articles []*html.Node) bool { return len(articles) >= len(list) }

// within reports whether an element of that kind stands around a node.
func within(n *html.Node, a atom.Atom) bool {
	for up := n.Parent; up != nil; up = up.Parent {
		if up.DataAtom == a {
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
		b.Title = shortText(steps, h)
	}
	for c := range n.Descendants() {
		switch {
		case c.DataAtom == atom.Time, c.DataAtom == atom.Abbr && attribute(c.Attr, "title") != "":
			setTime(&b.Published, timeElement(steps, c, n))
		case b.Byline == "" && (attribute(c.Attr, "rel") == "author" || attribute(c.Attr, "itemprop") == "author"):
			b.Byline = shortText(steps, c)
		}
	}
	b.Text = textWithout(steps, n, h)
	return b
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
