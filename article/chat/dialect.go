package chat

import (
	"regexp"
	"strings"

	"dateline/newsdate"
	"dateline/newsdate/datestamp"
	"dateline/text"
)

// dialect is the text format of a program's chats. Its expressions match the beginning of a line
// after plain has normalised it.
type dialect struct {
	opening *regexp.Regexp // begins a message: groups date, clock, half, writer, not all of them in each dialect
	notice  *regexp.Regexp // a notice of the program itself
	rest    *regexp.Regexp // ends the text of a message; only metadata follow
	day     *regexp.Regexp // a notice that gives the day of the messages that follow
	least   int            // how many openings identify the dialect
	dense   bool           // and a third of the lines must be openings
	oneLine bool           // messages have one line only
}

// Parts of the expressions.
const (
	numbers = `(?P<date>\d{1,4}[/.\-]\d{1,2}[/.\-]\d{2,4})`
	clock   = `(?P<clock>\d{1,2}:\d{2})(?::\d{2})?`
	half    = `(?P<half>[apAPصم]\.?[mM]?\.?)?`
)

// dialects are the known text formats.
var dialects = [...]dialect{
	{ // WhatsApp: "12/06/2019, 10:11 - Vera: ", "[12/06/2019, 10:11:12 AM] Vera: "
		opening: regexp.MustCompile(`^\[?` + numbers + `[,،]? ` + clock + ` ?` + half + `\]?(?: ?[-–])? (?P<writer>[^:]{1,60}): ?`),
		notice:  regexp.MustCompile(`^\[?` + numbers + `[,،]? ` + clock),
		least:   3, dense: true,
	},
	{ // messages copied from Telegram: "Vera, [12.06.2019 10:11]"
		opening: regexp.MustCompile(`^(?P<writer>[^\[\]]{1,60}), \[(?P<date>[^\[\]]{4,20}?),? (?:at )?` + clock + ` ?` + half + `\]$`),
		notice:  regexp.MustCompile(`^\[ [^\[\]]{1,40} \]$`),
		least:   1,
	},
	{ // Discord, as DiscordChatExporter writes it: "[12/06/2019 10:11 AM] vera"
		opening: regexp.MustCompile(`^\[` + numbers + ` ` + clock + ` ?` + half + `\] (?P<writer>[^\[\]:<>]{1,40}?)(?: \(pinned\))?$`),
		notice:  regexp.MustCompile(`^={10,}$`),
		rest:    regexp.MustCompile(`^\{[A-Z][a-z]+\}$|^={10,}$`),
		least:   2,
	},
	{ // IRC logs: "10:11 <@vera> ", "[2019-06-12 10:11:12] <vera> "
		opening: regexp.MustCompile(`^\[?(?:(?P<date>\d{4}-\d{2}-\d{2})[T ])?` + clock + `\]? *<[ @+%&~]?(?P<writer>[^<>\s]{1,30})> `),
		notice:  regexp.MustCompile(`^`),
		day:     regexp.MustCompile(`^(?:---|\*\*\*|Session) `),
		least:   3, dense: true, oneLine: true,
	},
}

// maxHeadLines is how many lines are examined to identify a dialect.
const maxHeadLines = 40

// dialectOf returns the dialect of a text, going by its beginning; nil if it is not a chat.
func dialectOf(head string) *dialect {
	lines := strings.SplitN(head, "\n", maxHeadLines+1)
	lines = lines[:min(len(lines), maxHeadLines)]
	for i := range dialects {
		d, messages := &dialects[i], 0
		for _, l := range lines {
			if d.opening.MatchString(plain(l)) {
				messages++
			}
		}
		if messages >= d.least && (!d.dense || 3*messages >= len(lines)) {
			return d
		}
	}
	return nil
}

// Is reports whether a text begins as a supported chat.
func Is(head string) bool { return dialectOf(head) != nil }

// begun is the parsed opening of a message.
type begun struct {
	date, clock, half, writer string
	size                      int // bytes of the opening in the normalised line
}

// begins parses the opening of a message; false if the line has none.
func (d *dialect) begins(line string) (begun, bool) {
	line = plain(line)
	m := d.opening.FindStringSubmatch(line)
	if m == nil {
		return begun{}, false
	}
	b := begun{size: len(m[0])}
	for i, name := range d.opening.SubexpNames() {
		switch name {
		case "date":
			b.date = fullYear(m[i])
		case "clock":
			b.clock = m[i]
		case "half":
			b.half = m[i]
		case "writer":
			b.writer = strings.TrimSpace(m[i])
		}
	}
	return b, true
}

// maxNoticeWords is how many words a notice with a day may have, including the date.
const maxNoticeWords = 6

// dayIn returns the day that a notice gives for the messages that follow, as written.
func (d *dialect) dayIn(line string) string {
	if d.day == nil || !d.day.MatchString(line) {
		return ""
	}
	fields := strings.Fields(line)
	for i := range fields[:min(len(fields), maxNoticeWords)] {
		if at, err := datestamp.Parse(strings.Join(fields[i:min(len(fields), i+maxNoticeWords)], " "), newsdate.Hint{}); err == nil {
			return at.Format("2006-01-02")
		}
	}
	return ""
}

// maxOpening is how many bytes of a line are searched for an opening.
const maxOpening = 200

// plain folds the digits and spaces at the beginning of a line and drops direction marks.
func plain(l string) string {
	if len(l) > maxOpening {
		l = strings.ToValidUTF8(l[:maxOpening], "")
	}
	return strings.Map(func(r rune) rune {
		if d, ok := text.Digit(r); ok {
			return '0' + rune(d)
		}
		switch {
		case r == '\u200e' || r == '\u200f' || r == '\u202a' || r == '\u202b' || r == '\u202c' || r == '\ufeff' || r == '\r':
			return -1
		case r == '\u00a0' || r == '\u202f':
			return ' '
		}
		return r
	}, l)
}

// fullYear expands the year of a numeric date to four digits.
func fullYear(date string) string {
	i := strings.LastIndexAny(date, "/.-") + 1
	if first := strings.IndexAny(date, "/.-"); len(date)-i == 2 && first < 4 {
		return date[:i] + "20" + date[i:]
	}
	return date
}
