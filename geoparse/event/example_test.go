package event_test

import (
	"fmt"

	"dateline/gazetteer"
	"dateline/geoparse/event"
)

// A text whose words and places are known is read for what it reports.
func ExampleReader_Read() {
	const text = "Rebels captured Kurna on Monday."
	reader, err := event.New()
	if err != nil {
		fmt.Println(err)
		return
	}
	t := event.Text{Text: text, Sentences: []event.Range{{Start: 0, End: len(text)}}, Places: []event.Place{{Range: event.Range{Start: 16, End: 21}, Known: true}}}
	at := 0
	for _, word := range gazetteer.Words(text) {
		t.Tokens = append(t.Tokens, event.Token{Range: event.Range{Start: at, End: at + len(word)}, Fold: gazetteer.FoldWord(word), Upper: word[0] < 'a'})
		at += len(word) + 1
	}
	for _, r := range reader.Read(&t) {
		fmt.Println(r.Type, text[r.Places[0].Start:r.Places[0].End], text[r.Agent.Start:r.Agent.End], r.Status)
	}
	// Output: capture Kurna Rebels reported
}
