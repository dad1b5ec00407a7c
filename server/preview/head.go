package preview

import (
	"fmt"
	"html"
	"strings"

	"dateline/server"
)

// Head returns the tags that describe where a link to the page leads (https://ogp.me/), for the
// head of the page. Without an address of the server there is no picture, as its address must be
// absolute.
func (p *Preview) Head(req *server.Request) (string, error) {
	s, err := newScene(req, req.View, req.Query)
	if err != nil {
		return "", err
	}
	var b strings.Builder
	tag := func(attribute, name, content string) {
		fmt.Fprintf(&b, "<meta %s=\"%s\" content=\"%s\" />\n", attribute, name, html.EscapeString(content))
	}
	tag("property", "og:type", "website")
	tag("property", "og:site_name", "Dateline")
	tag("property", "og:title", s.title())
	tag("property", "og:description", s.description())
	tag("name", "description", s.description())
	if req.Base == "" {
		return b.String(), nil
	}
	image := req.Base + picturePath
	if query := known(req.Query).Encode(); query != "" {
		image += "?" + query
	}
	tag("property", "og:image", image)
	tag("property", "og:image:type", typePNG)
	tag("property", "og:image:width", fmt.Sprint(width))
	tag("property", "og:image:height", fmt.Sprint(height))
	tag("property", "og:image:alt", s.title())
	tag("name", "twitter:card", "summary_large_image")
	return b.String(), nil
}
