package article

import (
	"fmt"
	"net/url"
	"strings"

	readability "codeberg.org/readeck/go-readability/v2"
	"codeberg.org/readeck/go-readability/v2/render"
	"golang.org/x/net/html"
)

// fromPage makes the articles of a web page: its main content, without what
// stands around it, is cut as a text whose title is known. What the page declares
// of itself (JSON-LD, og: and article: metas, <time>) is believed before what the
// text says, for the first article.
func fromPage(name, text string) ([]Article, error) {
	doc, err := parsePage(text)
	if err != nil {
		return nil, pageError(name, err)
	}
	meta := readMeta(doc)
	meta.url = firstOf(addressOf(name), meta.url)
	content := render.InnerText(doc) // of the whole page: the parser changes it
	address, _ := url.Parse(meta.url)
	parser := readability.NewParser()
	main, err := parser.ParseAndMutate(doc, address)
	if err != nil {
		return nil, pageError(name, fmt.Errorf("%w: %v", ErrBadPage, err))
	}
	if main.Node != nil {
		content = render.InnerText(main.Node)
	}
	articles, err := fromTitled(meta.headline(main.Title()), content, titled)
	if err != nil {
		return nil, pageError(name, err)
	}
	meta.outlet = oneLine(firstOf(meta.outlet, main.SiteName()))
	meta.byline = oneLine(main.Byline())
	for i := range articles {
		meta.give(&articles[i], i == 0)
	}
	return articles, nil
}

func pageError(name string, err error) error {
	return &Error{Input: name, Err: err, Hint: "save the article's text as plain text"}
}

// plainText returns the text of a piece of HTML, a paragraph a line.
func plainText(markup string) (string, error) {
	if !strings.ContainsAny(markup, "<&") {
		return markup, nil
	}
	doc, err := parsePage(markup)
	if err != nil {
		return "", err
	}
	return render.InnerText(doc), nil
}

// parsePage parses HTML, or refuses it when it would take too much.
func parsePage(text string) (*html.Node, error) {
	bare, err := strip(text)
	if err != nil {
		return nil, err
	}
	doc, err := html.Parse(strings.NewReader(bare))
	if err != nil {
		return nil, fmt.Errorf("%w: %v", ErrBadPage, err)
	}
	if weight(doc, 0) > maxWeight {
		return nil, fmt.Errorf("%w: nested too deep for its size", ErrBadPage)
	}
	return doc, nil
}

// maxWeight bounds the work that a page may make: to find the main content, the
// text of an element is looked at once for each element around it.
const maxWeight = 256 << 20

// weight is the sum over nodes of their size times their depth.
func weight(n *html.Node, depth int) int {
	sum := (16 + len(n.Data)) * depth
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		sum += weight(c, depth+1)
	}
	return sum
}

func firstOf(values ...string) string {
	for _, v := range values {
		if v != "" {
			return v
		}
	}
	return ""
}
