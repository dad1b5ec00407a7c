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
	Still                       // still, behind the "ما" that denies nothing
	ManyPlaces                  // towns, areas
	PlaceOf                     // town of, near: a name follows
	Casualty                    // dead, wounded: fell, and no town did
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
	Whereby                     // what happened at the place before follows
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
	NoClaim                     // what is claimed without a doubt: lives, victory
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
	Neighbourhood               // a part of a town, not what holds one
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
	Fortification               // what stands for a place that is taken
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
	Relating                    // behind these a country is who acts
	Between                     // between sides
	BeWord                      // to be
	OfSomebody                  // of somebody, or no deployment
	OnAt                        // at, on: where something from elsewhere goes to
	Arrives                     // arrives
	Collective                  // army, group: does like many
	Vague                       // area, region: may be any
	Amid                        // amid
	Allegedly                   // allegedly
	Rumoured                    // doubted by the text, and by no source
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
	Retains                     // keeps, shares: of control that is no news
	MostOf                      // most of, parts of
	Partitive                   // parts, areas: before "of"
	Occupies                    // occupies, in the present
	Homes                       // homes, camps: what people are driven from
	Reaches                     // reaches
	FromWord                    // from
	Departs                     // leaves, of anybody
	NoSide                      // he, she, we: names no side
	Targets                     // targeted: what a strike that was told goes on to hit
	Controls                    // controls, in the present
	Gained                      // several, new: what a headline counts
	Practice                    // drill, siren: of what has not happened
	Another                     // another: of what was told before
	Holding                     // holds, controls: of what may be a town
	Arms                        // weapons that are somebody's
	Seen                        // seen, spotted: who is somewhere
	Judged                      // responsible, hostage: what somebody is held to be
	CapitalOf                   // عاصمة, مركز: of what a town lies in
	Following                   // following: before what brought something about
	Swathe                      // territory: what is taken bit by bit
	Months                      // month, months: what is told over them has no month
	GivesOver                   // hands over, of a place or of weapons
	OnAr                        // على: on, against: no place lies in what follows
	Handed                      // handed: of a place where "over" follows it
	Gathers                     // gathers: a protest where protesters do
	Shoots                      // shoots: people, and films
	Protesters                  // protesters, demonstrators
	Message                     // letters, statements: what is sent and is no force
	Disaster                    // frost, flood, crash: what kills without a side
	Towards                     // towards, on the axis of: where something goes and is not yet
	Flees                       // flees, of Arabic verbs that say it of people and of fighters
	Advances                    // تقدم
	OneOf                       // the last of, one of, was: before what a place is called
)
