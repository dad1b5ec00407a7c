// Package ownplaces stores the gazetteer places of an archive itself: checkpoints, camps and hills
// that only its sources know.
package ownplaces

import (
	"context"
	"crypto/sha256"
	_ "embed" // tables.sql
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"regexp"
	"strings"

	"dateline/archive"
	"dateline/gazetteer"

	"github.com/paulmach/orb"
)

//go:embed tables.sql
var tables string

// Place is a place that users added to an archive.
type Place struct {
	ID         string   `json:"id"` // given by New
	Name       string   `json:"name"`
	Names      []string `json:"names,omitempty"` // other names, in any script
	Kind       string   `json:"kind"`            // feature class and code of GeoNames, such as P.PPL
	Lon        float64  `json:"lon"`             // degrees, WGS 84
	Lat        float64  `json:"lat"`
	Country    string   `json:"country,omitempty"` // ISO 3166-1 alpha-2
	Admin1     string   `json:"admin1,omitempty"`  // code of the first-level division
	Population int      `json:"population,omitempty"`
	By         string   `json:"by,omitempty"` // who added it
	At         string   `json:"at,omitempty"` // when, RFC 3339
	Why        string   `json:"why,omitempty"`
}

// ErrUnknown reports an id without a place.
var ErrUnknown = errors.New("no such place; dateline place list lists them")

// Prefix is the prefix of the ids of such places.
const Prefix = "own"

// maxText is the maximum length of a name or a reason, in bytes.
const maxText = 200

var kinds = regexp.MustCompile(`^[AHLPRSTUV]\.[A-Z][A-Z0-9]{1,4}$`)

// New checks a place and returns it with its ID, a hash of its name and position: adding the
// same place twice gives one. The error says what is wrong with it.
func New(p Place) (Place, error) {
	p.Name = strings.TrimSpace(p.Name)
	for _, name := range append([]string{p.Name}, p.Names...) {
		if gazetteer.Fold(name) == "" || len(name) > maxText {
			return p, fmt.Errorf("%q is not a name: a name has a letter, and at most %d bytes", name, maxText)
		}
	}
	switch {
	case !(math.Abs(p.Lon) <= 180 && math.Abs(p.Lat) <= 90):
		return p, fmt.Errorf("%g, %g is not a point on the earth (lon, lat)", p.Lon, p.Lat)
	case !kinds.MatchString(p.Kind):
		return p, fmt.Errorf("%q is not a kind; give a class and a code of GeoNames, such as P.PPL for a town, T.HLL for a hill, S.CMP for a camp", p.Kind)
	case p.Population < 0:
		return p, fmt.Errorf("%d is not a number of people", p.Population)
	case len(p.Why) > maxText:
		return p, fmt.Errorf("the reason has more than %d bytes", maxText)
	}
	sum := sha256.Sum256(fmt.Appendf(nil, "%s\n%.5f\n%.5f", p.Name, p.Lon, p.Lat))
	p.ID = Prefix + hex.EncodeToString(sum[:4])
	return p, nil
}

// Entry returns the place as a gazetteer entry.
func (p *Place) Entry() gazetteer.Entry {
	return gazetteer.Entry{Names: p.Names, Place: gazetteer.Place{
		ID: p.ID, Name: p.Name, Kind: gazetteer.Kind(p.Kind), Point: orb.Point{p.Lon, p.Lat},
		Country: p.Country, Admin1: p.Admin1, Population: p.Population, Source: "this archive",
	}}
}

// Entries returns places as gazetteer entries.
func Entries(all []Place) []gazetteer.Entry {
	entries := make([]gazetteer.Entry, len(all))
	for i := range all {
		entries[i] = all[i].Entry()
	}
	return entries
}

// Add adds a place that New has made, or updates the one with its ID.
func Add(ctx context.Context, a *archive.Archive, p Place) error {
	body, err := json.Marshal(p)
	if err != nil {
		return err
	}
	return a.WriteTx(ctx, func(tx *archive.Tx) error {
		if err := tx.MakeTables(tables); err != nil {
			return err
		}
		return tx.Exec(`INSERT INTO dateline_own_places VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body`, p.ID, string(body))
	})
}

// Copy copies the places of one archive into another, empty one.
func Copy(from, to *archive.Tx) error {
	return errors.Join(to.MakeTables(tables), archive.CopyTable(from, to, "dateline_own_places", "id, body", ""))
}

// All returns the places in order of their ids.
func All(ctx context.Context, a *archive.Archive) (all []Place, err error) {
	err = a.ReadTx(ctx, func(tx *archive.Tx) error {
		all = nil
		if has, err := tx.Has("dateline_own_places"); err != nil || !has {
			return err
		}
		for r, err := range tx.Rows(`SELECT id, body FROM dateline_own_places ORDER BY id`) {
			if err != nil {
				return err
			}
			var p Place
			if err := json.Unmarshal([]byte(r.Text(1)), &p); err != nil {
				return fmt.Errorf("the place %s of this archive: %w; dateline place remove takes it out", r.Text(0), err)
			}
			all = append(all, p)
		}
		return nil
	})
	return all, err
}

// Remove deletes a place. Articles resolved to it keep it until they are read again.
func Remove(ctx context.Context, a *archive.Archive, id string) error {
	found, err := a.Delete(ctx, "dateline_own_places", "id", id)
	if err == nil && !found {
		return ErrUnknown
	}
	return err
}
