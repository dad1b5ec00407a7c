package segment

// maxAgain is how many words a line may have that a page repeats between its articles.
const maxAgain = 6

// markRepeated marks short lines that occur at least twice, each time between a paragraph and a
// headline: buttons, section names and the like.
func markRepeated(lines []line) {
	var between []int // such lines
	said := map[string]int{}
	last, before := -1, blank // the last line that is not blank; the kind of the one before it
	for i := range lines {
		k := lines[i].kind
		if k == blank {
			continue
		}
		if k == heading && last >= 0 && lines[last].kind == heading && lines[last].words <= maxAgain && (before == body || before == dated) {
			between = append(between, last)
			said[lines[last].fold]++
		}
		if last >= 0 {
			before = lines[last].kind
		}
		last = i
	}
	for _, i := range between {
		if l := &lines[i]; said[l.fold] > 1 && !isUnlabelled(*l) {
			l.kind = link
		}
	}
}
