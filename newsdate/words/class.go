package words

// Class is the set of classes of a word, one bit for each section of the tables.
type Class uint64

// The classes, with examples.
const (
	Month       Class = 1 << iota // names and numbers of months
	Short                         // months that need a number next to them, as they are also names and verbs: may, march
	Pair                          // of two months: تشرين, كانون
	Weekday                       // a day of the week
	BareWeekday                   // days of the week only after a preposition or يوم: sun, wed, أحد
	Number                        // two, ثلاثة, a couple
	Ordinal                       // fifth, الخامس
	Teen                          // عشر after an ordinal
	Suffix                        // st, nd, rd, th
	Unit                          // minutes to years
	Dual                          // two of a unit in one word: fortnight, يومين
	Decade                        // ten of a unit
	Ago                           // after an amount
	Reckoned                      // later, earlier: after an amount, relative to the preceding date
	Sequel                        // next, following: relative to the preceding date
	Single                        // units in the singular
	Recent                        // past, before a day of the week only
	Other                         // same, ذاته: no day of publication
	After                         // in, بعد: before an amount
	About                         // nearly, نحو
	Hijri                         // of the Islamic calendar
	Before                        // قبل, منذ: before an amount
	Lasting                       // المحاصرة: منذ after it is since
	Past                          // last, الماضي
	Next                          // next, المقبل
	This                          // this, الجاري
	Yesterday
	Today
	Tomorrow
	Further     // أول next to yesterday: the day before it
	DayPart     // morning, night
	Part        // early, late, mid
	Season      // summer, autumn
	At          // prepositions before a date
	Article     // the, a
	Of          // of, من
	Bound       // since, until: what follows is not the date of the event
	Begin       // since, by: what follows dates a state
	Future      // will, سوف
	FutureTo    // expected, set: future before to, on or for
	Say         // verbs of saying
	That        // that, أن
	Relative    // who, which, الذي
	Subordinate // after, when: starts a side clause
	Conjunction // but, while: starts a main clause
	And
	Be         // is, was
	In         // in, في: before a month
	Follow     // what may follow a day of the week without a preposition
	See        // verbs of a month as subject: saw, brought
	During     // a year after it is not that of a report
	Due        // due: future before to and a verb
	Infinitive // to
	Pluperfect // had: the pluperfect
	Habit      // every, each
	ClassNoun  // movement, street: a date next to them is a name
	Given      // abu, سوق: a day of the week after them is a name
	NameWord   // part of a name of several words, in no other class
	Beside     // allowed next to a date on its own line
	Label      // published, updated: at the start of such a line
	TimeOf     // time, بتوقيت: next to the town of a time zone
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
	"lasting":     Lasting,
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
