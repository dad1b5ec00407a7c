package event

// Type is a kind of reported event.
type Type string

// Types of events. Types lists them with what they mean.
const (
	AirStrike    Type = "air_strike"
	Shelling     Type = "shelling"
	Clash        Type = "clash"
	Explosion    Type = "explosion"
	Capture      Type = "capture"
	Withdrawal   Type = "withdrawal"
	Control      Type = "control"
	Siege        Type = "siege"
	Deployment   Type = "deployment"
	Agreement    Type = "agreement"
	Detention    Type = "detention"
	Killing      Type = "killing"
	Displacement Type = "displacement"
	Aid          Type = "aid"
	Protest      Type = "protest"
)

// Kind describes a Type.
type Kind struct {
	Type  Type
	Group string // types that tell of the same from different sides share it: strike, ground, territory
	Means string // in a sentence
}

// Types returns all kinds of events, in a fixed order.
func Types() []Kind {
	return []Kind{
		{AirStrike, "strike", "bombs or fire from aircraft, helicopters and drones"},
		{Shelling, "strike", "fire of artillery, mortars, rockets and missiles"},
		{Explosion, "strike", "car bombs, suicide bombs, mines, blasts of unknown cause"},
		{Clash, "ground", "fighting, attacks, offensives and ambushes that leave a place in the same hands"},
		{Killing, "ground", "people killed or wounded by means that are not told"},
		{Capture, "territory", "a side takes, retakes or enters a place (where a government does: Government regains territory)"},
		{Withdrawal, "territory", "a side leaves, loses or hands over a place"},
		{Control, "control", "a side holds, runs or is based in a place"},
		{Siege, "siege", "a place is encircled, blockaded or cut off"},
		{Deployment, "deployment", "troops and weapons sent, moved, massed, stationed or on patrol"},
		{Agreement, "agreement", "a ceasefire, deal or talks at or about a place"},
		{Detention, "detention", "arrests, kidnappings, exchanges and executions of prisoners (by a state: Arrests)"},
		{Displacement, "displacement", "flight, return or evacuation of people"},
		{Aid, "aid", "relief, services and rebuilding"},
		{Protest, "protest", "demonstrations and strikes of people"},
	}
}

// GroupOf returns the group of a type.
func GroupOf(t Type) string {
	switch t {
	case AirStrike, Shelling, Explosion:
		return "strike"
	case Clash, Killing:
		return "ground"
	case Capture, Withdrawal:
		return "territory"
	}
	return string(t)
}

// Status says how a text tells an event.
type Status string

// Statuses of events.
const (
	Reported     Status = "reported"     // as done, by the text or a source it trusts
	Claimed      Status = "claimed"      // by a side, or with the text's own doubt
	Denied       Status = "denied"       // that it did not happen
	Planned      Status = "planned"      // that it will or is meant to
	Hypothetical Status = "hypothetical" // that it could
)

// Statuses returns all of them, what is surest first.
func Statuses() []Status { return []Status{Reported, Claimed, Denied, Planned, Hypothetical} }

// Range is a stretch of a text in bytes, End exclusive.
type Range struct{ Start, End int }

func (r Range) Of(text string) string { return text[r.Start:r.End] }

func (r Range) IsEmpty() bool { return r.Start >= r.End }

// Report is one event that a sentence reports at one or more places. Who and what
// are ranges of the text, empty where it doesn't say.
type Report struct {
	Trigger    Range // the words that carry it
	Type       Type
	Places     []Spot // at least one, in the order of the text
	Agent      Range  // who did it
	Target     Range  // to whom or what
	Holder     Range  // who holds the places afterwards, or holds them
	From       Range  // who held them before
	Source     Range  // to whom the text attributes it
	Status     Status
	Definite   bool    // it is spoken of as told before: "the strike", "this attack"
	Lasting    bool    // it is told as going on, over more than a day: "are fighting"
	Months     bool    // it is told as going on over months: "in recent months"
	Before     bool    // it is told as over before what the text is about: "had been held"
	Attributed bool    // it is a state told in passing of a place that something else is told of: "rebel-held X"
	Cause      bool    // it brought about what is told to be so since a date: "held since May following an operation"
	Retold     Range   // the sentence behind it that speaks of it again and may date it: "The attack took place on Sunday"
	Implied    bool    // the sentence names no place: it is the one that the text is about
	Confidence float64 // 0..1 that the text reports this at these places
	Reason     string  // what it was read from
}

// Spot is a place of a Report.
type Spot struct {
	Range     // the words that name it or refer to it
	Place int // which of Text.Places it is
}
