// Package correction applies people's corrections to documents. A Document is stored as it was
// read; Apply returns it with the corrections, and the original beside each.
//
//	shown, applied := correction.Apply(d, corrections)
//
// A correction locates its subject by the phrase and its approximate offset. So it survives a
// new reading of the article, and a newer text that still has the phrase.
package correction

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"dateline/document"
	"dateline/geoparse"
	"dateline/geoparse/event"
)

// Correction changes something in an article, or all occurrences of a name in the articles of a
// source, or of all sources.
type Correction struct {
	ID  string `json:"id"`           // given by New
	At  string `json:"at,omitempty"` // RFC 3339
	By  string `json:"by,omitempty"` // its author
	Why string `json:"why,omitempty"`

	Article string `json:"article,omitempty"`  // id; empty for every article
	Source  string `json:"source,omitempty"`   // if Article is empty: only in this outlet
	Of      string `json:"of"`                 // its subject: Mention, Front, Event, Article or Name
	Quote   string `json:"quote,omitempty"`    // the phrase, or the name
	Start   int    `json:"start,omitempty"`    // its approximate offset, in code points
	PlaceAt int    `json:"place_at,omitempty"` // of an event: approximate offset of the corrected place

	Change
}

// The subjects of corrections.
const (
	Mention = "mention"
	Front   = "front"
	Event   = "event"
	Article = "article"
	Name    = "name" // every mention of Quote
)

// Change has the new values. nil leaves a value unchanged.
type Change struct {
	Place         *Place  `json:"place,omitempty"`       // the place meant
	NotAPlace     bool    `json:"not_a_place,omitempty"` // not a place; for a front, not a line or area
	NoEvent       bool    `json:"no_event,omitempty"`    // not an event
	Role          *string `json:"role,omitempty"`
	Kind          *string `json:"kind,omitempty"` // of a front
	Date          *string `json:"date,omitempty"` // a day; of an article, the publication date
	DatePrecision *string `json:"date_precision,omitempty"`
	Title         *string `json:"title,omitempty"`
	Outlet        *string `json:"outlet,omitempty"` // the article's source
	Type          *string `json:"type,omitempty"`   // of an event, as the next four; an empty party is nobody
	Status        *string `json:"status,omitempty"`
	Agent         *string `json:"agent,omitempty"`
	Target        *string `json:"target,omitempty"`
	Holder        *string `json:"holder,omitempty"`
}

// Place is a place of a gazetteer, or a point of the user's own.
type Place struct {
	ID        string  `json:"id"`
	Name      string  `json:"name"`
	Kind      string  `json:"kind,omitempty"`
	Precision string  `json:"precision,omitempty"`
	Lat       float64 `json:"lat"`
	Lon       float64 `json:"lon"`
}

// New returns a correction with its ID, a hash of its content: the same correction twice is one.
// The error says what is wrong with it.
func New(c Correction) (Correction, error) {
	if err := c.checkIDs(); err != nil {
		return c, err
	}
	if err := c.check(); err != nil {
		return c, err
	}
	if c.ID == "" {
		said := c
		said.At = ""
		b, err := json.Marshal(said)
		if err != nil {
			return c, err
		}
		sum := sha256.Sum256(b)
		c.ID = hex.EncodeToString(sum[:8])
	}
	return c, nil
}

// checkIDs checks given ids, and the time of the correction.
func (c *Correction) checkIDs() error {
	ids := [][2]string{{"id", c.ID}, {"article", c.Article}}
	if c.Place != nil {
		if c.Place.ID == "" {
			return errors.New(`"place" has no "id"`)
		}
		ids = append(ids, [2]string{"place.id", c.Place.ID})
	}
	for _, given := range ids {
		member, id := given[0], given[1]
		if id == "" {
			continue
		}
		if err := document.CheckID(id); err != nil {
			return fmt.Errorf("%q: %w", member, err)
		}
	}
	if c.At != "" && document.ParseTime(c.At).IsZero() {
		return fmt.Errorf("\"at\": %q is not a time; write it as 2019-08-22T12:00:00Z", c.At)
	}
	return nil
}

// maxText is the maximum length of a text in a correction in bytes.
const maxText = 10_000

func (c *Correction) check() error {
	switch {
	case c.Of != Article && c.Quote == "":
		return errors.New(`"quote" is missing: the words as the article writes them`)
	case c.Of != Name && c.Article == "":
		return errors.New(`"article" is missing`)
	case c.Of == Article && (c.Place != nil || c.NotAPlace || c.Role != nil || c.Kind != nil):
		return errors.New("an article can only have its title, outlet or date corrected")
	case c.Of != Article && (c.Title != nil || c.Outlet != nil):
		return errors.New("only an article has a title and an outlet")
	case c.Of == Front && (c.Place != nil || c.Role != nil):
		return errors.New("a front can only have its kind or date corrected, or be marked as no front")
	case c.Of == Name && (c.Date != nil || c.Kind != nil):
		return errors.New("a name can only have its place or role corrected, or be marked as no place")
	case c.Of != Mention && c.Of != Front && c.Of != Event && c.Of != Article && c.Of != Name:
		return fmt.Errorf("\"of\" is %q; give mention, front, event, article or name", c.Of)
	case c.Of != Event && c.isOfEvents():
		return errors.New("only an event has a type, status, agent, target and holder, or can be marked as no event")
	case c.Of == Event && (c.NotAPlace || c.Role != nil || c.Kind != nil):
		return errors.New("an event can only have its type, status, place, date, agent, target or holder corrected, or be marked as no event")
	case c.NoEvent && (c.Change != Change{NoEvent: true}):
		return errors.New("it corrects the event and also marks it as no event; give one of them")
	case c.Change == Change{}:
		return errors.New("it corrects nothing")
	case c.NotAPlace && c.Place != nil:
		return errors.New("it gives a place and also marks it as no place; give one of them")
	case c.Place != nil && !(c.Place.Lat >= -90 && c.Place.Lat <= 90 && c.Place.Lon >= -180 && c.Place.Lon <= 180):
		return fmt.Errorf("%g, %g is not a point on the earth (lat, lon)", c.Place.Lat, c.Place.Lon)
	case c.Date != nil && *c.Date != "" && document.ParseTime(*c.Date).IsZero():
		return fmt.Errorf("%q is not a date; write it as 2019-08-22", *c.Date)
	case c.Type != nil && !slices.ContainsFunc(event.Types(), func(k event.Kind) bool { return string(k.Type) == *c.Type }):
		return fmt.Errorf("%q is not a type of event; docs/events.md lists them", *c.Type)
	case c.Status != nil && !slices.Contains(event.Statuses(), event.Status(*c.Status)):
		return fmt.Errorf("%q is not a status; give one of %v", *c.Status, event.Statuses())
	case c.Role != nil && !slices.Contains(roles(), *c.Role):
		return fmt.Errorf("%q is not a role; give one of %s", *c.Role, strings.Join(roles(), ", "))
	case slices.ContainsFunc(c.texts(), func(s string) bool { return strings.ContainsRune(s, 0) }): // PostgreSQL can't store it
		return errors.New("a text in it contains the character U+0000")
	case slices.ContainsFunc(c.texts(), func(s string) bool { return len(s) > maxText }):
		return fmt.Errorf("a text in it has more than %d bytes", maxText)
	}
	return nil
}

// roles are the possible roles of a mention.
func roles() []string {
	return []string{string(geoparse.RolePlace), string(geoparse.RoleMetonym), string(geoparse.RoleDemonym), string(geoparse.RoleAnchor), document.RoleDateline}
}

// texts returns all free text.
func (c *Correction) texts() []string {
	texts := []string{c.Quote, c.Why, c.By}
	for _, s := range []*string{c.Title, c.Outlet, c.Kind, c.Agent, c.Target, c.Holder} {
		if s != nil {
			texts = append(texts, *s)
		}
	}
	if c.Place != nil {
		texts = append(texts, c.Place.ID, c.Place.Name)
	}
	return texts
}

// isOfEvents reports whether a change has values that only events have.
func (c *Change) isOfEvents() bool {
	return c.NoEvent || c.Type != nil || c.Status != nil || c.Agent != nil || c.Target != nil || c.Holder != nil
}

// CanApply reports whether a correction may concern a Document, by its article or source.
func (c *Correction) CanApply(d *document.Document) bool {
	if c.Article != "" {
		return c.Article == d.ID
	}
	return c.Source == "" || c.Source == d.Source
}
