package segment

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"dateline/newsdate"
	"dateline/work"
)

// brief says in one line what an article is.
func brief(a Segment) string {
	day := "-"
	if !a.Published.IsZero() {
		day = a.Published.Format("2006-01-02")
	}
	return fmt.Sprintf("%d-%d %s | %s | by %s | %s", a.Lines[0], a.Lines[1], a.Title, day, a.Byline, a.Outlet)
}

func TestSplit(t *testing.T) {
	for _, tt := range []struct {
		name, page string
		want       []string // brief of each article
		omitted    []string // of all of them
	}{
		{
			name: "menu, bar of buttons, links in the middle, links and comments at the end",
			page: `Home
World
Politics

Army enters the town of Tarmin after a week of fighting

Share
Comments

Published: 3 May 2018, 14:20 GMT
By Lina Haddad

The army said on Thursday that it had entered Tarmin.

What the residents say

Residents spoke of heavy shelling during the night.

Also read: Convoy reaches besieged villages in the east

Two schools were hit, according to the local council.

Most read

Convoy reaches besieged villages in the east

Talks resume in the capital next week

Leave a Reply

John
I do not believe a word of it.`,
			want: []string{"5-21 Army enters the town of Tarmin after a week of fighting | 2018-05-03 | by Lina Haddad | "},
			omitted: []string{"Home", "World", "Politics", "Share", "Comments",
				"Also read: Convoy reaches besieged villages in the east", "Most read",
				"Convoy reaches besieged villages in the east", "Talks resume in the capital next week",
				"Leave a Reply", "John", "I do not believe a word of it."},
		},
		{
			name: "no blank lines",
			page: `Army enters the town of Tarmin after a week of fighting
May 3, 2018
The army said on Thursday that it had entered Tarmin.
Convoy reaches besieged villages in the east
May 4, 2018
A convoy of forty trucks reached the villages of the east.`,
			want: []string{
				"1-3 Army enters the town of Tarmin after a week of fighting | 2018-05-03 | by  | ",
				"4-6 Convoy reaches besieged villages in the east | 2018-05-04 | by  | "},
		},
		{
			name: "a chronicle is one article without a date",
			page: `Chronicle of the battle for the valley

The fighting went on for ten days. This is how it went.

3 May 2018

The army shelled the northern hills.

4 May 2018

Units entered the town from the west.`,
			want: []string{"1-11 Chronicle of the battle for the valley | - | by  | "},
		},
		{
			name: "date under the first paragraph",
			page: "Army enters Tarmin\n\nIt did so on Thursday.\n\n3 May 2018\n\nResidents had fled.",
			want: []string{"1-7 Army enters Tarmin | 2018-05-03 | by  | "},
		},
		{
			name:    "date above the title",
			page:    "3 May 2018\n\nArmy enters Tarmin\n\nIt did so on Thursday.",
			want:    []string{"3-5 Army enters Tarmin | 2018-05-03 | by  | "},
			omitted: []string{"3 May 2018"},
		},
		{
			name: "the own date wins over that of the source, both over that of the headline",
			page: "War report – May 1, 2018: Tarmin\n\n3 May 2018\nSource: Tarmin Today, 2 May 2018\n\nThe army entered it.",
			want: []string{"1-6 War report – May 1, 2018: Tarmin | 2018-05-03 | by  | Tarmin Today"},
		},
		{
			name: "a source at the end",
			page: "Army enters Tarmin\n\nIt did so on Thursday.\n\nSource: Tarmin Today, 2 May 2018",
			want: []string{"1-5 Army enters Tarmin | 2018-05-02 | by  | Tarmin Today"},
		},
		{
			name: "date in a headline, dates in the text, dates in a caption",
			page: `WAR REPORT – MAY 3, 2018: ARMY ENTERS TARMIN

Tarmin Today

On May 2, 2018, the army entered the town.

Soldiers in Tarmin on Wednesday, May 2nd, 2018.

Ten years after the attack of May 1, 2008

The town was shelled then, too.`,
			want: []string{"1-11 WAR REPORT – MAY 3, 2018: ARMY ENTERS TARMIN | 2018-05-03 | by  | Tarmin Today"},
		},
		{
			name: "comments under names that say",
			page: `Army enters the town of Tarmin

The army said on Thursday that it had entered Tarmin.

Alex says:
May 4, 2018 at 3:45 pm
Nonsense. There was no army in Tarmin that day.

Maria says:
May 5, 2018 at 9:12 am
My cousin saw it.`,
			want: []string{"1-3 Army enters the town of Tarmin | - | by  | "},
			omitted: []string{"Alex says:", "May 4, 2018 at 3:45 pm", "Nonsense. There was no army in Tarmin that day.",
				"Maria says:", "May 5, 2018 at 9:12 am", "My cousin saw it."},
		},
		{
			name: "nested comments without a header, then an article",
			page: `Army enters the town of Tarmin

The army said on Thursday that it had entered Tarmin.

  • Alex

    Nonsense.

    • Maria

      My cousin saw it.
  • Jo
    • Al

      Me too.

Convoy reaches the villages of the east

A convoy of forty trucks reached the villages.`,
			want: []string{
				"1-3 Army enters the town of Tarmin | - | by  | ",
				"17-19 Convoy reaches the villages of the east | - | by  | "},
			omitted: []string{"• Alex", "Nonsense.", "• Maria", "My cousin saw it.", "• Jo", "• Al", "Me too."},
		},
		{
			name: "lists of places stay",
			page: `The towns that changed hands

These towns changed hands during the month:

• Tarmin
• Safra
    • East Safra
    • West Safra

Kafr Tal

Tell Safra

The army holds all of them now.`,
			want: []string{"1-14 The towns that changed hands | - | by  | "},
		},
		{
			name: "links under a header, the last of them with a text",
			page: `Army enters the town of Tarmin

The army said that it had entered Tarmin.

Related News

Talks resume in the capital next week

Ceasefire holds for a third day

Convoy reaches the villages of the east

A convoy of forty trucks reached the villages.`,
			want: []string{
				"1-3 Army enters the town of Tarmin | - | by  | ",
				"11-13 Convoy reaches the villages of the east | - | by  | "},
			omitted: []string{"Related News", "Talks resume in the capital next week", "Ceasefire holds for a third day"},
		},
		{
			name: "title and deck behind a list",
			page: "Army enters Tarmin\n\nIt did.\n\nRelated Videos\n\nRelated News\n\nARMY COMMAND SPEAKS OF A VICTORY\n\nThe command names the towns it holds\n\nThere are ten.",
			want: []string{
				"1-3 Army enters Tarmin | - | by  | ",
				"9-13 ARMY COMMAND SPEAKS OF A VICTORY | - | by  | "},
			omitted: []string{"Related Videos", "Related News"},
		},
		{
			name: "title said twice, caption said often",
			page: `Army enters the town of Tarmin

It did so on Thursday.

Convoy reaches the villages of the east

Convoy Reaches The Villages Of The East

By Lina Haddad for the Tarmin Blog

It had forty trucks.

Convoy reaches the villages of the east

It carried flour.`,
			want: []string{
				"1-3 Army enters the town of Tarmin | - | by  | ",
				"5-15 Convoy reaches the villages of the east | - | by Lina Haddad | Tarmin Blog"},
			omitted: []string{"Convoy Reaches The Villages Of The East", "Convoy reaches the villages of the east"},
		},
		{
			name: "datelines",
			page: `Army enters the town of Tarmin

TARMIN, Syria (Tarmin Press) – The army said that it had entered the town.

Convoy reaches the east

SAFRA, SYRIA (7:15 P.M.) – A convoy reached the villages.`,
			want: []string{
				"1-3 Army enters the town of Tarmin | - | by  | Tarmin Press",
				"5-7 Convoy reaches the east | - | by  | "},
		},
		{
			name: "an outlet under a headline",
			page: "Army enters the town of Tarmin\n\nReuters\n\nIt did so.\n\nConvoy reaches the east\n\nAFP\n\nIt had forty trucks.",
			want: []string{
				"1-5 Army enters the town of Tarmin | - | by  | Reuters",
				"7-11 Convoy reaches the east | - | by  | AFP"},
		},
		{
			name: "titles of sections stay",
			page: `Army enters the town of Tarmin

It did so on Thursday.

What the governor wants to achieve now

He spoke of schools.

A day in the life of the town

Shops were open.

Lina Haddad`,
			want: []string{"1-13 Army enters the town of Tarmin | - | by Lina Haddad | "},
		},
		{
			name: "Arabic after English and back",
			page: `Army enters the town of Tarmin

It did so on Thursday.

قافلة تصل إلى القرى

سمر خوري

وصلت قافلة من أربعين شاحنة إلى القرى.

فيديوهات متعلقة

Talks resume in the capital

They do.`,
			want: []string{
				"1-3 Army enters the town of Tarmin | - | by  | ",
				"5-9 قافلة تصل إلى القرى | - | by سمر خوري | ",
				"13-15 Talks resume in the capital | - | by  | "},
			omitted: []string{"فيديوهات متعلقة"},
		},
		{
			name: "Arabic with date, source and comments",
			page: `الجيش يدخل بلدة ترمين بعد أسبوع من القتال

٤ أيار/مايو ٢٠١٨
المصدر: جريدة ترمين، 3 أيار 2018

ترمين – قالت مصادر إن الجيش دخل البلدة يوم الخميس.

اقرأ أيضا: قافلة تصل إلى القرى

وقال سكان إن القصف استمر طوال الليل.

التعليقات

كلام فارغ.`,
			want:    []string{"1-10 الجيش يدخل بلدة ترمين بعد أسبوع من القتال | 2018-05-04 | by  | جريدة ترمين"},
			omitted: []string{"اقرأ أيضا: قافلة تصل إلى القرى", "التعليقات", "كلام فارغ."},
		},
		{
			name: "numbers in the order that another date of the page tells",
			page: `Army enters Tarmin

John Smith | 04/05/2018

It did so on Thursday.

-----------------------------

Convoy reaches the east

Jane Doe | 23/05/2018

It had forty trucks.`,
			want: []string{
				"1-5 Army enters Tarmin | 2018-05-04 | by John Smith | ",
				"9-13 Convoy reaches the east | 2018-05-23 | by Jane Doe | "},
			omitted: []string{"-----------------------------"},
		},
		{
			name: "an open order is not guessed",
			page: "Army enters Tarmin\n\n04/05/2018\n\nIt did so on Thursday.",
			want: []string{"1-5 Army enters Tarmin | - | by  | "},
		},
		{
			name: "a long gap",
			page: "Army enters Tarmin\n\nIt did so.\n\n\n\nConvoy reaches the east\n\nIt had forty trucks.\n\nAbout the author\n\nLina Haddad lives in the east.",
			want: []string{
				"1-3 Army enters Tarmin | - | by  | ",
				"7-9 Convoy reaches the east | - | by  | "},
			omitted: []string{"About the author", "Lina Haddad lives in the east."},
		},
		{
			name: "no headline",
			page: "The army entered Tarmin on Thursday, after a week of fighting.\n\nResidents had fled.",
			want: []string{"1-3 The army entered Tarmin on Thursday, after a week of fighting. | - | by  | "},
		},
		{
			name: "a headline alone",
			page: "\nArmy enters Tarmin\n\n",
			want: []string{"2-2 Army enters Tarmin | - | by  | "},
		},
		{
			name:    "a date and a text",
			page:    "3 May 2018\n\nThe army entered Tarmin.",
			want:    []string{"3-3 The army entered Tarmin. | 2018-05-03 | by  | "},
			omitted: []string{"3 May 2018"},
		},
		{
			name:    "share text and asking for money",
			page:    "Army enters Tarmin\n\nIt did so.\n\nPlease click the share buttons.\n\nTo help us make a donation here.",
			want:    []string{"1-7 Army enters Tarmin | - | by  | "},
			omitted: []string{"Please click the share buttons.", "To help us make a donation here."},
		},
		{
			name: "navigation only",
			page: "Related News\n\nShare\n",
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			articles, err := Split(work.New(t.Context()), tt.page, Scraped, newsdate.Hint{})
			if err != nil {
				t.Fatal(err)
			}
			var got, omitted []string
			for _, a := range articles {
				got = append(got, brief(a))
				omitted = append(append(omitted, navigation(a)...), around(a)...)
			}
			slices.Sort(omitted)
			slices.Sort(tt.omitted)
			if !slices.Equal(got, tt.want) {
				t.Errorf("articles\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(tt.want, "\n"))
			}
			if !slices.Equal(omitted, tt.omitted) {
				t.Errorf("omitted\n%q\nwant\n%q", omitted, tt.omitted)
			}
		})
	}
}

// asides returns the stretches of an article's text that tell nothing.
func asides(a Segment) []string {
	var out []string
	runes := []rune(a.Text)
	for _, s := range a.Aside {
		out = append(out, strings.TrimSpace(string(runes[s.Start:s.End])))
	}
	return out
}

// navigation returns the asides that are no fields.
func navigation(a Segment) []string {
	var out []string
	runes := []rune(a.Text)
	for _, s := range a.Aside {
		if s.Reason != Field {
			out = append(out, strings.TrimSpace(string(runes[s.Start:s.End])))
		}
	}
	return out
}

// around returns the lines that are left out around a segment.
func around(a Segment) []string {
	var out []string
	for _, l := range a.LeftOut {
		out = append(out, strings.Split(l.Text, "\n")...)
	}
	return out
}

func TestAside(t *testing.T) {
	for _, tt := range []struct {
		name, page, text string
		aside            []string
	}{
		{"lines as they stand",
			"  Army  enters\u00a0Tarmin \n\nIt did  so.\t\n\n\nResidents fled.\n\n",
			"  Army  enters\u00a0Tarmin \n\nIt did  so.\t\n\n\nResidents fled.", nil},
		{"date and source",
			"Army enters Tarmin\n\n3 May 2018\nSource: Tarmin Today\n\nIt did so.",
			"Army enters Tarmin\n\n3 May 2018\nSource: Tarmin Today\n\nIt did so.", []string{"3 May 2018", "Source: Tarmin Today"}},
		{"byline",
			"Army enters Tarmin\n3 May 2018\n\nBy Lina Haddad\n\nIt did so.",
			"Army enters Tarmin\n3 May 2018\n\nBy Lina Haddad\n\nIt did so.", []string{"3 May 2018", "By Lina Haddad"}},
		{"navigation inside",
			"Army enters Tarmin\n\nIt did so.\n\nRead more\n\nResidents fled.",
			"Army enters Tarmin\n\nIt did so.\n\nRead more\n\nResidents fled.", []string{"Read more"}},
		{"navigation behind",
			"Army enters Tarmin\n\nIt did so.\n\nRelated News\n\nArmy leaves Tarmin",
			"Army enters Tarmin\n\nIt did so.", nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			articles, err := Split(work.New(t.Context()), tt.page, Scraped, newsdate.Hint{})
			if err != nil || len(articles) != 1 {
				t.Fatalf("%d articles, error %v", len(articles), err)
			}
			if a := articles[0]; a.Text != tt.text || !slices.Equal(asides(a), tt.aside) {
				t.Errorf("text %q, aside %q", a.Text, asides(a))
			}
		})
	}
}
