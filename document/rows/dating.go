package rows

import (
	"time"

	"dateline/document"
	"dateline/geoparse"
	"dateline/newsdate"
)

// dating is the date of a mention or a front.
type dating struct {
	day             time.Time // midnight UTC; zero if unknown
	precision, from string    // as in a Document; empty if unknown
}

// newDating takes the date in a Document, which may be missing: then the day of publication is
// used.
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
