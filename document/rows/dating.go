package rows

import (
	"time"

	"dateline/document"
	"dateline/geoparse"
	"dateline/newsdate"
)

// dating says when that happened which is told of a mention or a front.
type dating struct {
	day             time.Time // midnight UTC; zero when nothing is known
	precision, from string    // as in a Document; empty when nothing is known
}

// newDating takes what a Document says, which may be nothing more than a day or
// nothing at all: then the day of publication holds.
func newDating(date, precision, from string, published time.Time) dating {
	d := dating{document.ParseTime(date), precision, from}
	if d.day.IsZero() {
		d = dating{day: published, from: string(geoparse.FromPublished)}
	}
	switch {
	case d.day.IsZero():
		return dating{}
	case d.precision == "":
		d.precision = newsdate.Day.String()
	}
	if d.from == "" {
		d.from = string(geoparse.FromText)
	}
	return d
}
