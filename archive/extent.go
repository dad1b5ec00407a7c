package archive

import "github.com/paulmach/orb"

// extent is the bounding box of the rows added to a layer.
type extent struct {
	layer string
	rows  int
	bound orb.Bound
	known bool // whether any has a geometry
}

func (e *extent) add(g orb.Geometry) {
	e.rows++
	switch {
	case g == nil:
	case e.known:
		e.bound = e.bound.Union(g.Bound())
	default:
		e.bound, e.known = g.Bound(), true
	}
}

// putExtent updates the extent of a layer in gpkg_contents.
func (w *writer) putExtent(e *extent) error {
	if !e.known {
		return w.contents.null().null().null().null().text(e.layer).exec()
	}
	least, most := e.bound.Min, e.bound.Max
	return w.contents.real(least[0]).real(least[1]).real(most[0]).real(most[1]).text(e.layer).exec()
}
