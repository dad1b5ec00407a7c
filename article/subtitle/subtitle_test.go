package subtitle

import (
	"strings"
	"testing"

	"dateline/work"
)

const srt = "1\n00:00:01,000 --> 00:00:04,000\n<i>Fighting went on in El</i>\n\n2\n00:00:04,000 --> 00:00:08,500\nFasher &amp; Kutum today.\n\n" +
	"3\n01:00:20,500 --> 01:00:22,000\n{\\an8}The road is closed.\n"

const vtt = "\ufeffWEBVTT - a film\nKind: captions\n\nNOTE made by hand\n\nintro\n00:01.000 --> 00:04.000 align:start\n<v Vera>Fighting went on\n\n" +
	"00:04.000 --> 00:05.000\nFighting went on\nin <00:04.500><c>Nyala</c>.\n"

func TestRead(t *testing.T) {
	for name, tt := range map[string]struct {
		in, want string
		is       bool
	}{
		"SubRip":     {srt, "Fighting went on in El\nFasher & Kutum today.\n\nThe road is closed.", true},
		"of Windows": {strings.ReplaceAll(srt, "\n", "\r\n"), "Fighting went on in El\nFasher & Kutum today.\n\nThe road is closed.", true},
		"WebVTT":     {vtt, "Fighting went on\nin Nyala.", true},
		"no cues":    {"WEBVTT\n\n", "", false},
		"a text":     {"Army enters Tarmin\n\n00:00 --> 00:10 is the time of the shots.\n", "", false},
	} {
		if got, err := Read(work.New(t.Context()), tt.in); err != nil || got != tt.want {
			t.Errorf("%s: %q, want %q, error %v", name, got, tt.want, err)
		}
		if got := Is(tt.in); got != tt.is {
			t.Errorf("%s: is %v, want %v", name, got, tt.is)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(srt)
	f.Add(vtt)
	f.Fuzz(func(t *testing.T, s string) {
		if got, err := Read(work.New(t.Context()), s); err != nil || len(got) > 8*len(s)+8 {
			t.Errorf("%d bytes of %d, error %v", len(got), len(s), err)
		}
		Is(s)
	})
}
