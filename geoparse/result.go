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
type Span = token.Span

// Result is what was found in a text, in the order of the text.
type Result struct {
	Lang     string // "ar" or "en", by the script of most words
	Focus    *Focus // where the text as a whole is about; nil when that can't be told
	Mentions []Mention
	Fronts   []Front
	Events   []Event // none where Spans were given
}

// Role says what a name stands for in its sentence.
type Role = toponym.Role

// Roles of names that are given out.
const (
	RolePlace   = toponym.RolePlace   // where something is or happens
	RoleMetonym = toponym.RoleMetonym // a government or people: "Ankara said"
	RoleDemonym = toponym.RoleDemonym // "Syrian", "سوري"
	RoleAnchor  = toponym.RoleAnchor  // where a front is, no more: "the northern countryside of Hama"
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
	Candidates []Candidate      // best first, at most five
	When       When             // it happened
}

// Candidate is a place that a name could mean.
type Candidate = resolve.Candidate

// Front is an expression for what lies between or around places.
type Front struct {
	Span
	Phrase        string
	Sentence      Span
	Kind          spatial.Kind
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

// Tree is a front as operations on places.
type Tree = expr.Tree
