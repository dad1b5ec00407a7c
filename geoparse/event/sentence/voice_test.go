package sentence_test

import (
	"testing"

	"dateline/geoparse/geoparsetest"
)

func TestVoice(t *testing.T) {
	geoparsetest.Pairs(t, voice, []geoparsetest.Pair{
		{"behind was", "[Kurna] was shelled by rebels.", "passive", "Rebels shelled [Kurna].", "active"},
		{"an adverb between", "[Kurna] was heavily shelled.", "passive", "[Kurna] has heavily shelled.", "active"},
		{"not between", "[Kurna] was not shelled.", "passive", "[Kurna] did not shell.", "active"},
		{"before by", "[Kurna], shelled by rebels, slept.", "passive", "[Kurna] shelled rebels.", "active"},
		{"with a hyphen", "Rebel-held [Kurna] slept.", "passive", "Rebels held [Kurna].", "active"},
		{"under the control of",
			"[Kurna] is under the control of rebels.", "passive",
			"Rebels control [Kurna].", "active"},
		{"behind who holds it", "Government held [Kurna] slept.", "passive", "Rebels held [Kurna].", "active"},
		{"behind a people's adjective",
			"Russian occupied [Kurna] slept.", "passive",
			"Russia occupied [Kurna].", "active"},
		{"past a direction",
			"Government held northern [Kurna] slept.", "passive",
			"Government held talks in [Kurna].", "active"},
	})
}

func TestHolders(t *testing.T) {
	geoparsetest.Pairs(t, holder, []geoparsetest.Pair{
		{"a side", "Opposition held [Kurna] slept.", "Opposition", "The opposition, held in [Kurna], slept.", "none"},
		{"a people", "Turkish occupied [Kurna] slept.", "Turkish", "Turkey occupied [Kurna] and slept.", "none"},
		{"an Israeli one",
			"Israeli occupied [Kurna] slept.", "Israeli",
			"Israel occupied [Kurna] and slept.", "none"},
		{"a verb is none",
			"Government controlled [Kurna] slept.", "Government",
			"Guards controlled [Kurna] for days.", "none"},
		{"only of a place", "Regime held [Kurna] slept.", "Regime", "Regime held talks.", "none"},
		{"no other class", "Rebel held [Kurna] slept.", "Rebel", "Rebel shelled [Kurna] slept.", "none"},
		{"not over a comma", "Rebel held [Kurna] slept.", "Rebel", "They met a rebel, held in [Kurna].", "none"},
	})
}

func TestDefinite(t *testing.T) {
	geoparsetest.Pairs(t, definite, []geoparsetest.Pair{
		{"the", "The shelling of [Kurna] went on.", "definite", "A shelling of [Kurna] went on.", "told anew"},
		{"this", "This attack on [Kurna] failed.", "definite", "An attack on [Kurna] failed.", "told anew"},
		{"both", "Both attacks on [Kurna] failed.", "definite", "Many attacks on [Kurna] failed.", "told anew"},
		{"with words between",
			"The latest deadly attack on [Kurna] failed.", "definite",
			"The men and an attack on [Kurna] failed.", "told anew"},
		{"a preposition between",
			"The air raid on [Kurna] failed.", "definite",
			"The men in an attack on [Kurna] failed.", "told anew"},
		{"verbs are not",
			"The shelling of [Kurna] failed.", "definite",
			"The rebels shelled [Kurna].", "told anew"},
		{"Arabic with the article", "خافوا الهجوم على [سنار].", "definite", "خافوا هجوم [سنار].", "told anew"},
	})
}

func TestMoreVoices(t *testing.T) {
	geoparsetest.Pairs(t, voice, []geoparsetest.Pair{
		{"a bare headline", "Hundreds Flee, [Kurna] Captured", "passive", "Hundreds flee, [Kurna] captured", "active"},
		{"a place right before it", "[Kurna] Captured", "passive", "[Kurna] Men Captured", "active"},
		{"joined to a noun it is none",
			"They left army-held [Kurna].", "passive",
			"Cross-border shelling of [Kurna] began.", "active"},
		{"under control",
			"[Kurna] is under control of rebels.", "passive",
			"Rebels took control of [Kurna].", "active"},
		{"a verb that may be passive", "[Kurna] was hit.", "passive", "Shells hit [Kurna].", "active"},
		{"Arabic verbs are not", "[Kurna] was shelled.", "passive", "قصف الجيش [سنار].", "active"},
		{"who holds it, past a word",
			"They left rebel held northern [Kurna].", "passive",
			"They left rebel held men in [Kurna].", "active"},
		{"who holds it and is no actor",
			"They left Marish occupied [Kurna].", "passive",
			"They left guests occupied in [Kurna].", "active"},
		{"with no place behind it", "They left rebel held [Kurna].", "passive", "They left rebel held.", "active"},
		{"never", "[Kurna] was never captured.", "passive", "[Kurna] never captured hearts.", "active"},
	})
}
