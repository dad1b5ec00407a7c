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
	Group string // of related types, which may report the same event: strike, ground, territory
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

// Status is how a text presents an event.
type Status string

// Statuses of events.
const (
	Reported     Status = "reported"     // as a fact, by the text or a source it trusts
	Claimed      Status = "claimed"      // by one side, or with doubt by the text
	Denied       Status = "denied"       // as not having happened
	Planned      Status = "planned"      // as going to happen, or intended
	Hypothetical Status = "hypothetical" // as possible
)

// Statuses returns all statuses, the most certain first.
func Statuses() []Status { return []Status{Reported, Claimed, Denied, Planned, Hypothetical} }

// Range is a range of a text in bytes, End exclusive.
type Range struct{ Start, End int }

func (r Range) Of(text string) string { return text[r.Start:r.End] }

func (r Range) IsEmpty() bool { return r.Start >= r.End }

// Report is an event that a sentence reports at one or more places. Actors and targets are
// ranges of the text, empty if not named.
type Report struct {
	Trigger    Range // the words that report it
	Type       Type
	Places     []Spot // at least one, in text order
	Agent      Range  // who did it
	Target     Range  // who or what is affected
	Holder     Range  // who holds the places afterwards, or holds them now
	From       Range  // who held them before
	Source     Range  // whom the text cites for it
	Status     Status
	Definite   bool    // referred to as known: "the strike", "this attack"
	Lasting    bool    // ongoing for more than a day: "are fighting"
	Months     bool    // ongoing for months: "in recent months"
	Before     bool    // background, over before the topic of the text: "had been held"
	Attributed bool    // a state mentioned in passing, of a place where something else is reported: "rebel-held X"
	Cause      bool    // the cause of a state since a date: "held since May following an operation"
	Reference  Range   // a later sentence that refers to it and may date it: "The attack took place on Sunday"
	Implied    bool    // the sentence names no place: it is the text's topic
	Confidence float64 // 0..1 that the text reports this at these places
	Reason     string  // the evidence
}

// Spot is a place of a Report.
type Spot struct {
	Range     // the words that name it or refer to it
	Place int // index in Text.Places
}
