package archive

import "time"

// timeLayout always has three digits of milliseconds, so that times sort as text.
const timeLayout = "2006-01-02T15:04:05.000Z"

// FormatTime formats a time for the archive's own tables; "" for the zero time.
func FormatTime(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(timeLayout)
}

// Time parses a time that FormatTime wrote, in UTC; zero for any other text.
func (r Row) Time(column int) time.Time {
	t, _ := time.Parse(timeLayout, r.Text(column))
	return t
}
