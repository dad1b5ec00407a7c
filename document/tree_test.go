package document

import (
	"testing"

	"dateline/gazetteer"
	"dateline/geoparse/spatial/expr"
)

func TestTreeJSON(t *testing.T) {
	division := expr.Tree{Place: &gazetteer.Place{ID: "gn173566", Name: "Hama Governorate"}}
	city := expr.Tree{Place: &gazetteer.Place{ID: "gn170017", Name: "Hama"}}
	sector := expr.Tree{Op: expr.Sector, Bearing: "north", Of: []expr.Tree{division}}
	for want, tree := range map[string]expr.Tree{
		`{"place":"gn170017","name":"Hama"}`: city,
		`{"op":"difference","of":[{"op":"sector","bearing":"north","level":"","of":[{"place":"gn173566","name":"Hama Governorate"}]},{"place":"gn170017","name":"Hama"}]}`: {
			Op: expr.Difference, Of: []expr.Tree{sector, city},
		},
		`{"op":"offset","bearing":"east","level":"about","km":12.5,"of":[{"place":"gn170017","name":"Hama"}]}`: {
			Op: expr.Offset, Bearing: "east", Level: "about", Km: 12.5, Of: []expr.Tree{city},
		},
	} {
		if got := string(treeJSON(&tree)); got != want {
			t.Errorf("%v is\n%s, want\n%s", tree, got, want)
		}
	}
}
