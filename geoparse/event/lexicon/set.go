package lexicon

import "dateline/geoparse/event"

// Set is what the lexicon says of a word.
type Set = event.Set

// What a word may be.
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
	Source                        // sources, agency, observatory: who says
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
	Filler                        // may stand inside a trigger of several words
	Actor                         // forces, army, militants: the head of an actor
	Mod                           // stands before such a head: rebel, government
	Person                        // civilians, people, soldiers
	Goods                         // weapons, vehicles
	Aircraft                      // means of air strikes
	Artillery                     // means of shelling
	Bomb                          // means of explosions
	PlaceNoun                     // town, village: refers to a place named before
	Settlement                    // likewise town and village, but not area: refers to no province
	There                         // there: does so by itself
	Position                      // positions, checkpoints: stand for the place they are in
	Light                         // launch, conduct, carry out: lend a noun their subject
	With                          // with, against
	Part                          // northern, outskirts, countryside: between two names
	NoEvent                       // anniversary, fear of: what is named with it is no event
	Adverb                        // recently, also: stand between a helping word and its verb
	Fired                         // fired, hit: what shells and bombs do
	Route                         // road, highway
	Date                          // Monday, May
	Manage                        // managed, began: what is told after it is done
	Ongoing                       // continued, تستمر: tell a noun as going on
	Undergone                     // retaken, shelled: what is done to places
	Civilian                      // residents, refugees: people who are no side of a war
	Topic                         // about, condemned: behind them a noun is only spoken of
	Wish                          // wants, demands
	Beside                        // related, tags: what pages list beside their text begins with them
	BesidePair                    // read also: likewise, two of them
	Afterwards                    // later, eventually: with them "would" tells what came then
	That                          // إن, أن: what is said begins with it
	Long                          // ongoing, month-long: says of a noun that it goes on
	Backing                       // backed, supported
	Under                         // under, part of: behind them an agreement is only what something is done by
	Relief                        // food, water, schools: what aid brings and services are
	Comes                         // comes, follows: tell when something was that is told before
	Defence                       // defences, lines: what collapses where a side loses a place
	BeginsTrigger                 // the words of an event begin with it
	BeginsActor                   // the name of an actor does
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
