package who_test

import (
	"testing"

	"dateline/geoparse/geoparsetest"
)

func TestAgents(t *testing.T) {
	geoparsetest.Pairs(t, whoIn, []geoparsetest.Pair{
		{"a noun before another", "Militia rockets hit [Kurna].", "by Militia", "Stray rockets hit [Kurna].", ""},
		{"ships act", "A navy gunboat shelled [Kurna].", "by navy gunboat", "A navy uniform lay in [Kurna].", "no event"},
		{"military alone is nobody", "They saw army raids on [Kurna].", "by army", "They saw military raids on [Kurna].", ""},
		{"behind by, a noun",
			"An offensive by militias began in [Kurna].", "by militias",
			"An offensive on militias began in [Kurna].", "to militias"},
		{"by, with words between",
			"An offensive on [Kurna] by local militias began.", "by local militias",
			"An offensive on [Kurna] by night began.", ""},
		{"by a name in no table", "[Kurna] was besieged by Zorani.", "by Zorani", "[Kurna] was besieged by night.", ""},
		{"at the hands of",
			"The siege of [Kurna] at the hands of militias began.", "by militias",
			"The siege of [Kurna] at the end of May began.", ""},
		{"a number is nobody", "Militias died in [Kurna].", "by Militias", "Ten died in [Kurna].", ""},
		{"between two sides",
			"Clashes between militias and police began in [Kurna].", "by militias; to police",
			"Clashes between mills and ponds began in [Kurna].", ""},
		{"of", "An attack of militias on [Kurna] began.", "by militias", "An attack of fever in [Kurna] began.", ""},
		{"its",
			"The army, it is said, won by its raids on [Kurna].", "by army",
			"The army, it is said, won by some raids on [Kurna].", ""},
		{"claimed responsibility for",
			"A militia claimed responsibility for an attack on [Kurna].", "by militia",
			"A militia heard news of an attack on [Kurna].", ""},
		{"who launches it", "Militias mounted an assault on [Kurna].", "by Militias", "Assaults were mounted on [Kurna].", ""},
		{"a passive light verb has none",
			"Militias launched a heavy assault on [Kurna].", "by Militias",
			"A heavy assault was launched on [Kurna].", ""},
		{"the gerund's main verb",
			"The army retook [Kurna], killing ten in [Basat].", "by army",
			"Rain hit [Kurna], killing ten in [Basat].", ""},
		{"besieged is no deed", "Militias besieged [Kurna].", "by Militias", "Militias met in besieged [Kurna].", ""},
		{"held by who stands before",
			"Planes hit militia-held [Kurna].", "holds militia",
			"Planes hit newly-held [Kurna].", ""},
		{"held, without a hyphen",
			"They left opposition held [Kurna].", "holds opposition",
			"They left the long held [Kurna].", ""},
		{"fallen to", "[Kurna] fell to militias.", "by militias", "[Kurna] fell to ruin.", ""},
		{"fallen to a country", "[Kurna] fell to <Marland>.", "by Marland", "[Kurna] fell near <Marland>.", "no event"},
		{"the fall of X to Y", "The fall of [Kurna] to militias came.", "by militias", "The fall of [Kurna] in May came.", ""},
		{"people who flee",
			"Hundreds of residents fled [Kurna].", "by residents",
			"Hundreds of birds fled [Kurna].", "by Hundreds"},
		{"behind the verb",
			"There was an exodus of families from [Kurna].", "by families",
			"There was an exodus from [Kurna].", ""},
		{"who protests", "Students protested in [Kurna].", "by Students", "There were protests in [Kurna].", ""},
		{"who is based there", "Militias are based in [Kurna].", "holds Militias", "Schools are based in [Kurna].", ""},
		{"of another trigger that tells the same",
			"Militias attacked and shells hit [Kurna].", "by Militias",
			"Storms came and shells hit [Kurna].", ""},
	})
}

func TestArabicAgents(t *testing.T) {
	geoparsetest.Pairs(t, whoIn, []geoparsetest.Pair{
		{"behind its verb", "اقتحمت الفصائل [سنار].", "by الفصائل", "اقتحمت السيول [سنار].", ""},
		{"past an adverb", "اقتحمت أمس الفصائل [سنار].", "by الفصائل", "اقتحمت أمس السيول [سنار].", ""},
		{"not behind from", "اقتحم الجيش [سنار].", "by الجيش", "اقتحموا من الجيش [سنار].", "to الجيش"},
		{"at the hands of",
			"قتل رجل على يد الفصائل في [سنار].", "by الفصائل; to رجل",
			"قتل رجل على باب البيت في [سنار].", "to رجل"},
		{"led by", "شنوا هجوما بقيادة الجيش على [سنار].", "by الجيش", "شنوا هجوما برفقة الثلج على [سنار].", ""},
		{"between",
			"اندلعت معارك بين الفصائل والجيش في [سنار].", "by الفصائل; to الجيش",
			"اندلعت معارك بين المنازل في [سنار].", ""},
		{"the verb that lends it", "نفذت الفصائل كمينا في [سنار].", "by الفصائل", "خافت الفصائل كمينا في [سنار].", ""},
		{"who is counted is a victim", "اعتقل الجيش رجلا في [سنار].", "by الجيش", "اعتقل عشرة لبنانيين في [سنار].", ""},
		{"who holds it, behind its name",
			"تتواجد في [سنار] قوات الجيش.", "holds قوات الجيش",
			"تتواجد في [سنار] أسواق كبيرة.", ""},
		{"and arrested: who stormed",
			"اقتحم الجيش [سنار] واعتقل رجلا في [أريحا].", "by الجيش",
			"نام الجيش. واعتقل رجل في [أريحا].", "to رجل"},
		{"the subject before it", "الفصائل سيطرت على [سنار].", "by الفصائل", "السيول سيطرت على [سنار].", ""},
	})
}
