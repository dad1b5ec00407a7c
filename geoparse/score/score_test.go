package score

import (
	"math"
	"strings"
	"testing"

	"dateline/gazetteer"
	"dateline/geo"
	"dateline/geoparse"

	"github.com/paulmach/orb"
)

func at(lon, lat float64) *gazetteer.Place { return &gazetteer.Place{Point: orb.Point{lon, lat}} }

func mention(start, end int, place *gazetteer.Place) geoparse.Mention {
	return geoparse.Mention{Span: geoparse.Span{Start: start, End: end}, Place: place}
}

// readGold reads a document that is written over several lines.
func readGold(t *testing.T, document string) []Document {
	t.Helper()
	gold, err := ReadGold(strings.NewReader(strings.ReplaceAll(document, "\n", " ")))
	if err != nil {
		t.Fatal(err)
	}
	return gold
}

func TestMeasureToponyms(t *testing.T) {
	gold := readGold(t, `
{"id":1,"text":"Aleppo, Hama Province, Idlib and the town","toponyms":[
 {"start":0,"end":6,"phrase":"Aleppo","lat":36.2,"lon":37.16,"tol_km":10},
 {"start":8,"end":21,"phrase":"Hama Province","lat":35.13,"lon":36.76,"tol_km":10},
 {"start":23,"end":28,"phrase":"Idlib","lat":35.93,"lon":36.63,"tol_km":10},
 {"start":33,"end":41,"phrase":"the town","lat":35.93,"lon":36.63}]}`)
	mentions := [][]geoparse.Mention{{
		mention(0, 6, at(37.16, 36.2)),    // the same span, the right place
		mention(8, 12, at(36.76, 35.13)),  // part of the span, the right place
		mention(23, 28, at(-100, 40)),     // the same span, a place far away
		mention(29, 32, at(36.63, 35.93)), // no name at all
	}}
	got := MeasureToponyms(gold, mentions, false)
	want := Toponyms{
		Documents: 1, Gold: 4, Predicted: 4,
		Strict:          Ratio{2.0 / 4, 2.0 / 4, 0.5},
		Overlap:         Ratio{3.0 / 4, 3.0 / 4, 0.75},
		WithCoordinates: 4, Within161: 2.0 / 4, FoundWithin161: 2.0 / 3, MedianKm: 0,
		WithTolerance: 3, WithinTolerance: 2.0 / 3,
	}
	got.MeanKm, got.AUC = 0, 0
	if got != want {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	if got := MeasureToponyms(gold, mentions, true); got.Gold != 3 || got.Overlap.Recall != 1 {
		t.Errorf("phrases without capitals are not optional: %+v", got)
	}
}

func TestMeasureErrors(t *testing.T) {
	gold := readGold(t, `{"id":1,"text":"A B","toponyms":[
 {"start":0,"end":1,"phrase":"A","lat":0,"lon":0},{"start":2,"end":3,"phrase":"B","lat":0,"lon":0}]}`)
	degree := geo.Distance(orb.Point{0, 0}, orb.Point{1, 0})
	got := MeasureToponyms(gold, [][]geoparse.Mention{{mention(0, 1, at(1, 0)), mention(2, 3, at(3, 0))}}, false)
	if math.Abs(got.MeanKm-2*degree) > 0.1 || got.Within161 != 0.5 {
		t.Errorf("%+v", got)
	}
	auc := (math.Log(degree+1) + math.Log(3*degree+1)) / 2 / math.Log(20039)
	if math.Abs(got.AUC-auc) > 0.001 {
		t.Errorf("AUC %v, want %v", got.AUC, auc)
	}
}

func TestMeasureFronts(t *testing.T) {
	gold := readGold(t, `{"id":"f","text":"","fronts":[
 {"start":0,"end":10,"geometry":"area","bearing":0,"anchors":[{"name":"Hama","lat":35.13,"lon":36.76}]},
 {"start":20,"end":30,"geometry":"line","anchors":[{"name":"Hama","lat":35.13,"lon":36.76},{"name":"Aleppo","lat":36.2,"lon":37.16}]},
 {"start":40,"end":50,"geometry":"point","anchors":[]}]}`)
	hama := gazetteer.Place{Point: orb.Point{36.76, 35.13}}
	north := orb.Polygon{{{36.6, 35.3}, {36.9, 35.3}, {36.9, 35.5}, {36.6, 35.5}, {36.6, 35.3}}}
	fronts := []geoparse.Front{
		{Span: geoparse.Span{Start: 3, End: 12}, Geometry: north, Anchors: []*gazetteer.Place{&hama}},
		{Span: geoparse.Span{Start: 20, End: 30}, Geometry: orb.LineString{{36.76, 35.13}, {36.77, 35.2}}, Anchors: []*gazetteer.Place{&hama}},
	}
	got := MeasureFronts(gold, [][]geoparse.Front{fronts})
	want := Fronts{Gold: 3, Predicted: 2, Recall: 2.0 / 3, Kind: 1, Anchors: 0.5, Direction: 1, WithAnchors: 2, WithBearing: 1}
	if got != want {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	south := north.Clone()
	for i := range south[0] {
		south[0][i][1]--
	}
	fronts[0].Geometry = south
	if got := MeasureFronts(gold, [][]geoparse.Front{fronts}); got.Direction != 0 {
		t.Errorf("south passes for north: %+v", got)
	}
}

func TestMeasureFocus(t *testing.T) {
	gold := []Document{{Governorate: "Deir ez-Zor"}, {Governorate: "Damascus"}, {Governorate: "Idlib"}, {Governorate: "Homs"}, {}}
	focus := []*geoparse.Focus{{Admin1: "Deir Ezzor Governorate"}, {Admin1: "Rif Dimashq"}, {Admin1: "Hama"}, nil, {Admin1: "Hama"}}
	if got, want := MeasureFocus(gold, focus), (Focus{Gold: 4, Silent: 1, Accuracy: 0.5}); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

func TestReadGoldNamesTheLine(t *testing.T) {
	_, err := ReadGold(strings.NewReader("{\"id\":1,\"text\":\"\"}\n\n{\"id\":\n"))
	if err == nil || !strings.Contains(err.Error(), "line 3") {
		t.Errorf("%v", err)
	}
}
