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
// # How it is read
//
// The rooms of the package are packages of their own: charset makes UTF-8 of the
// bytes, html, feed and record take pages, feeds and lines of JSON apart, segment
// cuts a text into its articles. What is left out of an article is kept, with the
// reason: in Aside where it lies within Text, in LeftOut where it lies around it.
//
// # What is bounded
//
// A document (text, page, feed) of more than MaxDocument bytes or MaxLines lines,
// a line of JSON of more than MaxRecord bytes, a page of more than MaxElements
// elements, and a feed whose elements lie deeper in each other than 500 are
// refused, with an Error that says so. Pages nested deep are flattened. Time and
// memory grow with the bytes of an input, and no faster. JSON Lines are streamed:
// their number is not bounded. Nothing is fetched.
//
// Reading ends soon after its context has; a read from a stream that is under way
// is not interrupted.
//
// The functions keep no state and may be called at the same time from many
// goroutines. The same input gives the same articles.
package article
