package lexicon

import "dateline/geoparse/event"

// Term is one of the Terms below.
type Term = event.Term

// Terms.
const (
	ToWord          Term = iota // to
	OfWord                      // of
	ByWord                      // by
	Responsibility              // claimed responsibility
	Had                         // had
	During                      // during
	According                   // according to
	SinceWord                   // since
	HasLost                     // lost: of the control that follows
	Upon                        // when, after
	UnderWord                   // under
	Highway                     // road, highway
	Outside                     // outside somebody's control
	Leaving                     // leaving ten dead
	ForWord                     // for
	Still                       // still, after a "ما" that is no negation
	ManyPlaces                  // towns, areas
	PlaceOf                     // town of, near: a name follows
	Casualty                    // dead, wounded: those who fell, rather than a town
	Direction                   // north, south
	Column                      // columns, convoys: what enters without taking
	Enters                      // enters
	SubjectTo                   // subject to, under
	Holds                       // holds, in the present
	IsSubject                   // is subject, lies: under somebody's control
	Amongst                     // between
	InHand                      // in the hands of
	ByHand                      // by the hands of, led by
	Saying                      // that: what is said follows
	Could                       // could: the gerund before it is only possible
	Would                       // would
	HandsOver                   // withdraw, hand over
	Clausal                     // a verb follows
	Whereby                     // what happened at the preceding place follows
	Turmoil                     // violence, unrest
	UnderInto                   // under, into somebody's control
	Counting                    // two, the same, the whole
	Settlements                 // towns, villages
	Through                     // through
	They                        // they, it
	Counted                     // these, both, two
	Definite                    // the, this, both
	DefiniteNoun                // the, this
	DefiniteOne                 // the, this: one
	The                         // the
	Because                     // because of, in support of
	Striking                    // strikes
	Ceased                      // stopped doing
	Halted                      // halts, ends
	Genitive                    // what is left of 's
	LeadsTo                     // would lead to
	NoClaim                     // lives, victory: objects of "claim" that express no doubt
	Response                    // in response to
	ReportedWord                // reported
	Sendable                    // what is sent
	Recently                    // recently
	RecentWord                  // recent
	Adjectival                  // who holds, before "held" without a hyphen
	RaidOrOperation             // raids, operations that arrests are part of
	Provinces                   // provinces
	Described                   // what "the rebel bastion" may refer to, beside settlements
	KeptOut                     // kept from a place
	Preparing                   // prepares, calls for
	Imagined                    // possible, such
	Upcoming                    // planned, upcoming
	Overruns                    // overruns: people too
	Overlooking                 // overlooking
	Over                        // over
	Out                         // out
	AimedOperation              // an operation to do something
	OperationNoun               // an operation, whose subject is before it
	OperationBefore             // an operation that led to something
	OperationName               // ends the name of one
	Only                        // not only
	Some                        // one of, some of
	OfFrom                      // of, from
	No                          // no
	Newly                       // no holder: newly-held
	Neighbourhood               // a part of a town, not a holder of one
	MilitaryWord                // military: alone, no agent
	Lives                       // lives
	Possessive                  // its, their
	Pronoun                     // it, they: who captured
	It                          // it
	Presently                   // is, are
	Including                   // including
	AtPlace                     // in, near: a place follows
	InWord                      // in
	Dropped                     // dropped, hit: of bombs
	HaveNow                     // has, have
	HandsOf                     // the hands of
	Hands                       // hands
	Having                      // had, has
	Former                      // former, had
	Fortification               // facilities taken in place of a town
	GroundForce                 // who raids on the ground
	Falls                       // falls
	EventWord                   // in the event of
	Ended                       // ends
	End                         // end
	Using                       // due to, using
	Den                         // dens, hideouts: no holder where destroyed
	DeadAnd                     // dead and wounded
	Periods                     // recent days
	ControlOrSiege              // under control, under siege
	Clears                      // clears
	Relating                    // after these a country is an agent
	Between                     // between sides
	BeWord                      // to be
	OfSomebody                  // must be somebody's to be a deployment
	OnAt                        // at, on: the target of something from elsewhere
	Arrives                     // arrives
	Collective                  // army, group: a singular that acts like a plural
	Vague                       // area, region: of any kind
	Amid                        // amid
	Allegedly                   // allegedly
	Rumoured                    // doubted by the text itself
	Alleged                     // alleged
	Backdrop                    // after: what follows is only a backdrop
	As                          // as
	Near                        // near
	NearAr                      // near
	BetweenWord                 // between
	Al                          // al-
	Negating                    // what, not
	Dawn                        // dawn, and blew up
	FallsDown                   // falls, of towns and shells
	OccupationWord              // the occupation: its forces, or that of a place
	Collapses                   // collapses, of lines and houses
	Cleared                     // cleared, of places and rubble
	Returns                     // returns, of people and other things
	Heading                     // heading for, and a road heading to
	Fell                        // falls, of towns and prices
	CraftMark                   // begins the name of an aircraft, before a number
	Bombers                     // bombers: aircraft, or people
	Flown                       // strategic, coalition: of bombers that are aircraft
	FamilyOrCapture             // families, and capturing
	Retains                     // keeps, shares: of control that is not news
	MostOf                      // most of, parts of
	Partitive                   // parts, areas: before "of"
	Occupies                    // occupies, in the present
	Homes                       // homes, camps: what people are driven from
	Reaches                     // reaches
	FromWord                    // from
	Departs                     // leaves, of anybody
	NoSide                      // he, she, we: names no side
	Targets                     // targeted: continues a strike already reported
	Controls                    // controls, in the present
	Gained                      // several, new: before what a headline counts
	Practice                    // drill, siren: the event did not happen
	Another                     // another: besides those already reported
	Holding                     // holds, controls: the object may be a town
	Arms                        // weapons that are somebody's
	Seen                        // seen, spotted: somebody is there
	Judged                      // responsible, hostage: objects of another "hold"
	CapitalOf                   // عاصمة, مركز: of what a town lies in
	Following                   // following: before a cause
	Swathe                      // territory: taken little by little
	Months                      // month, months: what lasts for months has no single month
	GivesOver                   // hands over, of a place or of weapons
	OnAr                        // على: on, against: what follows is not a container
	Handed                      // handed: of a place where "over" follows it
	Gathers                     // gathers: a protest where protesters do
	Shoots                      // shoots: people, and films
	Protesters                  // protesters, demonstrators
	Message                     // letters, statements: sent, but not forces
	Disaster                    // frost, flood, crash: what kills without a side
	Towards                     // towards, on the axis of: the destination, not yet reached
	Flees                       // flees, of Arabic verbs that say it of people and of fighters
	Advances                    // تقدم
	OnePerson                   // the president, a man, he: a single person
	Carries                     // نقل: carries, and reports
	About                       // عن: before those whose words are reported
	Duration                    // year, long: ends a compound for a duration
	Travel                      // visit, trip: of somebody to a place
	Members                     // fighters, members: of a side named after them
	Belonging                   // loyal, belonging: to a side
	Several                     // many, others: several people
	Against                     // against, targeting: a target follows
	StrikeKind                  // hunger, general: before a strike of workers
	Workers                     // workers, teachers, union: who goes on strike
	Calling                     // calls: of a strike
	Off                         // off
	ForOver                     // for, over: before the aim of a strike
	Pay                         // wages, conditions: what strikes are about
	HandingOut                  // توزيع: handing out, of aid and other things
	Works                       // works, based: before the location of a source
	OneOf                       // the last of, one of, was: before a description of a place
)
