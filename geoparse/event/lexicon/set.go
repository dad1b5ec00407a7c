package lexicon

import "dateline/geoparse/event"

// Set is a set of word classes.
type Set = event.Set

// Word classes.
const (
	Be            Set = 1 << iota // is, was, been
	Have                          // has, had
	Not                           // no, not, never
	Will                          // will, to-be plans
	May                           // could, might, would
	If                            // if, unless
	Plan                          // plans, intends, prepares
	Try                           // tries to, failed to
	Fail                          // failed, unable
	Say                           // said, reported
	Claim                         // claimed, allegedly
	Deny                          // denied
	Source                        // sources, agency, observatory: speakers
	In                            // prepositions of place
	From                          // from, out of
	To                            // to, into, towards
	By                            // by
	Of                            // of
	And                           // and, as well as
	Clause                        // while, after, when: begins a clause
	Relative                      // who, which, that
	Article                       // the, a, this
	This                          // this, that, هذه
	Filler                        // may occur inside a trigger of several words
	Actor                         // forces, army, militants: the head of an actor
	Mod                           // modifies such a head: rebel, government
	Person                        // civilians, people, soldiers
	Goods                         // weapons, vehicles
	Aircraft                      // means of air strikes
	Artillery                     // means of shelling
	Bomb                          // means of explosions
	PlaceNoun                     // town, village: refers to a place mentioned before
	Settlement                    // those of them that mean settlements, as town and village, not area
	There                         // there: refers without a noun
	Position                      // positions, checkpoints: stand for the place they are in
	Light                         // launch, conduct, carry out: light verbs, whose subject is that of their noun
	With                          // with, against
	Part                          // northern, outskirts, countryside: between two names
	NoEvent                       // anniversary, fear of: their object is not an event
	Adverb                        // recently, also: between auxiliary and verb
	Fired                         // fired, hit: done by shells and bombs
	Route                         // road, highway
	Date                          // Monday, May
	Manage                        // managed, began: the infinitive after it happened
	Ongoing                       // continued, تستمر: their subject goes on
	Undergone                     // retaken, shelled: happens to places
	Civilian                      // residents, refugees: people who are not a side of a war
	Topic                         // about, condemned: the noun after it is only talked about
	Wish                          // wants, demands
	Beside                        // related, tags: begin lists next to the text of a page
	BesidePair                    // read also: the same, for pairs
	Afterwards                    // later, eventually: after them "would" is future in the past
	That                          // إن, أن: begin reported speech
	Long                          // ongoing, month-long: make a noun ongoing
	Backing                       // backed, supported
	Under                         // under, part of: make an agreement the basis of another event
	Relief                        // food, water, schools: brought by aid and services
	Comes                         // comes, follows: give the time of an event already reported
	Defence                       // defences, lines: collapse when a side loses a place
	BeginsTrigger                 // begins the words of a trigger
	BeginsActor                   // begins the name of an actor
)

var wordSections = map[string]Set{
	"be": Be, "have": Have, "not": Not, "will": Will, "may": May, "if": If, "plan": Plan, "try": Try, "fail": Fail,
	"say": Say, "claim": Claim, "deny": Deny, "source": Source, "in": In, "from": From, "to": To, "by": By, "of": Of,
	"and": And, "clause": Clause, "relative": Relative, "article": Article, "this": This, "filler": Filler, "actor": Actor,
	"modifier": Mod, "person": Person, "goods": Goods, "aircraft": Aircraft, "artillery": Artillery, "bomb": Bomb,
	"placenoun": PlaceNoun, "settlement": Settlement, "there": There, "position": Position, "light": Light, "with": With, "part": Part,
	"noevent": NoEvent, "adverb": Adverb, "fired": Fired, "manage": Manage, "date": Date, "route": Route, "ongoing": Ongoing, "undergone": Undergone,
	"civilian": Civilian, "topic": Topic, "wish": Wish, "beside": Beside, "besidepair": BesidePair, "afterwards": Afterwards, "comes": Comes, "relief": Relief, "long": Long, "backing": Backing, "under": Under, "that": That, "defence": Defence,
}
