package subscriptions

import "time"

// Report is the state of a subscription without its secret, as JSON. Times are null for never.
type Report struct {
	Name       string     `json:"name"`
	Address    string     `json:"address"`
	Collection string     `json:"collection"`
	Within     string     `json:"within,omitempty"` // west,south,east,north or lon,lat,km
	Datetime   string     `json:"datetime,omitempty"`
	Filter     string     `json:"filter,omitempty"`
	Every      int        `json:"every"` // seconds
	Called     *time.Time `json:"called"`
	Failures   int        `json:"failures"`
	Error      string     `json:"error,omitempty"`
}

// Report returns the state of the subscription.
func (s *Subscription) Report() Report {
	r := Report{
		Name: s.Name, Address: s.Address, Collection: s.Collection, Within: s.Within, Datetime: s.Datetime, Filter: s.Filter,
		Every: int(s.Every / time.Second), Failures: s.Failures, Error: s.Error,
	}
	if !s.Called.IsZero() {
		r.Called = &s.Called
	}
	return r
}
