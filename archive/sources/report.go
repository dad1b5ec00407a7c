package sources

import (
	"strings"
	"time"
)

// Report is a source as JSON. Times are null for never.
type Report struct {
	Address  string     `json:"address"`
	Name     string     `json:"name,omitempty"`
	Kind     string     `json:"kind,omitempty"`
	Language string     `json:"language,omitempty"`
	Every    int        `json:"every"` // seconds
	State    string     `json:"state"` // one of Statuses
	Next     *time.Time `json:"next"`
	Checked  *time.Time `json:"checked"`
	Found    *time.Time `json:"found"`
	Articles int        `json:"articles"`
	Waiting  int        `json:"waiting"`
	Failures int        `json:"failures"`
	Pages    []string   `json:"pages,omitempty"` // that link it: it is followed in their place
	Error    string     `json:"error,omitempty"`
	Notes    []string   `json:"notes,omitempty"`
}

// Report returns the report of a source.
func (s *Source) Report() Report {
	r := Report{
		Address: s.Address, Name: s.Name, Kind: s.Kind, Language: s.Language, Every: int(s.Every / time.Second), State: s.Status(),
		Next: orNever(s.Due), Checked: orNever(s.Checked), Found: orNever(s.Found),
		Articles: s.Articles, Waiting: s.Waiting, Failures: s.Failures, Pages: s.Pages, Error: s.Error,
	}
	if s.Paused {
		r.Next = nil
	}
	if s.Notes != "" {
		r.Notes = strings.Split(s.Notes, "\n")
	}
	return r
}

func orNever(t time.Time) *time.Time {
	if t.IsZero() {
		return nil
	}
	return &t
}

// Statuses are what Status returns.
func Statuses() []string { return []string{"well", "new", "failing", "paused"} }

// Status sums up the state of a source in a word: paused, failing, new if never polled,
// else well.
func (s *Source) Status() string {
	switch {
	case s.Paused:
		return "paused"
	case s.Error != "":
		return "failing"
	case s.Checked.IsZero():
		return "new"
	}
	return "well"
}
