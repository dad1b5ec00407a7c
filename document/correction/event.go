package correction

import (
	"slices"

	"dateline/document"
)

// event corrects an event, and the one of its places nearest to the offset in c.
func (a *applying) event(c *Correction, i int) {
	e := &a.copied().Events[i]
	original := document.Original{Type: e.Type, Status: e.Status, Agent: e.Agent, Target: e.Target, Holder: e.Holder, DatePrecision: e.DatePrecision}
	if e.Date != nil {
		original.Date = *e.Date
	}
	if p := nearestPlace(e.Places, c.PlaceAt); c.Place != nil && p >= 0 {
		was := e.Places[p]
		original.Place, original.Name, original.Lat, original.Lon = was.Place, was.Name, was.Lat, was.Lon
		e.Places = slices.Clone(e.Places)
		e.Places[p] = document.EventPlace{Start: was.Start, End: was.End, Place: &c.Place.ID, Name: &c.Place.Name, Lat: &c.Place.Lat, Lon: &c.Place.Lon, Precision: orNil(c.Place.Precision)}
	}
	e.Corrected = corrected(e.Corrected, c, original)
	e.Reason = reasonOf(c)
	set(&e.Type, c.Type)
	set(&e.Status, c.Status)
	who(&e.Agent, c.Agent)
	who(&e.Target, c.Target)
	who(&e.Holder, c.Holder)
	if c.Date != nil {
		date, precision := *c.Date, precisionOf(c)
		date = date[:min(len(date), dateLength(precision))]
		e.Date, e.DatePrecision, e.DateFrom = &date, precision, fromCorrection
	}
}

// nearestPlace returns the place that starts nearest to an offset, -1 if there are none.
func nearestPlace(places []document.EventPlace, at int) int {
	best := -1
	far := func(i int) int { return max(places[i].Start-at, at-places[i].Start) }
	for i := range places {
		if best < 0 || far(i) < far(best) {
			best = i
		}
	}
	return best
}

// who sets a name, which is empty for nobody.
func who(field **string, name *string) {
	if name != nil {
		*field = orNil(*name)
	}
}

// dateLength is the known length of an event's date, which is cut from 2019-08-21.
func dateLength(precision string) int {
	switch precision {
	case "year":
		return len("2006")
	case "month":
		return len("2006-01")
	}
	return len("2006-01-02")
}
