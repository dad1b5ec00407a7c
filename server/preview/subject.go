package preview

import (
	"cmp"
	"context"
	"fmt"
	"net/url"
	"strings"

	"dateline/feature"
	"dateline/schema"
	"dateline/view"
)

// rename names places in the language of the scene.
func (s *scene) rename(ctx context.Context, v *view.View, all []spot) error {
	ids := make([]string, len(all))
	for i := range all {
		ids[i] = all[i].place
	}
	found, err := find(ctx, v, schema.Places, ids...)
	for i, f := range found {
		all[i].name = cmp.Or(s.nameOf(f), all[i].name)
	}
	return err
}

// nameOf returns a place's name, in the language of the scene if known; empty if there is no
// such place.
func (s *scene) nameOf(place feature.Feature) string {
	name := text(place, "name")
	if s.words.rtl {
		return cmp.Or(text(place, "name_ar"), name)
	}
	return name
}

// text returns a text property; empty if there is none.
func text(f feature.Feature, property string) string {
	s, _ := f.Property(property).(string)
	return s
}

// find returns the features with these ids, zero for unknown ones.
func find(ctx context.Context, v *view.View, collection string, ids ...string) ([]feature.Feature, error) {
	r, _, err := v.Reader(ctx, collection, nil)
	if err != nil {
		return nil, err
	}
	return r.Find(ctx, ids...)
}

// subjectOf returns what is open: the article, the place, or the words of a search.
func (s *scene) subjectOf(ctx context.Context, v *view.View, asked url.Values, article string) (string, error) {
	for _, open := range []struct {
		collection, id string
		name           func(feature.Feature) string
	}{
		{schema.Articles, article, func(f feature.Feature) string { return text(f, "title") }},
		{schema.Places, s.chosen, s.nameOf},
	} {
		if open.id == "" {
			continue
		}
		found, err := find(ctx, v, open.collection, open.id)
		if err != nil {
			return "", err
		}
		if name := open.name(found[0]); found[0] != (feature.Feature{}) && (name != "" || open.collection == schema.Articles) {
			return name, nil
		}
	}
	if words := strings.TrimSpace(clip(asked.Get("q"))); words != "" {
		return fmt.Sprintf(s.words.quoted, words), nil
	}
	return "", nil
}
