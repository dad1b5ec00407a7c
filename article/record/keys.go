package record

import (
	"slices"
	"strings"
	"unicode"
)

// The keys of each field, in order of preference: our own, then those of news-please,
// trafilatura, newspaper4k, schema.org, newspaper APIs, Mastodon, Reddit, twint, ACLED, GDELT
// and data sets. Case and punctuation are ignored: one entry stands for datePublished,
// date_published and "Date Published".
var (
	idKeys   = []string{"id", "guid", "idstr", "uuid", "eventidcnty", "dataid", "gkgrecordid", "tweetid", "statusid", "articleid", "postid", "unitid"}
	textKeys = []string{"text", "maintext", "articlebody", "articletext", "articlecontent", "fulltext", "fullcontent", "bodytext", "content", "contenttext", "contenthtml", "markdown",
		"bodyhtml", "body", "tweet", "tweettext", "posttext", "rawtext", "rawcontent", "cleantext", "cleanedtext", "textcontent", "openingtext", "plaintext", "pagecontent", "storytext", "newstext", "postcontent", "contentbody", "contents", "descriptiontext", "transcript", "message", "selftext", "article", "story", "paragraphs", "post", "notes", "leadparagraph", "news", "summary", "description", "caption", "shortdescription", "abstract", "sourcearticle", "نص", "النص", "الخبر", "المحتوى"}
	titleKeys   = []string{"title", "headline", "webtitle", "articletitle", "incidenttitle", "headlinetext", "sourceheadline", "headlines", "heading", "subject", "titel", "titre", "عنوان", "العنوان"}
	bylineKeys  = []string{"byline", "author", "authors", "creator", "writer", "reporter", "sender", "sendername", "account", "user", "name", "username", "from", "الكاتب"}
	sourceKeys  = []string{"source", "sitename", "metasitename", "sourcehostname", "medianame", "outlet", "publisher", "publication", "newspaper", "sourcename", "containertitle", "sourcecommonname", "sourcedomain", "hostname", "domain", "site", "pagename", "channel", "المصدر"}
	urlKeys     = []string{"url", "link", "permalink", "permalinkurl", "pageurl", "canonicallink", "canonicalurl", "weburl", "articleurl", "sourceurl", "documentidentifier", "الرابط"}
	langKeys    = []string{"lang", "language", "languagecode"}
	latKeys     = []string{"latitude", "lat"}
	lonKeys     = []string{"longitude", "lon", "lng", "long"}
	fetchedKeys = []string{"fetched", "fetchedat", "datedownload", "crawledat", "crawldate", "scrapedat", "retrieved", "retrievedat", "downloadedat", "collectedat"}
	dateKeys    = []string{"published", "publishedon", "datepublished", "datepublish", "publishedat", "publisheddate", "publishdate", "publishingdate", "publicationdate", "webpublicationdate", "firstpublished", "firstpublicationdate", "displaydate", "issued",
		"pubdate", "postedat", "postdate", "postcreated", "date", "datetime", "createdat", "createdutc", "createdtime", "incidentdate", "reportdate", "newsdate", "articledate", "tweetcreatedts", "eventdate", "datestart", "dateoccurred", "originserverts", "datecreated", "publishtime", "publishedtime", "publishedparsed", "updatedparsed", "seendate", "uploaddate", "timestamp", "timestampms", "time", "ts", "posted", "postedon", "created", "datum", "تاريخ", "التاريخ", "تاريخالنشر", "updated", "updatedat", "datemodified", "modified"}
)

// weakText is where textKeys begin to be keys that lists also use for remarks about themselves.
var weakText = slices.Index(textKeys, "notes")

// keyOf normalises a key or column name: lower case, letters and digits only.
func keyOf(name string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, name)
}
