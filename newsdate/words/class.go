package words

// Class says what a word may be, one bit for each section of the tables.
type Class uint64

// The classes, with what is in them.
const (
	Month       Class = 1 << iota // named, or the number of one
	Short                         // months that need a number beside them, for they are names and verbs too: may, march
	Pair                          // of two months: تشرين, كانون
	Weekday                       // a day of the week
	BareWeekday                   // days of the week behind a preposition or يوم only: sun, wed, أحد
	Number                        // two, ثلاثة, a couple
	Ordinal                       // fifth, الخامس
	Teen                          // عشر behind an ordinal
	Suffix                        // st, nd, rd, th
	Unit                          // minutes to years
	Dual                          // two of a unit in one word: fortnight, يومين
	Decade                        // ten of a unit
	Ago                           // behind an amount
	Reckoned                      // later, earlier: behind an amount, from the day told last
	Sequel                        // next, following: the one after the day told last
	Single                        // units in the singular
	Recent                        // past, before a day of the week only
	Other                         // same, ذاته: no day of publication
	After                         // in, بعد: before an amount
	About                         // nearly, نحو
	Hijri                         // of the Islamic calendar
	Before                        // قبل, منذ: before an amount
	Past                          // last, الماضي
	Next                          // next, المقبل
	This                          // this, الجاري
	Yesterday
	Today
	Tomorrow
	Further     // أول before or behind yesterday: the day before it
	DayPart     // morning, night
	Part        // early, late, mid
	Season      // summer, autumn
	At          // prepositions before a date
	Article     // the, a
	Of          // of, من
	Bound       // since, until: what stands behind is not the date of what happened
	Begin       // since, by: a state is dated by what stands behind
	Future      // will, سوف
	FutureTo    // expected, set: future before to, on or for
	Say         // verbs of saying
	That        // that, أن
	Relative    // who, which, الذي
	Subordinate // after, when: begins a side clause
	Conjunction // but, while: begins a main clause
	And
	Be         // is, was
	In         // in, في: before a month
	Follow     // what may follow a day of the week that has no preposition
	See        // what a month does in which something happened: saw, brought
	During     // a year behind it is not that of a report
	Due        // due: future before to and a verb
	Infinitive // to
	Pluperfect // had: what is told goes back in time
	Habit      // every, each
	ClassNoun  // movement, street: make a date beside them a name
	Given      // abu, سوق: a day of the week behind them is a name
	NameWord   // of a name of several words, in no other class
	Beside     // what may stand beside a date in the line of a date
	Label      // published, updated: what such a line may begin with
	TimeOf     // time, بتوقيت: beside the town whose time it is
	Zone       // time zones
	Agency     // news agencies that are not written in capitals
	Arabic     // in Arabic script
)

// sections are the classes by their headings in the tables.
var sections = map[string]Class{
	"month":       Month,
	"short":       Short,
	"pair":        Pair,
	"weekday":     Weekday,
	"bareweekday": BareWeekday,
	"number":      Number,
	"ordinal":     Ordinal,
	"teen":        Teen,
	"suffix":      Suffix,
	"unit":        Unit,
	"dual":        Dual,
	"decade":      Decade,
	"ago":         Ago,
	"reckoned":    Reckoned,
	"sequel":      Sequel,
	"single":      Single,
	"recent":      Recent,
	"other":       Other,
	"after":       After,
	"about":       About,
	"hijri":       Hijri,
	"before":      Before,
	"past":        Past,
	"next":        Next,
	"this":        This,
	"yesterday":   Yesterday,
	"today":       Today,
	"tomorrow":    Tomorrow,
	"further":     Further,
	"daypart":     DayPart,
	"part":        Part,
	"season":      Season,
	"at":          At,
	"article":     Article,
	"of":          Of,
	"bound":       Bound,
	"begin":       Begin,
	"future":      Future,
	"futureto":    FutureTo,
	"say":         Say,
	"that":        That,
	"relative":    Relative,
	"subordinate": Subordinate,
	"conjunction": Conjunction,
	"and":         And,
	"be":          Be,
	"in":          In,
	"follow":      Follow,
	"see":         See,
	"during":      During,
	"due":         Due,
	"infinitive":  Infinitive,
	"pluperfect":  Pluperfect,
	"habit":       Habit,
	"class":       ClassNoun,
	"given":       Given,
	"beside":      Beside,
	"label":       Label,
	"timeof":      TimeOf,
	"zone":        Zone,
	"agency":      Agency,
}

// The values of words of the class Unit.
const (
	UnitMinute int16 = iota + 1
	UnitHour
	UnitDay
	UnitWeek
	UnitMonth
	UnitYear
)
