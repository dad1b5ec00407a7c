package notify

import (
	"crypto/rand"
	"encoding/base64"
	"errors"
	"fmt"
	"net/url"
	"regexp"
	"strings"
	"time"
	"unicode/utf8"

	"dateline/archive/subscriptions"
	"dateline/query"
	"dateline/view"
)

// Request is a subscription as users make it.
type Request struct {
	Name       string `json:"name"`
	Address    string `json:"address"`              // called by POST
	Collection string `json:"collection,omitempty"` // default mentions
	BBox       string `json:"bbox,omitempty"`       // west,south,east,north
	Near       string `json:"near,omitempty"`       // lon,lat,km: a circle
	Datetime   string `json:"datetime,omitempty"`
	Filter     string `json:"filter,omitempty"` // CQL2
	Every      int    `json:"every,omitempty"`  // minimum seconds between calls; default an hour, 86400 for a daily digest
	Secret     string `json:"secret,omitempty"` // signs the calls; generated if empty
}

// names are the valid names of subscriptions, but for the bound maxName: it would compile to 63
// copies of the class, at every start.
var names = regexp.MustCompile(`^[\pL\pN][\pL\pN ._-]*$`)

const maxName = 64 // characters

// Subscription returns the requested subscription, with a secret, due at a time; or what is
// wrong with it.
func (r Request) Subscription(now time.Time) (s subscriptions.Subscription, err error) {
	s = subscriptions.Subscription{
		Name: r.Name, Collection: r.Collection, Within: r.BBox, Datetime: r.Datetime, Filter: r.Filter,
		Address: r.Address, Secret: r.Secret, Every: time.Duration(r.Every) * time.Second, Due: now,
	}
	if s.Collection == "" {
		s.Collection = "mentions"
	}
	if r.Every == 0 {
		s.Every = time.Hour
	}
	u, err := url.Parse(r.Address)
	switch {
	case !names.MatchString(r.Name) || utf8.RuneCountInString(r.Name) > maxName:
		return s, fmt.Errorf("name: %q; give letters, digits, blanks and . _ -, at most 64", r.Name)
	case err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Hostname() == "":
		return s, fmt.Errorf("address: %q does not begin with https:// or http://", r.Address)
	case s.Collection != "mentions" && s.Collection != "fronts" && s.Collection != "events" && s.Collection != "articles":
		return s, fmt.Errorf("collection: %q; give mentions, fronts, events or articles", s.Collection)
	case s.Every < time.Second:
		return s, fmt.Errorf("every: %v; give at least 1s", s.Every)
	case r.BBox != "" && r.Near != "":
		return s, errors.New("near: give a box or a circle, not both")
	case isCircle(r.BBox):
		return s, fmt.Errorf("bbox: %q; give west,south,east,north", r.BBox)
	case r.Near != "":
		s.Within = r.Near
		if _, err := query.ParseCircle(r.Near); err != nil {
			return s, fmt.Errorf("near: %w", err)
		}
	}
	layer, _ := view.New(nil).Layer(s.Collection)
	if _, err := queryOf(&s, query.Fields(layer.Schema)); err != nil {
		return s, err
	}
	if s.Secret == "" {
		var b [24]byte
		_, err = rand.Read(b[:])
		s.Secret = SecretPrefix + base64.StdEncoding.EncodeToString(b[:])
	}
	return s, err
}

// queryOf parses what a subscription selects.
func queryOf(s *subscriptions.Subscription, fields []query.Field) (*query.Query, error) {
	q := &query.Query{}
	var err error
	switch {
	case isCircle(s.Within):
		if q.Filter, err = query.ParseCircle(s.Within); err != nil {
			return nil, fmt.Errorf("near: %w", err)
		}
	case s.Within != "":
		if q.BBox, err = query.ParseBBox(s.Within); err != nil {
			return nil, fmt.Errorf("bbox: %w", err)
		}
	}
	if s.Datetime != "" {
		if q.Datetime, err = query.ParseDatetime(s.Datetime); err != nil {
			return nil, fmt.Errorf("datetime: %w", err)
		}
	}
	if s.Filter == "" {
		return q, nil
	}
	read := query.ParseFilter
	if strings.HasPrefix(strings.TrimSpace(s.Filter), "{") {
		read = query.ParseFilterJSON
	}
	f, err := read(s.Filter, fields, query.CRS84)
	if err != nil {
		return nil, fmt.Errorf("filter: %w", err)
	}
	q.Filter = q.Filter.And(f)
	return q, nil
}

// isCircle tells a circle, which has three numbers, from a box.
func isCircle(within string) bool { return strings.Count(within, ",") == 2 }
