package ogc_test

import (
	"bufio"
	"context"
	"dateline/server/servertest"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"

	"github.com/tidwall/gjson"
)

// TestDownloadsHoldAll: a download has all 1,808 features, more than the limit of a page.
func TestDownloadsHoldAll(t *testing.T) {
	h := servertest.New(t, servertest.ManyDocuments(603)) // 1,809 mentions
	const items = "/collections/mentions/items"
	matched := gjson.Get(servertest.Get(t, h, items), "numberMatched").Int()
	if n := gjson.Get(servertest.Get(t, h, items+"?f=geojson"), "features.#").Int(); matched != 1809 || n != 1000 {
		t.Errorf("a page of GeoJSON holds %d of %d", n, matched)
	}
	if n := strings.Count(servertest.Get(t, h, items+"?f=csv"), "\r\n"); int64(n) != matched+1 {
		t.Errorf("CSV has %d lines of %d", n, matched+1)
	}
	if n := strings.Count(servertest.Get(t, h, items+"?f=geojsonseq&q=town+1"), "\x1e"); int64(n) != gjson.Get(servertest.Get(t, h, items+"?q=town+1"), "numberMatched").Int() {
		t.Errorf("a sequence of %d features", n)
	}
}

// TestDownloadsOverTheWire: downloads are complete, compressed or not, and HEAD sends no body.
func TestDownloadsOverTheWire(t *testing.T) {
	h := servertest.New(t, servertest.ManyDocuments(3000))
	address, stop := servertest.Serving(t, h)
	for _, compress := range []bool{true, false} {
		client := http.Client{Transport: &http.Transport{DisableCompression: !compress}}
		for _, f := range []string{"csv", "gpkg", "kml", "geojson"} {
			r, err := client.Get("http://" + address + "/collections/mentions/items?f=" + f)
			if err != nil {
				t.Fatal(err)
			}
			b, err := io.ReadAll(r.Body)
			r.Body.Close()
			if err != nil || len(b) < 100_000 || r.Uncompressed != (compress && f != "gpkg") {
				t.Errorf("%s: %d bytes, compressed %v, %v", f, len(b), r.Uncompressed, err)
			}
		}
		client.CloseIdleConnections()
	}
	r, err := http.Head("http://" + address + "/collections/mentions/items?f=csv")
	if err != nil || r.StatusCode != http.StatusOK || r.Header.Get("Content-Type") != "text/csv; charset=utf-8" {
		t.Error(r, err)
	}
	if err := stop(); err != nil {
		t.Error(err)
	}
}

// TestClientLeavesInMidDownload: writing ends when the client disconnects.
func TestClientLeavesInMidDownload(t *testing.T) {
	h := servertest.New(t, servertest.ManyDocuments(20_000))
	ended := make(chan any, 5)
	address, stop := servertest.Serving(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			v := recover()
			ended <- v
			if v != nil {
				panic(v)
			}
		}()
		h.ServeHTTP(w, r)
	}))
	for range 5 {
		c, err := net.Dial("tcp", address)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(c, "GET /collections/mentions/items?f=kml HTTP/1.1\r\nHost: %s\r\n\r\n", address)
		if line, err := bufio.NewReaderSize(c, 16).ReadString('\n'); err != nil || !strings.Contains(line, "200") {
			t.Fatal(line, err)
		}
		c.Close()
	}
	for range 5 {
		if v := <-ended; v != http.ErrAbortHandler {
			t.Errorf("a download that nobody read ended with %v", v)
		}
	}
	if err := stop(); err != nil && !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}
