package listing

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"regexp"
	"strconv"
	"strings"

	"dateline/article"
	articlehtml "dateline/article/html"
	"dateline/watch/fetch"
	"dateline/work"

	"golang.org/x/net/html"
)

// A public Telegram channel shows its last posts on a page, https://t.me/s/NAME. It has no feed,
// and the page marks no articles, so the page is parsed by the classes of its elements.

// TelegramPage returns the page of a channel given as @NAME, t.me/NAME or its address. Anything
// else is returned as it is.
func TelegramPage(s string) string {
	if m := channelName.FindStringSubmatch(s); m != nil {
		return "https://t.me/s/" + m[1]
	}
	return s
}

// IsTelegramPage reports whether an address is the page of a channel.
func IsTelegramPage(address string) bool { return strings.HasPrefix(address, "https://t.me/s/") }

var channelName = regexp.MustCompile(`^(?:@|(?:https?://)?(?:www\.)?(?:t|telegram)\.me/(?:s/)?)([A-Za-z]\w{3,31})/?$`)

// post is a message of a channel.
type post struct {
	id   string // NAME/NUMBER
	text string // HTML
	at   string
}

// readTelegram reads the page of a channel. A link to older posts continues the list.
func readTelegram(ctx context.Context, a *fetch.Answer) (List, error) {
	posts, outlet := parseTelegram(ctx, a.Body)
	if ctx.Err() != nil {
		return List{}, ctx.Err()
	}
	if len(posts) == 0 && outlet == "" {
		return List{}, fmt.Errorf("%s: no Telegram channel found; it may be private", a.Address)
	}
	var list List
	for i := range posts {
		item, err := posts[i].item(ctx, a, outlet)
		switch {
		case ctx.Err() != nil:
			return List{}, ctx.Err()
		case errors.Is(err, article.ErrEmpty): // a picture without words
		case err != nil:
			list.Problems = append(list.Problems, err)
		default:
			list.Items = append(list.Items, item)
		}
	}
	if older := olderThan(a.Address, posts); older != "" {
		list.Further = []string{older}
	}
	return list, nil
}

// item converts a post to a JSON record.
func (p *post) item(ctx context.Context, a *fetch.Answer, outlet string) (Item, error) {
	text, _, err := articlehtml.Text(work.New(ctx), p.text)
	if err != nil {
		return Item{}, err
	}
	if strings.TrimSpace(text) == "" {
		return Item{}, article.ErrEmpty
	}
	address := "https://t.me/" + p.id
	record, err := json.Marshal(map[string]string{"id": p.id, "text": text, "published": p.at, "source": outlet, "url": address})
	if err != nil {
		return Item{}, err
	}
	options := article.Options{Fetched: a.Date}
	for read, err := range options.ReadFrom(ctx, address+".jsonl", "", bytes.NewReader(record)) {
		if err != nil {
			return Item{}, err
		}
		read.Input = address
		return Item{Key: hashOf("key", p.id), Mark: hashOf(read.Text), Article: &read}, nil
	}
	return Item{}, article.ErrEmpty
}

// olderThan returns the page with the posts before those of a page; "" if it has the channel's
// first.
func olderThan(address string, posts []post) string {
	oldest := 0
	for _, p := range posts {
		_, number, _ := strings.Cut(p.id, "/")
		if n, err := strconv.Atoi(number); err == nil && (oldest == 0 || n < oldest) {
			oldest = n
		}
	}
	u, err := url.Parse(address)
	if err != nil || oldest <= 1 {
		return ""
	}
	u.RawQuery = url.Values{"before": {strconv.Itoa(oldest)}}.Encode()
	return u.String()
}

// parseTelegram returns the posts of a page, and the name of its channel.
func parseTelegram(ctx context.Context, body []byte) (posts []post, outlet string) {
	z := html.NewTokenizer(bytes.NewReader(body))
	for n := 0; n%1024 != 0 || ctx.Err() == nil; n++ {
		kind := z.Next()
		if kind == html.ErrorToken {
			break
		}
		if kind != html.StartTagToken && kind != html.SelfClosingTagToken {
			continue
		}
		t := z.Token()
		class, last := " "+attribute(t, "class")+" ", len(posts)-1
		switch {
		case t.Data == "meta" && attribute(t, "property") == "og:title":
			outlet = cmp.Or(outlet, attribute(t, "content"))
		case attribute(t, "data-post") != "":
			posts = append(posts, post{id: attribute(t, "data-post")})
		case last < 0:
		case strings.Contains(class, " tgme_widget_message_text ") && !strings.Contains(class, " js-message_reply_text "):
			posts[last].text += inner(z, t.Data)
		case t.Data == "time" && attribute(t, "datetime") != "":
			posts[last].at = attribute(t, "datetime")
		}
	}
	return posts, outlet
}

// inner returns the HTML in an element that has just begun, up to its end or that of the page.
func inner(z *html.Tokenizer, name string) string {
	var b strings.Builder
	for depth := 1; depth > 0; {
		kind := z.Next()
		raw := string(z.Raw())
		tag, _ := z.TagName()
		switch {
		case kind == html.ErrorToken:
			return b.String()
		case kind == html.StartTagToken && string(tag) == name:
			depth++
		case kind == html.EndTagToken && string(tag) == name:
			depth--
		}
		if depth > 0 {
			b.WriteString(raw)
		}
	}
	return b.String()
}

func attribute(t html.Token, name string) string {
	for _, a := range t.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}
