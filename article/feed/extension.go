package feed

import (
	"net/url"

	"github.com/mmcdole/gofeed"
)

// mediaDescription returns what an entry says of its media (Media RSS), as videos
// have it instead of a text.
func mediaDescription(item *gofeed.Item) string {
	media := item.Extensions["media"]
	for _, d := range media["description"] {
		return d.Value
	}
	for _, group := range media["group"] {
		for _, d := range group.Children["description"] {
			return d.Value
		}
	}
	return ""
}

// address returns where an entry can be read: its link, from the feed's where it
// is relative, or its id where that is an address.
func address(item *gofeed.Item, link string) string {
	for _, said := range []string{item.Link, item.GUID} {
		u, err := url.Parse(said)
		if said == "" || err != nil {
			continue
		}
		if base, err := url.Parse(link); err == nil && said == item.Link {
			u = base.ResolveReference(u)
		}
		if (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" {
			return u.String()
		}
	}
	return ""
}
