package page

import (
	"fmt"
	"html"
	"net/url"
	"strings"
)

// MapLinks are other web maps in which the page offers to open a place.
type MapLinks []mapLink

type mapLink struct{ name, url string }

// NewMapLinks takes links as NAME=URL, whose address has {lat} and {lon} for the place in
// degrees, and optionally {z} for the zoom. "none" alone is none.
func NewMapLinks(links []string) (MapLinks, error) {
	if len(links) == 1 && links[0] == "none" {
		return nil, nil
	}
	var all MapLinks
	for _, link := range links {
		name, address, _ := strings.Cut(link, "=")
		u, err := url.Parse(strings.NewReplacer("{", "", "}", "").Replace(address))
		switch {
		case strings.TrimSpace(name) == "" || address == "":
			return nil, fmt.Errorf("%q: write it as NAME=https://maps.example/{z}/{lat}/{lon}", link)
		case err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "":
			return nil, fmt.Errorf("%q: the address must begin with https:// or http://", link)
		case !strings.Contains(address, "{lat}") || !strings.Contains(address, "{lon}"):
			return nil, fmt.Errorf("%q: the address must have {lat} and {lon}", link)
		}
		all = append(all, mapLink{strings.TrimSpace(name), address})
	}
	return all, nil
}

// into adds the links to the head of the page.
func (l MapLinks) into(page []byte) []byte {
	var b strings.Builder
	for _, m := range l {
		fmt.Fprintf(&b, "<meta name=\"dateline-map\" content=\"%s\" data-name=\"%s\" />\n", html.EscapeString(m.url), html.EscapeString(m.name))
	}
	return intoHead(page, b.String())
}
