package article_test

import (
	"context"
	"fmt"
	"strings"

	"dateline/article"
)

// A page pasted as text: two articles with the site's own text between them.
func ExampleReadFrom() {
	page := `Army enters the town of Tarmin

3 May 2018
Source: Tarmin Today

The army said on Thursday that it had entered Tarmin.

Related News

قافلة تصل إلى القرى

٤ أيار/مايو ٢٠١٨

وصلت قافلة من أربعين شاحنة إلى القرى.
`
	for a, err := range article.ReadFrom(context.Background(), "page.txt", strings.NewReader(page)) {
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(a.Lines, a.Published.Format("2006-01-02"), a.Lang, a.Source)
		fmt.Printf("%q\n", a.Text)
	}
	// Output:
	// [1 6] 2018-05-03 en Tarmin Today
	// "Army enters the town of Tarmin\n\n3 May 2018\nSource: Tarmin Today\n\nThe army said on Thursday that it had entered Tarmin."
	// [10 14] 2018-05-04 ar page.txt
	// "قافلة تصل إلى القرى\n\n٤ أيار/مايو ٢٠١٨\n\nوصلت قافلة من أربعين شاحنة إلى القرى."
}

// The text of JSON Lines is taken as given; a bad line does not affect the others.
func ExampleReadFrom_records() {
	lines := `{"id":7,"text":"Clashes near Tarmin.","published":"2018-05-03","source":"Tarmin Today"}
{"id":8,"text":
`
	for a, err := range article.ReadFrom(context.Background(), "-", strings.NewReader(lines)) {
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(a.Key, a.Text, a.Source)
	}
	// Output:
	// 7 Clashes near Tarmin. Tarmin Today
	// -:2: not a record: unexpected end of JSON input; a line holds {"id": "...", "text": "..."}; the other lines are read
}
