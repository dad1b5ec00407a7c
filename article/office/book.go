package office

import (
	"encoding/xml"
	"errors"
	"fmt"
	"net/url"
	"path"
	"strings"
)

// book returns a book with its pages in the order of its spine. A page named by the spine again
// is not repeated (EPUB 3.3, 5.7.1), and all pages together may have maxPart bytes: otherwise a
// small spine could name a large page many times.
func (a archive) book() (*Book, error) {
	var container struct {
		Roots []struct {
			Path string `xml:"full-path,attr"`
		} `xml:"rootfiles>rootfile"`
	}
	var book struct {
		Title string `xml:"metadata>title"`
		Date  string `xml:"metadata>date"`
		Items []struct {
			ID   string `xml:"id,attr"`
			Href string `xml:"href,attr"`
			Type string `xml:"media-type,attr"`
		} `xml:"manifest>item"`
		Spine []struct {
			ID string `xml:"idref,attr"`
		} `xml:"spine>itemref"`
	}
	data, err := a.part("META-INF/container.xml")
	if err != nil {
		return nil, err
	}
	if err := xml.Unmarshal([]byte(data), &container); err != nil || len(container.Roots) == 0 {
		return nil, ErrNotOffice
	}
	root := container.Roots[0].Path
	if data, err = a.part(root); err != nil {
		return nil, err
	}
	if err := xml.Unmarshal([]byte(data), &book); err != nil {
		return nil, err
	}
	where := map[string]string{}
	for _, item := range book.Items {
		if strings.Contains(item.Type, "html") {
			href, err := url.PathUnescape(item.Href)
			if err != nil {
				href = item.Href
			}
			where[item.ID] = path.Join(path.Dir(root), href)
		}
	}
	out := &Book{Title: strings.TrimSpace(book.Title), Date: strings.TrimSpace(book.Date)}
	size, read := 0, map[string]bool{"": true} // not a page of text
	for _, item := range book.Spine {
		name := where[item.ID]
		if read[name] {
			continue
		}
		read[name] = true
		page, err := a.part(name)
		if errors.Is(err, errNoPart) {
			continue
		}
		if size += len(page); err == nil && size > maxPart {
			err = fmt.Errorf("its pages are larger than %d MiB in total", maxPart>>20)
		}
		if err != nil {
			return nil, err
		}
		out.Pages = append(out.Pages, page)
	}
	return out, nil
}
