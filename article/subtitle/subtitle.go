// Package subtitle reads what is said in a film: SubRip (.srt) and WebVTT.
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

// cue is the line of times over what is said: "00:01:02,500 --> 00:01:04,000", in WebVTT
// with settings behind it and the hours left out where there are none.
var cue = regexp.MustCompile(`^(?:(\d{1,3}):)?(\d\d):(\d\d)[.,]\d{3}\s+-->\s+(?:(\d{1,3}):)?(\d\d):(\d\d)[.,]\d{3}(?:\s|$)`)

// tag is a mark within what is said: italics, a speaker, the time of a word, a position.
var tag = regexp.MustCompile(`</?[a-zA-Z0-9][^<>]*>|\{\\[^{}]*\}`)

// maxHead is in how many lines the first cue stands.
const maxHead = 40

// Is reports whether a text begins as subtitles do.
func Is(head string) bool {
	lines := strings.SplitN(strings.TrimLeft(head, "\ufeff \r\n"), "\n", maxHead)
	if !strings.HasPrefix(lines[0], "WEBVTT") {
		lines = lines[:min(len(lines), 2)] // the number of the first cue, and its times
	}
	for _, l := range lines {
		if cue.MatchString(strings.TrimSpace(l)) {
			return true
		}
	}
	return false
}

// minPause is for how many seconds nothing is said between two paragraphs.
const minPause = 3

// Read returns what is said, a line for each of the input, and a blank line where nothing
// is said for a while. A line that is shown again, as captions roll, counts once. The error is
// that of the counter's context.
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

// seconds returns a time of hours, which may be left out, minutes and seconds.
func seconds(parts []string) int {
	n := 0
	for _, p := range parts {
		v, _ := strconv.Atoi(p) // digits, or nothing
		n = 60*n + v
	}
	return n
}
