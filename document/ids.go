package document

import "strconv"

// MentionIDs returns the feature ids of the mentions in order: a mention's own ID or else
// article-start-end; a second mention at the same place gets ~2, the next ~3. Mentions of a
// newer text keep the ids of the older one, so that references stay valid.
func (d *Document) MentionIDs() []string {
	ids := spanIDs{article: d.ID, seen: make(map[string]int, len(d.Mentions))}
	for i := range d.Mentions {
		if id := d.Mentions[i].ID; id != "" {
			ids.seen[id] = 1
		}
	}
	all := make([]string, len(d.Mentions))
	for i := range d.Mentions {
		m := &d.Mentions[i]
		if all[i] = m.ID; m.ID == "" {
			all[i] = ids.next(m.Start, m.End)
		}
	}
	return all
}

// FrontIDs returns the ids of the fronts in order; empty for those that are no features, as they
// only locate a place.
func (d *Document) FrontIDs() []string {
	ids := spanIDs{article: d.ID, seen: make(map[string]int, len(d.Fronts))}
	all := make([]string, len(d.Fronts))
	for i := range d.Fronts {
		if f := &d.Fronts[i]; f.Describes == nil {
			all[i] = ids.next(f.Start, f.End)
		}
	}
	return all
}

// EventIDs returns the ids of the events at each of their places, in order. The first of an
// event's is that of the event itself.
func (d *Document) EventIDs() [][]string {
	ids := spanIDs{article: d.ID, seen: make(map[string]int, len(d.Events))}
	all := make([][]string, len(d.Events))
	for i := range d.Events {
		e := &d.Events[i]
		for range max(1, len(e.Places)) {
			all[i] = append(all[i], ids.next(e.Start, e.End))
		}
	}
	return all
}

// spanIDs makes ids of spans.
type spanIDs struct {
	article string
	seen    map[string]int // how often each was used
}

func (s *spanIDs) next(start, end int) string {
	first := spanID(s.article, start, end)
	id := first
	for s.seen[id] > 0 {
		s.seen[first]++
		id = first + "~" + strconv.Itoa(s.seen[first])
	}
	s.seen[id] = 1
	return id
}

func spanID(article string, start, end int) string {
	return article + "-" + strconv.Itoa(start) + "-" + strconv.Itoa(end)
}

// KeepIDs gives the mentions of a newer text in unchanged sentences the ids of the older one.
// The others must not take those.
func KeepIDs(older, newer *Document) {
	before := map[[2]string][]string{} // ids by phrase and sentence, in order
	text := []rune(older.Text)
	ids := older.MentionIDs()
	for i := range older.Mentions {
		m := &older.Mentions[i]
		key := [2]string{m.Phrase, sentenceOf(text, m)}
		before[key] = append(before[key], ids[i])
	}
	text = []rune(newer.Text)
	for i := range newer.Mentions {
		m := &newer.Mentions[i]
		key := [2]string{m.Phrase, sentenceOf(text, m)}
		if same := before[key]; len(same) > 0 {
			if m.ID, before[key] = same[0], same[1:]; m.ID == spanID(newer.ID, m.Start, m.End) {
				m.ID = "" // it is the default anyway
			}
		}
	}
}

// sentenceOf returns the sentence around a mention; the phrase if unknown.
func sentenceOf(text []rune, m *Mention) string {
	if s := m.Sentence; s != nil && 0 <= s[0] && s[0] < s[1] && s[1] <= len(text) {
		return string(text[s[0]:s[1]])
	}
	return m.Phrase
}
