package html

import (
	"math"
	"strings"

	"dateline/article/segment"

	"golang.org/x/net/html"
)

// leaveAround records in LeftOut the text around the marked articles that is neither part of
// them nor metadata.
func (p *Page) leaveAround(steps counter, body *html.Node) {
	told := map[string]bool{p.Headline(): true, p.Heading: true, p.Outlet: true, p.Byline: true, "": true}
	for _, b := range p.Blocks {
		told[b.Title], told[b.Byline] = true, true
		for l := range strings.SplitSeq(b.Text, "\n") {
			told[strings.TrimSpace(l)] = true
		}
	}
	w := writer{steps: steps, limit: math.MaxInt, skip: func(n *html.Node) bool { return steps.taken[n] }}
	w.node(body, false)
	var lines []string
	for l := range strings.SplitSeq(w.b.String(), "\n") {
		if l = strings.TrimSpace(l); !told[l] {
			lines = append(lines, l)
		}
	}
	if len(lines) > 0 {
		p.LeftOut = append(p.LeftOut, segment.LeftOut{Reason: segment.Around, Text: strings.Join(lines, "\n")})
	}
}
