package document

// Corrected is the correction of what contains it, with the original. It is never stored: it is
// added when a Document is shown (package correction).
type Corrected struct {
	Correction string   `json:"correction"` // id
	By         string   `json:"by,omitempty"`
	At         string   `json:"at,omitempty"` // RFC 3339
	Why        string   `json:"why,omitempty"`
	NotAPlace  bool     `json:"not_a_place,omitempty"` // it is no longer a feature
	Original   Original `json:"original"`
}

// Original has the original values.
type Original struct {
	Place         *string  `json:"place,omitempty"`
	Name          *string  `json:"name,omitempty"`
	Lat           *float64 `json:"lat,omitempty"`
	Lon           *float64 `json:"lon,omitempty"`
	Role          string   `json:"role,omitempty"`
	Kind          string   `json:"kind,omitempty"`
	Date          string   `json:"date,omitempty"`
	DatePrecision string   `json:"date_precision,omitempty"`
	Confidence    float64  `json:"confidence,omitempty"`
	Title         string   `json:"title,omitempty"`
	Source        string   `json:"source,omitempty"`

	// Of an event.
	Type   string  `json:"type,omitempty"`
	Status string  `json:"status,omitempty"`
	Agent  *string `json:"agent,omitempty"`
	Target *string `json:"target,omitempty"`
	Holder *string `json:"holder,omitempty"`
}

// Corrector returns who corrected something: "" for nobody, "unnamed" if unknown.
func (c *Corrected) Corrector() string {
	switch {
	case c == nil:
		return ""
	case c.By == "":
		return "unnamed"
	}
	return c.By
}

// IsNone reports whether a correction removes its subject as a feature.
func (c *Corrected) IsNone() bool { return c != nil && c.NotAPlace }

// forgetCorrections removes corrections from a Document: no archive stores them in it.
func (d *Document) forgetCorrections() {
	d.Corrected = nil
	for i := range d.Mentions {
		d.Mentions[i].Corrected = nil
	}
	for i := range d.Fronts {
		d.Fronts[i].Corrected = nil
	}
	for i := range d.Events {
		d.Events[i].Corrected = nil
	}
}
