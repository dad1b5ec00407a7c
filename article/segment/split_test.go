package segment

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"dateline/newsdate"
	"dateline/work"
)

// brief describes an article in one line.
func brief(a Segment) string {
	day := "-"
	if !a.Published.IsZero() {
		day = a.Published.Format("2006-01-02")
	}
	return fmt.Sprintf("%d-%d %s | %s | by %s | %s", a.Lines[0], a.Lines[1], a.Title, day, a.Byline, a.Outlet)
}

// splitCase is a page and the articles in it.
type splitCase struct {
	name, page string
	want       []string // brief of each article
	omitted    []string // of all of them
}

func (c splitCase) run(t *testing.T) {
	articles, err := Split(work.New(t.Context()), c.page, Scraped, newsdate.Hint{})
	if err != nil {
		t.Fatal(err)
	}
	var got, omitted []string
	for _, a := range articles {
		got = append(got, brief(a))
		omitted = append(append(omitted, navigation(a)...), around(a)...)
	}
	slices.Sort(omitted)
	slices.Sort(c.omitted)
	if !slices.Equal(got, c.want) {
		t.Errorf("articles\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(c.want, "\n"))
	}
	if !slices.Equal(omitted, c.omitted) {
		t.Errorf("omitted\n%q\nwant\n%q", omitted, c.omitted)
	}
}

func TestSplit(t *testing.T) {
	for _, tt := range []splitCase{
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
		t.Run(tt.name, tt.run)
	}
}
