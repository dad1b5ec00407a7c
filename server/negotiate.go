package server

import (
	"mime"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
)

// negotiate chooses the media type of an answer: the parameter f wins, then the Accept header
// decides (RFC 9110, 12.5.1). Among equals the client's order counts, then ours.
func negotiate(given url.Values, accept, offers []string) (string, error) {
	if f := given["f"]; len(f) > 0 {
		return byFormat(f, offers)
	}
	header := strings.Join(accept, ",")
	if strings.TrimSpace(header) == "" {
		return offers[0], nil
	}
	ranges := parseAccept(header)
	best, bestRank := "", acceptRank{}
	for _, offer := range offers {
		if rank := rankOf(offer, ranges); rank.quality > 0 && (best == "" || rank.before(bestRank)) {
			best, bestRank = offer, rank
		}
	}
	if best == "" {
		return "", notAcceptable(offers)
	}
	return best, nil
}

// byFormat: a value of f that exists but is not offered here is 406, any other 400.
func byFormat(f, offers []string) (string, error) {
	if len(f) > 1 || !slices.Contains(formatNames(), f[0]) {
		return "", BadParameter("f", "it must be one of %s", strings.Join(formatNames(), ", "))
	}
	for _, offer := range offers {
		if FormatOf(offer) == f[0] {
			return offer, nil
		}
	}
	return "", notAcceptable(offers)
}

// acceptRange is one member of an Accept header.
type acceptRange struct {
	media   string // "type/subtype", "type/*" or "*/*"
	quality float64
}

// acceptRank is how much a client wants an offer.
type acceptRank struct {
	quality  float64
	position int // of the matching range
}

func (a acceptRank) before(b acceptRank) bool {
	return a.quality > b.quality || a.quality == b.quality && a.position < b.position
}

// parseAccept reads an Accept header; malformed members are ignored.
func parseAccept(header string) []acceptRange {
	var ranges []acceptRange
	for member := range strings.SplitSeq(header, ",") {
		media, params, err := mime.ParseMediaType(member)
		if err != nil {
			continue
		}
		quality := 1.0
		if q, ok := params["q"]; ok {
			if quality, err = strconv.ParseFloat(q, 64); err != nil || !(quality >= 0 && quality <= 1) {
				continue
			}
		}
		if media == TypeProtobuf {
			media = TypeTile
		}
		ranges = append(ranges, acceptRange{media, quality})
	}
	return ranges
}

// rankOf returns the rank of the most specific range that matches an offer. Parameters such as a
// version do not distinguish offers.
func rankOf(offer string, ranges []acceptRange) acceptRank {
	media, _, _ := strings.Cut(offer, ";")
	kind, _, _ := strings.Cut(media, "/")
	best, specific := acceptRank{}, -1
	for i, r := range ranges {
		if s := slices.Index([]string{"*/*", kind + "/*", media}, r.media); s > specific {
			best, specific = acceptRank{r.quality, i}, s
		}
	}
	return best
}

// bodyType checks the media type of a request's body against those a route accepts and returns
// it without its parameters.
func bodyType(accepts []string, h http.Header) (string, error) {
	if len(accepts) == 0 {
		return "", nil
	}
	media, params, err := mime.ParseMediaType(h.Get("Content-Type"))
	charset := strings.ToLower(params["charset"])
	if err != nil || !slices.Contains(accepts, media) || charset != "" && charset != "utf-8" {
		return "", unsupportedBody("the body must be %s in UTF-8; say so in Content-Type", strings.Join(accepts, " or "))
	}
	if e := h.Get("Content-Encoding"); e != "" && e != "identity" {
		return "", unsupportedBody("the body must not be compressed")
	}
	return media, nil
}

func unsupportedBody(format string, args ...any) *Problem {
	return NewProblem(http.StatusUnsupportedMediaType, format, args...)
}
