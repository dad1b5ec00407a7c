package geoparse

import (
	"time"

	"github.com/paulmach/orb"

	"dateline/gazetteer"
	"dateline/geoparse/resolve"
	"dateline/geoparse/spatial"
	"dateline/geoparse/spatial/expr"
	"dateline/geoparse/token"
	"dateline/geoparse/toponym"
	"dateline/newsdate"
)

// Input is a text to parse. Only Text is required.
type Input struct {
	Text      string
	Title     string        // context, if Text does not begin with it
	Published time.Time     // resolves "on Tuesday", in its own zone
	Around    newsdate.Date // if Published is zero: the day, month or year it lies in, if known
	Skip      []Span        // ranges not to parse, in order: navigation, bylines
	Spans     []Span        // if not nil: resolve exactly these and find no others
	Demonyms  bool          // also report demonyms, with their country
}

// Span is a range of text in Unicode code points, End exclusive.
type Span = token.Span

// Result has what was found in a text, in text order.
type Result struct {
	Lang     string // "ar" or "en", by the script of most words
	Focus    *Focus // the place that the text is about; nil if unknown
	Mentions []Mention
	Fronts   []Front
	Events   []Event // none where Spans were given
}

// Role is what a name stands for in its sentence.
type Role = toponym.Role

// Roles of reported names.
const (
	RolePlace   = toponym.RolePlace   // where something is or happens
	RoleMetonym = toponym.RoleMetonym // a government or people: "Ankara said"
	RoleDemonym = toponym.RoleDemonym // "Syrian", "سوري"
	RoleAnchor  = toponym.RoleAnchor  // only locates a front: "the northern countryside of Hama"
)

// Precision is the size of the place that a point represents.
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

// Mention is an occurrence of a toponym, with the place it was resolved to.
type Mention struct {
	Span
	Phrase     string           // text of the span
	Sentence   Span             // the sentence that contains it
	Role       Role             //
	Place      *gazetteer.Place // nil if no candidate fits
	Within     *gazetteer.Place // if Place is nil: the place that, by the text, contains it; else nil
	Precision  Precision        // of Place, else of Within; empty if both are nil
	Confidence float64          // probability, 0..1, that Place is meant
	Reason     string           // the evidence, in a few words
	Candidates []Candidate      // best first, at most five
	When       When             // it happened
}

// Candidate is a place that a toponym could mean.
type Candidate = resolve.Candidate

// Front is a spatial expression, drawn as a line, area or point.
type Front struct {
	Span
	Phrase        string
	Sentence      Span
	Kind          spatial.Kind
	Geometry      orb.Geometry // lon, lat; without its uncertainty
	UncertaintyKm float64      // how far the true bounds may lie from Geometry
	Schematic     bool         // drawn by rule: not the known outline or course of anything
	Tree          Tree         // the expression as operations on places
	Reading       string       // the expression in plain words
	Anchors       []*gazetteer.Place
	Confidence    float64
	Describes     *Span // the mention whose position it only describes; nil if it is a place of its own
	When          When
}

// Tree is a spatial expression as operations on places.
type Tree = expr.Tree
