// Package event holds the input and output of the event reader: a Text, whose words,
// sentences, places and fronts are known, and the Reports of what it says happened at them.
//
//	reports := r.Read(&text) // reader.New
//	reports[0].Type          // event.Shelling
//	reports[0].Status        // event.Claimed
//
// A Report says what the text says, not what happened. Offsets are bytes of Text.Text.
package event
