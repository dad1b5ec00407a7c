package geoparse

import (
	"time"

	"dateline/gazetteer"
	"dateline/newsdate"

	"github.com/paulmach/orb"
)

// Input is a text to be parsed. Only Text is needed.
type Input struct {
	Text      string
	Title     string        // context where Text does not begin with it
	Published time.Time     // makes "on Tuesday" a date; its day is that in its own zone
	Around    newsdate.Date // where Published is zero: the day, month or year it lies in, if that is known
	Skip      []Span        // stretches to be left unread, in order: navigation, bylines
	Spans     []Span        // when not nil: resolve exactly these and look for no others
	Demonyms  bool          // give demonyms too, with the country they stand for
}

// Span is a stretch of text in Unicode code points, End exclusive.
type Span struct{ Start, End int }

func (s Span) moved(by int) Span { return Span{s.Start + by, s.End + by} }

// Overlaps reports whether two spans share a code point.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// Result is what was found in a text, in the order of the text.
type Result struct {
	Lang     string // "ar" or "en", by the script of most words
	Focus    *Focus // where the text as a whole is about; nil when that can't be told
	Mentions []Mention
	Fronts   []Front
}

// Role says what a name stands for in its sentence.
type Role string

// Roles of names. Persons and organisations are found in order to leave them
// out.
const (
	RolePlace   Role = "place"   // where something is or happens
	RoleMetonym Role = "metonym" // a government or people: "Ankara said"
	RoleDemonym Role = "demonym" // "Syrian", "سوري"
	RoleAnchor  Role = "anchor"  // where a front is, no more: "the northern countryside of Hama"
	rolePerson  Role = "person"
	roleOrg     Role = "organisation"
	roleNone    Role = ""
)

// Precision says how large the thing is that a point stands for.
type Precision string

// Precisions from the finest to the coarsest.
const (
	Site        Precision = "site"
	Town        Precision = "town"
	District    Precision = "district"
	Governorate Precision = "governorate"
	Area        Precision = "region"
	Land        Precision = "country"
)

// Mention is a place name in the text and what it means.
type Mention struct {
	Span
	Phrase     string           // the text of the span
	Sentence   Span             // the sentence around it
	Role       Role             //
	Place      *gazetteer.Place // nil when no place fits
	Within     *gazetteer.Place // where Place is nil: what the text says it lies in; else nil
	Precision  Precision        // of Place, else of Within; empty when both are nil
	Confidence float64          // 0..1 that Place is the one meant
	Reason     string           // why, in a few words
	Candidates []Candidate      // best first, at most maxCandidates
	When       When             // it happened
}

// Candidate is a place that a name could mean.
type Candidate struct {
	Place *gazetteer.Place
	Name  string  // the name of it that matched
	Score float64 // 0..1, comparable within a mention only
}

const maxCandidates = 5

// FrontKind says what kind of line or area a Front is.
type FrontKind string

// Kinds of fronts.
const (
	Axis        FrontKind = "axis" // a line through places in the order named
	RoadFront   FrontKind = "road" // a road by its name or by its ends
	Contact     FrontKind = "line of contact"
	Pocket      FrontKind = "pocket"
	Border      FrontKind = "border"
	Countryside FrontKind = "countryside" // a part of a division or the surroundings of a town
	Offset      FrontKind = "offset"      // so far from a place in a direction
	RiverFront  FrontKind = "river"       // a river by its name
	RegionFront FrontKind = "region"      // a plain, mountain, desert or zone by its name
)

// Front is an expression for what lies between or around places.
type Front struct {
	Span
	Phrase        string
	Sentence      Span
	Kind          FrontKind
	Geometry      orb.Geometry // lon, lat; the thing itself, without its uncertainty
	UncertaintyKm float64      // how far the true bounds may lie from Geometry
	Schematic     bool         // drawn by rule: not the known outline or course of anything
	Tree          Tree         // the expression as operations on places
	Reading       string       // the expression in plain words
	Anchors       []*gazetteer.Place
	Confidence    float64
	Describes     *Span // the mention whose place it only says the position of; nil when it is a place of its own
	When          When
}

// Focus is the place a text is about.
type Focus struct {
	Place      gazetteer.Place
	Admin1     string // usual English name of its first-level division; empty when unsure
	Confidence float64
}
