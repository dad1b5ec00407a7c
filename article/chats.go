package article

import (
	"bufio"
	"strings"

	"dateline/article/chat"
	"dateline/article/html"
	"dateline/article/mail"
	"dateline/article/segment"
	"dateline/text"
	"dateline/work"
)

// fromMessage makes the article of a message.
func fromMessage(m chat.Message, source string) Article {
	first, _, _ := strings.Cut(m.Text, "\n")
	return Article{
		Key: m.Key, Title: text.Clip(text.OneLine(first), maxEntryTitle), Byline: m.Writer, Source: source,
		Published: m.Published, Text: m.Text, Lines: m.Lines,
	}
}

func readWhatsApp(steps *work.Counter, name, s string, yield yieldFunc) bool {
	messages, err := chat.WhatsApp(steps, s)
	var articles []Article
	for _, m := range messages {
		if m.Text != "" {
			articles = append(articles, fromMessage(m, ""))
		}
	}
	return yieldAll(name, articles, err, yield)
}

func readTelegram(s source, r *bufio.Reader, yield yieldFunc) bool {
	goOn := true
	err := chat.Telegram(r, func(name string, m chat.Message) bool {
		goOn = yield(fromMessage(m, name).finish(s.name), nil)
		return goOn
	})
	if err != nil && goOn {
		return s.fail(err, yield)
	}
	return goOn
}

// readMail reads a message; a newsletter may hold several articles.
func readMail(s source, r *bufio.Reader, yield yieldFunc) bool {
	m, err := mail.Read(r)
	if err != nil {
		return s.fail(err, yield)
	}
	steps := work.New(s.ctx)
	var articles []Article
	if m.Markup && m.URL != "" {
		articles, err = fromPage(steps, m.URL, m.Text)
	} else {
		articles, err = fromLetter(steps, m)
	}
	for i := range articles {
		if articles[i].Published.IsZero() {
			articles[i].Published = m.Published
		}
	}
	return yieldAll(s.name, articles, err, yield)
}

func fromLetter(steps *work.Counter, m mail.Message) ([]Article, error) {
	var left []LeftOut
	said := m.Text
	if m.Markup {
		var err error
		if said, left, err = html.Text(steps, m.Text); err != nil {
			return nil, err
		}
	}
	articles, err := fromTitled(steps, m.Subject, said, segment.Titled)
	for i := range articles {
		if i == 0 {
			articles[i].LeftOut = append(articles[i].LeftOut, left...)
		}
		if articles[i].Byline == "" {
			articles[i].Byline = m.From
		}
	}
	return articles, err
}
