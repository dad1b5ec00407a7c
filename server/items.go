package server

import (
	"bytes"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"

	"dateline/query"

	"github.com/gin-gonic/gin"
)

const (
	defaultLimit = 1000
	maxLimit     = 10000
)

var collectionNames = []string{"mentions", "places", "fronts", "articles"}

func headers(c *gin.Context) {
	c.Header("Access-Control-Allow-Origin", "*")
	c.Header("X-Content-Type-Options", "nosniff")
	c.Header("Content-Security-Policy", "default-src 'self'; img-src 'self' data:; style-src 'self'; script-src 'self'")
}

func (s *service) landing(c *gin.Context) {
	if c.NegotiateFormat("text/html", "application/json") == "text/html" {
		c.FileFromFS("/", s.Page)
		return
	}
	c.JSON(http.StatusOK, gin.H{"title": "Dateline", "links": []gin.H{{"rel": "data", "href": "/collections"}}})
}

func (s *service) collections(c *gin.Context) {
	list := []gin.H{}
	for _, n := range collectionNames {
		list = append(list, gin.H{"id": n, "title": n, "links": []gin.H{}})
	}
	c.JSON(http.StatusOK, gin.H{"collections": list, "links": []gin.H{}})
}

func (s *service) collection(c *gin.Context) {
	c.JSON(http.StatusOK, gin.H{"id": c.Param("collection"), "links": []gin.H{}})
}

func problem(c *gin.Context, status int, detail string) {
	c.Header("Content-Type", "application/problem+json")
	c.JSON(status, gin.H{"status": status, "title": http.StatusText(status), "detail": detail})
}

func (s *service) items(c *gin.Context) {
	layer, ok := s.View().Layer(c.Param("collection"))
	if !ok {
		problem(c, http.StatusNotFound, "no collection "+c.Param("collection"))
		return
	}
	q := query.Query{}
	limit, offset := defaultLimit, 0
	var err error
	for name, values := range c.Request.URL.Query() {
		v := values[0]
		switch name {
		case "bbox":
			q.BBox, err = query.ParseBBox(v)
		case "datetime":
			q.Datetime, err = query.ParseDatetime(v)
		case "q":
			q.Text = query.Words(v)
		case "limit":
			limit, err = strconv.Atoi(v)
		case "offset":
			offset, err = strconv.Atoi(v)
		case "f":
		default:
			err = fmt.Errorf("unknown parameter")
		}
		if err != nil {
			problem(c, http.StatusBadRequest, name+": "+err.Error())
			return
		}
	}
	limit = min(limit, maxLimit)
	found := layer.Select(&q)
	page := found[min(offset, len(found)):min(offset+limit, len(found))]
	var b bytes.Buffer
	b.WriteString(`{"type":"FeatureCollection","numberMatched":` + strconv.Itoa(len(found)) + `,"numberReturned":` + strconv.Itoa(len(page)) + `,"links":[`)
	if offset+limit < len(found) {
		values := c.Request.URL.Query()
		values.Set("offset", strconv.Itoa(offset+limit))
		next := url.URL{Scheme: "http", Host: c.Request.Host, Path: c.Request.URL.Path, RawQuery: values.Encode()}
		b.WriteString(`{"rel":"next","type":"application/geo+json","href":"` + next.String() + `"}`)
	}
	b.WriteString(`],"features":[`)
	for i, n := range page {
		if i > 0 {
			b.WriteByte(',')
		}
		b.Write(layer.Features[n].JSON)
	}
	b.WriteString("]}")
	c.Data(http.StatusOK, "application/geo+json", b.Bytes())
}

func (s *service) item(c *gin.Context) {
	if layer, ok := s.View().Layer(c.Param("collection")); ok {
		if f, ok := layer.Feature(c.Param("feature")); ok {
			c.Data(http.StatusOK, "application/geo+json", slices.Clone(f.JSON))
			return
		}
	}
	problem(c, http.StatusNotFound, "no such feature")
}

func (s *service) article(c *gin.Context) {
	d, ok := s.View().Document(c.Param("article"))
	if !ok {
		problem(c, http.StatusNotFound, "no such article")
		return
	}
	c.JSON(http.StatusOK, d)
}

func (s *service) search(c *gin.Context) { c.JSON(http.StatusOK, gin.H{}) }
