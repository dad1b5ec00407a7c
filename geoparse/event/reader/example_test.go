package reader_test

import (
	"fmt"

	"dateline/gazetteer"
	"dateline/geoparse/event"
	"dateline/geoparse/event/reader"
)

// A text whose words and places are known is read for the events that it reports.
func ExampleReader_Read() {
	const text = "Rebels captured Kurna on Monday."
	r, err := reader.New()
	if err != nil {
		fmt.Println(err)
		return
	}
	t := event.Text{Text: text, Sentences: []event.Range{{Start: 0, End: len(text)}}, Places: []event.Place{{Range: event.Range{Start: 16, End: 21}, Known: true}}}
	at := 0
	for _, word := range gazetteer.Words(text) {
		known := r.Word(gazetteer.FoldWord(word), false)
		t.Tokens = append(t.Tokens, event.Token{Range: event.Range{Start: at, End: at + len(word)}, Word: &known, Upper: word[0] < 'a'})
		at += len(word) + 1
	}
	for _, e := range r.Read(&t) {
		fmt.Println(e.Type, text[e.Places[0].Start:e.Places[0].End], text[e.Agent.Start:e.Agent.End], e.Status)
	}
	// Output: capture Kurna Rebels reported
}
