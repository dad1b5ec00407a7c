package html

import (
	"slices"
	"strings"

	"dateline/article/segment"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// boilerplate returns the reason why an element is not part of an article, by its kind, else by
// its class and id; "" if it may be part of one.
func boilerplate(n *html.Node) segment.Reason {
	if isHidden(n) {
		return segment.Hidden
	}
	switch n.DataAtom {
	case atom.Nav, atom.Button, atom.Menu, atom.Label:
		return segment.Navigation
	case atom.Footer:
		return segment.Footer
	case atom.Aside:
		return segment.Links
	case atom.Figcaption:
		return segment.Captions
	case atom.Form:
		return segment.Forms
	case atom.Dialog:
		return segment.Cookies
	}
	switch attribute(n.Attr, "role") {
	case "navigation", "search", "menu", "menubar", "toolbar":
		return segment.Navigation
	case "contentinfo":
		return segment.Footer
	case "complementary":
		return segment.Links
	}
	for name := range strings.FieldsSeq(strings.ToLower(attribute(n.Attr, "class") + " " + attribute(n.Attr, "id"))) {
		if reason := named(name); reason != "" {
			return reason
		}
	}
	return ""
}

// isHidden reports whether an element is hidden by its attributes.
func isHidden(n *html.Node) bool {
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden":
			return a.Val != "until-found"
		case "style":
			style := strings.ReplaceAll(strings.ToLower(a.Val), " ", "")
			return strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden")
		}
	}
	return false
}

// boilerplateParts are the words in class names and ids of elements around an article. Names are
// split at hyphens and underscores.
var boilerplateParts = []struct {
	reason segment.Reason
	parts  string
}{
	{segment.Cookies, "cookie cookies cookiebanner cookieconsent gdpr consent cmp onetrust didomi"},
	{segment.Subscription, "newsletter newsletters subscribe subscription paywall signup regwall metered"},
	{segment.Links, "recommended recommendations readmore morestories mostread trending sidebar teaser outbrain taboola"},
	{segment.Navigation, "nav navigation menu topmenu mainmenu breadcrumb breadcrumbs share sharing social sharebar addtoany pagination toolbar skip navbar"},
	{segment.Captions, "caption figcaption credit credits photocredit"},
	{segment.Advertisement, "advert advertisement adverts sponsored sponsor adsbygoogle"},
	{segment.Footer, "colophon copyright authorbox signature"},
}

// named returns the reason that a class name or id suggests.
func named(name string) segment.Reason {
	if isThreadName(name) {
		return segment.Comments
	}
	parts := strings.FieldsFunc(name, func(r rune) bool { return r == '-' || r == '_' })
	if isSiteFooter(parts) || isAboutAuthor(parts) {
		return segment.Footer
	}
	if slices.ContainsFunc(parts, func(part string) bool { return strings.HasPrefix(part, "related") }) {
		return segment.Links
	}
	for _, b := range boilerplateParts {
		for word := range strings.FieldsSeq(b.parts) {
			for i, part := range parts {
				// "has-sidebar" and "no-share" name something else
				if part == word && (i == 0 || !isNegation(parts[i-1])) {
					return b.reason
				}
			}
		}
	}
	return ""
}

// isSiteFooter reports whether a name means the footer of the site, not of a part such as a
// message.
func isSiteFooter(parts []string) bool {
	if len(parts) == 2 && (parts[0] == "site" || parts[0] == "page" || parts[0] == "global" || parts[0] == "main") {
		parts = parts[1:]
	}
	return len(parts) > 0 && parts[0] == "footer"
}

// isAboutAuthor reports whether a name means a box about the author.
func isAboutAuthor(parts []string) bool {
	i := slices.Index(parts, "author")
	if i < 0 {
		return false
	}
	if i > 0 && parts[i-1] == "about" {
		return true
	}
	return i+1 < len(parts) && slices.Contains([]string{"box", "bio", "biography", "card", "profile", "description", "about"}, parts[i+1])
}

func isNegation(part string) bool {
	switch part {
	case "no", "has", "with", "without", "is", "hide", "single", "right", "left":
		return true
	}
	return false
}

// isThreadName reports whether a name means a comment or thread, not a count of comments or an
// article that has some.
func isThreadName(name string) bool {
	switch name {
	case "disqus_thread", "respond", "commentlist", "replies":
		return true
	}
	parts := strings.FieldsFunc(name, func(r rune) bool { return r == '-' || r == '_' })
	for i, part := range parts {
		if part != "comment" && part != "comments" || i > 0 && isNegation(parts[i-1]) {
			continue
		}
		if i+1 == len(parts) {
			return true
		}
		switch parts[i+1] {
		case "list", "area", "section", "body", "content", "thread", "wrapper", "container", "box", "form", "item", "text", "block", "respond", "feed":
			return true
		}
		return parts[i+1][0] >= '0' && parts[i+1][0] <= '9'
	}
	return false
}
