package charset

import (
	"bufio"
	"errors"
	"io"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

const (
	arabic  = "قالت مصادر محلية إن قوات الجيش دخلت بلدة ترمين يوم الخميس بعد أسبوع من القتال"
	russian = "Армия вошла в город Тармин в четверг после недели боёв, сообщили местные жители"
	hebrew  = "הצבא נכנס לעיירה תרמין ביום חמישי לאחר שבוע של קרבות, אמרו התושבים"
	turkish = "Ordu perşembe günü Tarmin kasabasına girdi, çatışmalar bir hafta sürmüştü"
	polish  = "Wojsko weszło w czwartek do miasta Tarmin, walki trwały cały tydzień, ludność uciekła"
	french  = "L’armée est entrée jeudi dans la ville de Tarmin, après une semaine de combats très violents"
	chinese = "军队星期四进入塔尔明镇，当地居民说战斗持续了一个星期。"
)

func encoded(t *testing.T, e encoding.Encoding, s string) []byte {
	t.Helper()
	out, err := encoding.ReplaceUnsupported(e.NewEncoder()).String(s)
	if err != nil {
		t.Fatal(err)
	}
	return []byte(out)
}

func TestDecode(t *testing.T) {
	meta := func(label, s string) string { return `<meta charset="` + label + `"><p>` + s }
	xml := func(label, s string) string {
		return `<?xml version="1.0" encoding="` + label + `"?><rss><title>` + s + "</title></rss>"
	}
	for _, tt := range []struct {
		name, text, mediaType string
		encoding              encoding.Encoding
	}{
		{"UTF-8", arabic, "", unicode.UTF8},
		{"UTF-8 with a mark", arabic, "", unicode.UTF8BOM},
		{"UTF-8 declared otherwise", meta("windows-1256", arabic), "text/html; charset=iso-8859-1", unicode.UTF8},
		{"UTF-8 declared as ASCII", xml("us-ascii", arabic), "", unicode.UTF8},
		{"UTF-16", russian, "", unicode.UTF16(unicode.BigEndian, unicode.UseBOM)},
		{"Windows-1256 by its letters", arabic, "", charmap.Windows1256},
		{"Windows-1256 declared as Latin-1", meta("iso-8859-1", arabic), "", charmap.Windows1256},
		{"Windows-1256 declared as UTF-8", xml("utf-8", arabic), "", charmap.Windows1256},
		{"ISO-8859-6 by its letters", arabic, "", charmap.ISO8859_6},
		{"ISO-8859-6 in a meta", meta("iso-8859-6", arabic), "", charmap.ISO8859_6},
		{"Windows-1251 by its letters", russian, "", charmap.Windows1251},
		{"Windows-1251 in a meta", meta("windows-1251", russian), "", charmap.Windows1251},
		{"KOI8-R by its letters", russian, "", charmap.KOI8R},
		{"KOI8-R from the server", russian, "text/plain; charset=koi8-r", charmap.KOI8R},
		{"Windows-1255 in XML", xml("windows-1255", hebrew), "", charmap.Windows1255},
		{"Windows-1254 by its letters", turkish + " ve ışıklar söndü", "", charmap.Windows1254},
		{"Windows-1252 with letters of Icelandic", "Það er ekkert nýtt í Tarmin, sögðu íbúar þar á fimmtudag", "", charmap.Windows1252},
		{"Windows-1254 in a meta", meta("windows-1254", turkish), "", charmap.Windows1254},
		{"ISO-8859-9 in a meta", meta("iso-8859-9", turkish), "", charmap.ISO8859_9},
		{"ISO-8859-2 in a meta", meta("iso-8859-2", polish), "", charmap.ISO8859_2},
		{"Windows-1252 by its letters", french, "", charmap.Windows1252},
		{"GBK in a meta", meta("gb2312", chinese), "", simplifiedchinese.GBK},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, err := Decode(encoded(t, tt.encoding, tt.text), tt.mediaType)
			if err != nil || strings.TrimPrefix(got, "\ufeff") != tt.text {
				t.Errorf("got %q, error %v, want %q", got, err, tt.text)
			}
		})
	}
}

func TestDecodeMixed(t *testing.T) {
	mixed := arabic + "\n" + arabic + "\n" + string(encoded(t, charmap.Windows1256, arabic)) + "\n"
	got, err := Decode([]byte(mixed), "")
	if err != nil || got != strings.Repeat(arabic+"\n", 3) {
		t.Errorf("got %q, error %v", got, err)
	}
}

func TestDecodeRefuses(t *testing.T) {
	garbled := func(e *charmap.Charmap) string { // UTF-8 read as e
		s, err := e.NewDecoder().String(arabic)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	for _, tt := range []struct {
		name, data string
		want       error
	}{
		{"NUL", "a\x00b", ErrBinary},
		{"garbled by Windows-1256", garbled(charmap.Windows1256), ErrMojibake},
		{"garbled by Windows-1252", garbled(charmap.Windows1252), ErrMojibake},
		{"noise", strings.Repeat("\x81\x8d\x90\xff\xfe\xfd", 20), ErrUnknown},
	} {
		if got, err := Decode([]byte(tt.data), ""); !errors.Is(err, tt.want) {
			t.Errorf("%s: %q, error %v, want %v", tt.name, got, err, tt.want)
		}
	}
}

func FuzzDecode(f *testing.F) {
	for _, s := range []string{arabic, "caf\xe9", "\xff\xfeA\x00", "\xc7\xe1\xcc\xed\xd4 \xed\xcf\n" + arabic, `<meta charset="gbk">` + "\x81\x30", "\x1b$B", "a\r\nb\rc"} {
		f.Add([]byte(s), "text/html; charset=utf-8")
		f.Add([]byte(s), "")
	}
	f.Fuzz(func(t *testing.T, data []byte, mediaType string) {
		s, err := Decode(data, mediaType)
		if !utf8.ValidString(s) || strings.ContainsAny(s, "\r\x00") || err != nil && s != "" {
			t.Errorf("%q, error %v", s, err)
		}
		if line := Line(data); !utf8.ValidString(line) {
			t.Errorf("line %q", line)
		}
	})
}

func TestReader(t *testing.T) {
	const text = "title,text\nقصف,سقطت قذيفتان على بلدة مورك مساء الاثنين\n"
	windows, err := charmap.Windows1256.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range []string{text, windows} {
		got, err := io.ReadAll(Reader(bufio.NewReader(strings.NewReader(s))))
		if err != nil || string(got) != text {
			t.Errorf("%q, error %v", got, err)
		}
	}
}
