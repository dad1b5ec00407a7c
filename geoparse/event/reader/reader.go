package reader

import (
	"dateline/geoparse/event"
	"dateline/geoparse/event/lexicon"
	"dateline/geoparse/event/party"
	"dateline/geoparse/event/sentence"
)

// Reader reads the events of texts. It is safe for concurrent use.
type Reader struct{ lex *lexicon.Lexicon }

// New returns a Reader. It fails only if the embedded tables are invalid.
func New() (*Reader, error) {
	lex, err := lexicon.Read()
	if err != nil {
		return nil, err
	}
	return &Reader{lex}, nil
}

// Parties returns the table of the parties that Read's agents and holders can mean.
func (r *Reader) Parties() *party.Table { return r.lex.Parties }

// Word returns what the lexicon has on a folded word, for the Tokens of texts.
func (r *Reader) Word(fold string, arabic bool) event.Word { return r.lex.Word(fold, arabic) }

// Read returns the events that a text reports, in text order.
func (r *Reader) Read(t *event.Text) []event.Report {
	var reports []event.Report
	told := 0 // by the sentences before the last
	run := sentence.NewReading(t, r.lex)
	for _, bounds := range t.Sentences {
		s := run.Next(bounds)
		if len(s.Words) == 0 || isAside(s) || run.IsRepeated(bounds) {
			continue
		}
		t.Spend(1 + len(s.Words)/4)
		label(s, bounds)
		found := reportsOf(s)
		if refersBack(s) {
			noteReference(reports[told:], bounds)
		}
		told = len(reports)
		run.Remember(s, found)
		reports = append(reports, found...)
	}
	return reports
}

// isAside reports whether a sentence begins a list next to the text of a page.
func isAside(s *sentence.Sentence) bool {
	first := 0
	if sentence.IsDigit(s.Words[0].Fold) {
		first = 1 // "12 Related ..."
	}
	return s.Is(first, lexicon.Beside) && s.Words[first].Upper || s.Is(first, lexicon.BesidePair) && s.Is(first+1, lexicon.BesidePair) && s.Words[first].Upper
}
