package classify

import "testing"

func TestVerbStem(t *testing.T) {
	verbs := map[string]bool{"plan": true, "deny": true, "reject": true, "urge": true, "press": true, "want": true}
	for word, want := range map[string]string{
		"plans": "plan", "planned": "plan", "planning": "plan", "denies": "deny", "denied": "deny", "rejects": "reject", "urged": "urge",
		"urging": "urge", "presses": "press", "wants": "want", "house": "house", "us": "us",
	} {
		if got := verbStem(word, verbs); got != want {
			t.Errorf("the stem of %s is %s, want %s", word, got, want)
		}
	}
}
