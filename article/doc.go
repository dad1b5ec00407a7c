// Package article reads Articles from the output of newsrooms and scrapers: text
// files, web pages, feeds, lines of JSON, and folders of them.
//
// # What an article is
//
// An article is a headline and the paragraphs below it. The lines around them say
// who wrote it, for whom and when: a byline, an outlet, a line with only a date.
// These become fields. An Article's Text is what is parsed: it starts with the
// headline's line and keeps the lines of the input unchanged, blank ones included,
// so that an offset in Text (in Unicode code points, from 0) is unambiguous. Lines
// with a date, a source or a byline are marked as Aside, as a place or a date in them
// is not news. A name without a label is not: whether a short line of names is a
// byline can only be guessed, and a wrong guess must cost a field, not a line.
//
// # How it is read
//
// The work is done by subpackages: charset decodes bytes to UTF-8; html, feed and
// record parse pages, feeds and lines of JSON; segment splits a text into its
// articles. Text left out of an article is kept, with the reason: in Aside if it is
// within Text, in LeftOut if it is around it.
//
// # Limits
//
// A document (text, page, feed) of more than MaxDocument bytes or MaxLines lines,
// a line of JSON of more than MaxRecord bytes, a page of more than MaxElements
// elements, and a feed whose elements nest deeper than 500 are refused, with an
// Error that says so. Deeply nested pages are flattened. Time and memory are linear
// in the bytes of an input. JSON Lines are streamed, so their number is not bounded.
// Nothing is fetched.
//
// Reading ends soon after its context is cancelled; a blocked read from a stream is
// not interrupted.
//
// The functions keep no state and are safe for concurrent use. The same input gives
// the same articles.
package article
