package correction

import (
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"slices"

	"dateline/document"
)

// Request is a correction as users make it: of a feature, by its id.
type Request struct {
	Feature    string `json:"feature"`              // id of a mention, a front, an event at one of its places, or an article
	Of         string `json:"of,omitempty"`         // mention, front, event or article; default mention
	Everywhere string `json:"everywhere,omitempty"` // article, source or archive: all occurrences of the mention's name in it

	PlaceID   string  `json:"place_id,omitempty"` // in the gazetteer
	Point     *LonLat `json:"point,omitempty"`    // lon, lat: a point of the user's own
	PlaceName string  `json:"place_name,omitempty"`

	NotAPlace     bool    `json:"not_a_place,omitempty"`
	NoEvent       bool    `json:"no_event,omitempty"`
	Type          *string `json:"type,omitempty"` // of an event, as the next four; an empty party is nobody
	Status        *string `json:"status,omitempty"`
	Agent         *string `json:"agent,omitempty"`
	Target        *string `json:"target,omitempty"`
	Holder        *string `json:"holder,omitempty"`
	Role          *string `json:"role,omitempty"`
	Kind          *string `json:"kind,omitempty"`
	Date          *string `json:"date,omitempty"`
	DatePrecision *string `json:"date_precision,omitempty"`
	Title         *string `json:"title,omitempty"`
	Outlet        *string `json:"outlet,omitempty"`
	By            string  `json:"-"` // the user, not settable by the request
	Why           string  `json:"why,omitempty"`
}

var featureID = regexp.MustCompile(`^(.+)-\d+-\d+(?:~\d+)?$`)

// ArticleID returns the id of the feature's article.
func (r *Request) ArticleID() string {
	if m := featureID.FindStringSubmatch(r.Feature); m != nil && r.Of != Article {
		return m[1]
	}
	return r.Feature
}

// LonLat is a longitude and a latitude in degrees.
type LonLat [2]float64

// UnmarshalJSON accepts an array of exactly two numbers.
func (p *LonLat) UnmarshalJSON(text []byte) error {
	var all []*float64 // nil for null, which a float64 would read as 0
	if err := json.Unmarshal(text, &all); err != nil || len(all) != len(p) || slices.Contains(all, nil) {
		return fmt.Errorf(`"point" is %s; give [lon, lat]`, text[:min(len(text), 40)])
	}
	*p = LonLat{*all[0], *all[1]}
	return nil
}

// ErrNoFeature reports a Request for something that is not in its article.
var ErrNoFeature = errors.New("no such feature")

// In returns the requested Correction of a Document, which must be that of ArticleID. find looks
// an id up in the gazetteer.
func (r *Request) In(d *document.Document, find func(id string) (Place, bool)) (Correction, error) {
	c := Correction{By: r.By, Why: r.Why, Article: d.ID, Of: r.Of, Change: Change{
		NotAPlace: r.NotAPlace, Role: r.Role, Kind: r.Kind, Date: r.Date, DatePrecision: r.DatePrecision, Title: r.Title, Outlet: r.Outlet,
		NoEvent: r.NoEvent, Type: r.Type, Status: r.Status, Agent: r.Agent, Target: r.Target, Holder: r.Holder,
	}}
	if c.Of == "" {
		c.Of = Mention
	}
	if err := r.anchor(&c, d); err != nil {
		return c, err
	}
	if err := r.place(&c, find); err != nil {
		return c, err
	}
	switch {
	case r.Everywhere == "":
		return New(c)
	case c.Of != Mention:
		return c, errors.New(`only what a name means is corrected "everywhere"`)
	}
	c.Of, c.Start = Name, 0
	switch r.Everywhere {
	case "article":
	case "source":
		if d.Source == "" {
			return c, errors.New("the article names no source; correct the article, or the archive")
		}
		c.Article, c.Source = "", d.Source
	case "archive":
		c.Article = ""
	default:
		return c, fmt.Errorf(`"everywhere" is %q; give article, source or archive`, r.Everywhere)
	}
	return New(c)
}

// anchor locates the feature in the text.
func (r *Request) anchor(c *Correction, d *document.Document) error {
	switch c.Of {
	case Mention:
		i := slices.Index(d.MentionIDs(), r.Feature)
		if i < 0 {
			return fmt.Errorf("mention %q: %w", r.Feature, ErrNoFeature)
		}
		c.Quote, c.Start = d.Mentions[i].Phrase, d.Mentions[i].Start
	case Front:
		i := slices.Index(d.FrontIDs(), r.Feature)
		if i < 0 {
			return fmt.Errorf("front %q: %w", r.Feature, ErrNoFeature)
		}
		c.Quote, c.Start = d.Fronts[i].Phrase, d.Fronts[i].Start
	case Event:
		for i, ids := range d.EventIDs() {
			if at := slices.Index(ids, r.Feature); at >= 0 {
				e := &d.Events[i]
				if c.Quote, c.Start = e.Trigger, e.Start; at < len(e.Places) {
					c.PlaceAt = e.Places[at].Start
					r.nameOf(&e.Places[at])
				}
				return nil
			}
		}
		return fmt.Errorf("event %q: %w", r.Feature, ErrNoFeature)
	}
	return nil
}

// nameOf names a given point after the event's place.
func (r *Request) nameOf(p *document.EventPlace) {
	if r.PlaceName == "" && p.Name != nil {
		r.PlaceName = *p.Name
	}
}

// place returns the place that is meant.
func (r *Request) place(c *Correction, find func(id string) (Place, bool)) error {
	switch {
	case r.PlaceID != "" && r.Point != nil:
		return errors.New("give a place of the gazetteer, or a point, not both")
	case r.PlaceID != "":
		p, found := find(r.PlaceID)
		if !found {
			return fmt.Errorf("no gazetteer has a place %q", r.PlaceID)
		}
		c.Place = &p
	case r.Point != nil:
		lon, lat := r.Point[0], r.Point[1]
		name := r.PlaceName
		if name == "" {
			name = c.Quote
		}
		c.Place = &Place{ID: fmt.Sprintf("pt%.5f_%.5f", lat, lon), Name: name, Kind: "coordinates", Precision: "given", Lat: lat, Lon: lon}
	}
	return nil
}
