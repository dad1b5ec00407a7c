package who

import (
	"dateline/geoparse/event"
	"dateline/geoparse/event/lexicon"
	"dateline/geoparse/event/sentence"
)

// maxSource is how many words a source may take.
const maxSource = 9

// findSource returns the source that the sentence cites: "according to X", "X said", "قال X إن",
// "بحسب X"; empty if none.
func (s stage) findSource() event.Range {
	for i := range s.Words {
		switch {
		case s.Says(i, lexicon.According) && s.Says(i+1, lexicon.ToWord):
			if r := s.phraseFrom(i + 2); !r.IsEmpty() {
				return r
			}
		case s.Is(i-1, lexicon.Be), s.Says(i+1, lexicon.Responsibility), s.Says(i, lexicon.Rumoured):
		case s.SaysBase(i, lexicon.Carries) && !s.IsReporting(i):
		case s.Is(i, lexicon.Say|lexicon.Claim|lexicon.Deny) && s.Words[i].Arabic:
			if r := s.phraseFrom(i + 1); !r.IsEmpty() {
				return r
			}
		case s.Is(i, lexicon.Say|lexicon.Claim|lexicon.Deny) && (!s.Is(i, lexicon.Source) || s.Says(i, lexicon.ReportedWord)) && s.Words[i].Trigger < 0:
			if r := s.phraseTo(i - 1); !r.IsEmpty() {
				return r
			}
			if i > 0 && (s.Words[i].Comma || s.Words[i].Mark || i >= len(s.Words)-4) && !s.Is(i+1, lexicon.In) { // it said in a statement
				if r := s.phraseFrom(i + 1); !r.IsEmpty() {
					return r
				}
			}
		}
	}
	return event.Range{}
}

// phraseFrom returns the speaker whose name begins at word i and ends before punctuation, a verb
// or "that".
func (s stage) phraseFrom(i int) event.Range {
	first := i
	for first < len(s.Words) && s.Is(first, lexicon.Article) && !s.Words[first].Arabic {
		first++
	}
	last := first - 1
	for at := first; at < len(s.Words) && at < first+maxSource; at++ {
		if at > first && (s.Words[at].Comma || s.Words[at].Stop) || s.Is(at, lexicon.Say|lexicon.Relative|lexicon.Clause|lexicon.Be|lexicon.Have|lexicon.Date|lexicon.That) && !s.Is(at, lexicon.Source) || s.Says(at, lexicon.Saying) || s.Words[at].Trigger >= 0 {
			break
		}
		last = at
	}
	return s.speaker(sentence.Span{First: first, Last: last})
}

// phraseTo returns the speaker whose name ends at word i.
func (s stage) phraseTo(i int) event.Range {
	for i >= 0 && (s.Is(i, lexicon.Adverb|lexicon.Date|lexicon.Have|lexicon.Be) || s.Is(i, lexicon.In) && s.Is(i+1, lexicon.Date)) && !s.Is(i, lexicon.Source) {
		i--
	}
	first := i + 1
	for at := i; at >= 0 && at > i-maxSource; at-- {
		w := &s.Words[at]
		if s.Words[at+1].Comma && at < i || s.Words[at+1].Stop || w.Set&(lexicon.Say|lexicon.Relative|lexicon.Clause|lexicon.Be|lexicon.Have) != 0 && w.Set&lexicon.Source == 0 || w.Trigger >= 0 {
			break
		}
		name := w.Upper || w.Actor >= 0 || w.Group >= 0 || w.Set&(lexicon.Source|lexicon.Of|lexicon.In|lexicon.Mod|lexicon.Person) != 0
		if !name && !s.Is(at, lexicon.Article) && first <= i && s.Is(first, lexicon.Article) {
			break
		}
		if first = at; s.Is(at, lexicon.Article) && !s.Is(at-1, lexicon.Of|lexicon.In) {
			first = at + 1
			break
		}
	}
	return s.speaker(sentence.Span{First: first, Last: i})
}

// speaker returns the text of words that contain a source, an actor or a name.
func (s stage) speaker(w sentence.Span) event.Range {
	for w.First <= w.Last && s.Is(w.First, lexicon.In|lexicon.Of|lexicon.And|lexicon.Article) {
		w.First++
	}
	if w.First > w.Last || w.First < 0 {
		return event.Range{}
	}
	for i := w.First; i <= w.Last; i++ {
		if s.Is(i, lexicon.Source) || s.Words[i].Actor >= 0 || s.Words[i].Upper && s.Words[i].Group < 0 && !s.Says(i, lexicon.Pronoun) {
			return s.RangeOf(w)
		}
	}
	return event.Range{}
}
