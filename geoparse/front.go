package geoparse

import (
	"math"
	"strings"

	"dateline/gazetteer"
	"dateline/geo"
	"dateline/geoparse/spatial"
	"dateline/geoparse/spatial/expr"
	"dateline/geoparse/toponym"
)

// spatialInput returns the input of the parser of spatial expressions.
func (p *parse) spatialInput() spatial.Input {
	names := make([]spatial.Name, len(p.Names))
	for i := range names {
		place := p.Taken(i)
		names[i] = spatial.Name{
			Place: place, Anchors: p.canAnchor(i), Mention: p.isMention(i),
			Known: place != nil && place.Kind.Class() == 'P' && p.IsKnown(i, toponym.CommonNeeds),
		}
	}
	return spatial.Input{Text: p.Annotated, Names: names, Support: p.Support, Country: p.country, Geometry: p.drawer.Geometry, CanDraw: p.drawer.CanDraw}
}

// joinsParagraphs reports whether a phrase crosses a blank line.
func joinsParagraphs(phrase string) bool {
	end := strings.IndexByte(phrase, '\n')
	for end >= 0 {
		phrase = phrase[end+1:]
		if end = strings.IndexByte(phrase, '\n'); end >= 0 && strings.TrimSpace(phrase[:end]) == "" {
			return true
		}
	}
	return false
}

// drawn draws expressions; those whose places have no geometry are dropped.
func (p *parse) drawn(expressions []spatial.Expression) []Front {
	var fronts []Front
	for i := range expressions {
		if front, ok := p.front(&expressions[i]); ok {
			fronts = append(fronts, front)
		}
	}
	return fronts
}

// front draws an expression; false if its places have no geometry.
func (p *parse) front(f *spatial.Expression) (Front, bool) {
	drawn := p.drawer.Rounded(&f.Tree)
	if drawn.Geometry == nil {
		return Front{}, false
	}
	start, end := p.Tokens[f.First].Start, p.Tokens[f.Last].End
	confidence := drawn.Sharpness
	anchors := make([]*gazetteer.Place, len(f.Anchors))
	for i, a := range f.Anchors {
		anchors[i] = p.anchorPlace(f, a)
		confidence = min(confidence, drawn.Sharpness*p.Confidence(a))
		if s := &p.Names[a]; s.Last == f.Last {
			end = s.End
		}
	}
	if confidence < minFrontConfidence || joinsParagraphs(p.in.Text[start:end]) {
		return Front{}, false
	}
	out := Front{
		Span: p.RuneSpan(start, end), Phrase: p.in.Text[start:end], Sentence: p.SentenceAround(start, end).Span, Kind: f.Kind, Tree: f.Tree,
		Geometry: drawn.Geometry, UncertaintyKm: math.Round(max(1, drawn.UncertaintyKm)), Schematic: drawn.Schematic,
		Reading: readingOf(f.Kind, &f.Tree, drawn.Reading), Anchors: anchors, Confidence: math.Round(100*confidence) / 100, When: p.whenAt(start),
	}
	if k := f.Describes; k >= 0 && geo.DistanceTo(drawn.Geometry, p.Taken(k).Point) <= describedShare*drawn.UncertaintyKm {
		span := p.RuneSpan(p.Names[k].Start, p.Names[k].End)
		out.Describes = &span
	}
	return out, true
}

// describedShare is how far a place may lie from the footprint of an expression that describes
// it, as a multiple of the uncertainty.
const describedShare = 1.5

// minFrontConfidence is the confidence below which a front is dropped, as its places are guesses.
const minFrontConfidence = 0.25

// anchorPlace returns the place of an anchor in the tree: the one its name was resolved to, or
// the division of that name.
func (p *parse) anchorPlace(f *spatial.Expression, i int) *gazetteer.Place {
	place := p.Taken(i)
	if len(f.Anchors) == 1 {
		if first := f.Tree.First(); first.Kind.IsDivision() {
			place = first
		}
	}
	return place
}

// readingOf prefixes a location with the kind of front.
func readingOf(kind spatial.Kind, tree *Tree, where string) string {
	switch {
	case kind == spatial.Contact && tree.Op != expr.Line:
		return "front: " + where
	case kind == spatial.Pocket:
		return "pocket: " + where
	}
	return where
}

func (p *parse) canAnchor(i int) bool {
	role := p.Names[i].Role
	return (role == toponym.RolePlace || role == toponym.RoleMetonym || role == toponym.RoleDemonym) && p.Taken(i) != nil &&
		(role == toponym.RoleDemonym || p.IsCredible(i))
}
