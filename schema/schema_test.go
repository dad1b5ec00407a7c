package schema

import (
	"regexp"
	"testing"
)

// TestCollections: names are unique words valid in paths and parameters, each is described, and
// later additions have their version.
func TestCollections(t *testing.T) {
	word := regexp.MustCompile(`^[a-z][a-z0-9_]*$`)
	reserved := map[string]bool{"id": true, "geom": true, "fid": true, "geometry": true, "count": true, "f": true, "limit": true, "bbox": true, "datetime": true, "q": true, "filter": true}
	ids := map[string]bool{}
	for _, c := range Collections() {
		if ids[c.ID] || !word.MatchString(c.ID) || c.Title == "" || c.Description == "" {
			t.Errorf("collection %q", c.ID)
		}
		ids[c.ID] = true
		names := map[string]bool{}
		for i, p := range c.Properties {
			if names[p.Name] || reserved[p.Name] || !word.MatchString(p.Name) || p.About == "" || c.Index(p.Name) != i {
				t.Errorf("%s.%s", c.ID, p.Name)
			}
			if p.Derived && p.Never || p.Unique && !p.Type.IsText() || p.Instant && p.Type != Date || p.Since > Version {
				t.Errorf("%s.%s: flags that don't go together, or a Since after Version", c.ID, p.Name)
			}
			names[p.Name] = true
		}
		if more := c.With(Property{Name: "new"}); more.Index("new") != len(c.Properties) || c.Index("new") >= 0 {
			t.Errorf("%s: With", c.ID)
		}
		last := c.Properties[len(c.Properties)-1].Name
		if only := c.Only([]string{last, "new"}); len(only.Properties) != 1 || only.Index(last) != 0 || c.Only(nil).Index(last) != len(c.Properties)-1 {
			t.Errorf("%s: Only", c.ID)
		}
	}
}
