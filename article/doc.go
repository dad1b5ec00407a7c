// Package article turns what newsrooms and scrapers hand out (text files, web
// pages, feeds, lines of JSON, folders of them) into Articles.
//
// # What an article is
//
// An article is a headline and the paragraphs under it. What is printed around
// them says who wrote it, for whom and when: a byline, an outlet, a line that
// holds a date and nothing else. These become fields. An Article's Text is what
// is read for places: it begins with the headline's line and holds the lines of
// the input as they stand, blank ones included, so that an offset in Text (in
// Unicode code points, from 0) means the same to whoever counts it. Lines of a
// date, a source or a byline are marked as Aside, for a place or a date in them
// is not news. A name without a label is not: whether a short line of names is a
// byline can only be guessed, and a wrong guess must cost a field, not a line.
//
// # How a page is cut
//
// A page scraped as text may hold many articles with what a site puts between
// and around them. The package knows no site; it goes by how pages are built.
// Each line is first judged alone: blank, paragraph, heading (short, no full
// stop), line of a date, line of a source, byline, one-line link ("Also read
// ..."), header of a list of links ("Related News"), of a footer or of a comment
// thread, rule. The words that tell these are tables, in the folder words.
//
// Then the lines are read from the top. A heading opens an article when
//
//   - a date, a source or a labelled byline stands under it, at most one
//     other heading between,
//   - it is said twice, as pages do that print the title again above the text,
//   - the paragraph under it opens with a dateline ("BEIRUT, Lebanon (AFP) - "),
//   - it holds a date of its own between dashes ("WAR REPORT – MAY 3, 2018: "),
//   - the text changes from one script to another with it,
//   - more than two blank lines, a rule, a list of links or a comment thread lie
//     before it, and a paragraph follows.
//
// Any other heading stays in the article it stands in: it is a deck, or the
// title of a section. After a header of a list, headings without text are links
// and are omitted; after a footer or a comment thread everything is, until an
// article opens. Inside an article the lines stay as they stand, so that its Text
// can be laid beside the input; those that tell nothing are marked as Aside: dates
// and bylines, what is certainly navigation by the words of the tables, and a line
// that was already said, as captions are. What lies outside is kept in Omitted:
// nothing is lost.
//
// # What is bounded
//
// A document (text, page, feed) of more than MaxDocument bytes or MaxLines lines,
// a line of JSON of more than MaxRecord bytes, a page of more than MaxElements
// elements, nested deeper than 512 or deep for its size, and a feed nested deeper
// than 1000 are refused, with an Error that says so. JSON Lines are streamed:
// their number is not bounded. Nothing is fetched.
//
// The functions keep no state and may be called at the same time from many
// goroutines. The same input gives the same articles.
package article
