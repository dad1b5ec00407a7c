package segment

import "testing"

func TestSplitHeads(t *testing.T) {
	for _, tt := range []splitCase{
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
			name:    "a date and a text",
			page:    "3 May 2018\n\nThe army entered Tarmin.",
			want:    []string{"3-3 The army entered Tarmin. | 2018-05-03 | by  | "},
			omitted: []string{"3 May 2018"},
		},
	} {
		t.Run(tt.name, tt.run)
	}
}

// TestHeadDates: a line in the head of a report that tells its day, beside one like it that does not.
func TestHeadDates(t *testing.T) {
	const day = "2018-05-03"
	for _, tt := range []struct{ line, day, byline, outlet string }{
		{"TARMIN, May 3, 2018 (Tarmin Wire) -", day, "", "Tarmin Wire"},
		{"TARMIN, Syria, May 3, 2018 (Tarmin Wire) --", day, "", "Tarmin Wire"},
		{"Tarmin/Safra, 3 May 2018 (Tarmin Wire) -", day, "", "Tarmin Wire"},
		{"TARMIN/SAFRA, 3 May 2018", day, "", ""},
		{"Tarmin (Reuters), 3 May 2018 –", day, "", "Reuters"},
		{"Delegates met, May 3, 2018 (their third day) -", "-", "", ""},
		{"May 3, 2018 · 3 min read · 212 shares", day, "", ""},
		{"May 3, 2018 · 3 min walk · 212 steps", "-", "", ""},
		{"By Vera Bell and agencies — 3 May 2018 19:01 BST — 5 Comments", day, "Vera Bell and agencies", ""},
		{"Filed by our correspondent in Tarmin on 3 May 2018", day, "our correspondent in Tarmin", ""},
		{"Killed by a sniper in Tarmin on 3 May 2018", "-", "", ""},
		{"@tarmin · May 3, 2018", day, "@tarmin", ""},
		{"الخرطوم 3 مايو 2018", day, "", ""},
		{"اتفاق 3 مايو 2018", "-", "", ""},
		{"شبكة شام (تلغرام) 13-5-2018", "2018-05-13", "", "شبكة شام"},
		{"مجزرة حلب (سوريا) 13-5-2018", "-", "", ""},
	} {
		c := splitCase{
			page: "Army enters the town of Safra\n\n" + tt.line + "\n\nThe army did so on Thursday, after ten days of fighting, residents said.",
			want: []string{"1-5 Army enters the town of Safra | " + tt.day + " | by " + tt.byline + " | " + tt.outlet},
		}
		t.Run(tt.line, c.run)
	}
}
