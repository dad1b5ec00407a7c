package archive

import "time"

// timeLayout has milliseconds, always three, so that times as texts are in their order.
const timeLayout = "2006-01-02T15:04:05.000Z"

// FormatTime returns a time as the archive's own tables hold it, "" for the zero time.
func FormatTime(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(timeLayout)
}

// Time returns a time that FormatTime wrote, in UTC; zero for any other text.
func (r Row) Time(column int) time.Time {
	t, _ := time.Parse(timeLayout, r.Text(column))
	return t
}
