// Package subtitle reads subtitles: SubRip (.srt) and WebVTT.
//
//	said, err := subtitle.Read(work.New(ctx), text)
//
// Time is linear in the bytes.
package subtitle

import (
	"html"
	"regexp"
	"strconv"
	"strings"

	"dateline/work"
)

// cue matches the timing line of a cue: "00:01:02,500 --> 00:01:04,000". In WebVTT settings may
// follow, and hours may be omitted.
var cue = regexp.MustCompile(`^(?:(\d{1,3}):)?(\d\d):(\d\d)[.,]\d{3}\s+-->\s+(?:(\d{1,3}):)?(\d\d):(\d\d)[.,]\d{3}(?:\s|$)`)

// tag matches markup in the text of a cue: italics, a speaker, a word's time, a position.
var tag = regexp.MustCompile(`</?[a-zA-Z0-9][^<>]*>|\{\\[^{}]*\}`)

// maxHead is within how many lines the first cue must begin.
const maxHead = 40

// Is reports whether a text begins as subtitles.
func Is(head string) bool {
	lines := strings.SplitN(strings.TrimLeft(head, "\ufeff \r\n"), "\n", maxHead)
	if !strings.HasPrefix(lines[0], "WEBVTT") {
		lines = lines[:min(len(lines), 2)] // cue number and timing
	}
	for _, l := range lines {
		if cue.MatchString(strings.TrimSpace(l)) {
			return true
		}
	}
	return false
}

// minPause is how many seconds of silence separate paragraphs.
const minPause = 3

// Read returns the spoken text, with as many lines as the input, and a blank line for each
// pause. Lines shown again, as in roll-up captions, are not repeated. The error is that of the
// counter's context.
func Read(steps *work.Counter, s string) (string, error) {
	var out []string
	last, ended, within := "", -1, false
	for l := range strings.Lines(s) {
		if err := steps.Add(len(l)); err != nil {
			return "", err
		}
		l = strings.TrimSpace(l)
		switch m := cue.FindStringSubmatch(l); {
		case m != nil:
			if within = true; ended >= 0 && seconds(m[1:4]) >= ended+minPause {
				out = append(out, "")
			}
			ended = seconds(m[4:7])
		case l == "":
			within = false
		case within:
			said := strings.TrimSpace(html.UnescapeString(tag.ReplaceAllString(l, "")))
			if said != "" && said != last {
				out = append(out, said)
			}
			last = said
		}
	}
	return strings.TrimSpace(strings.Join(out, "\n")), nil
}

// seconds converts hours, which may be empty, minutes and seconds.
func seconds(parts []string) int {
	n := 0
	for _, p := range parts {
		v, _ := strconv.Atoi(p) // digits, or nothing
		n = 60*n + v
	}
	return n
}
