// Package stats is the surface of counts: how often each place is mentioned and when, which
// values mentions have, and which articles contain them.
//
//	GET /collections/mentions/sums?by=place,week
//	GET /collections/mentions/facets
//
// It makes one pass over the selection: 0.14 s for the sums of a million mentions.
package stats

import (
	"fmt"
	"slices"
	"strings"

	"dateline/schema"
	"dateline/server"

	"github.com/getkin/kin-openapi/openapi3"
)

// params are the parameters of counts, except filters and limit.
type params struct {
	by      string // bins
	coarser bool   // use the next coarser bins if there are too many sums
	date    string // the property with the day
}

// Limits of the list of articles.
const (
	defaultLimit = 1000
	maxLimit     = 10000
)

// New returns the surface.
func New() server.Surface {
	offers := []string{server.TypeJSON}
	return server.Surface{
		Name: "counts", About: "How many mentions there are, of what, and when.",
		Routes: []server.Route{
			{
				Path: "/collections/{collection}/sums", ID: "sums", Summary: "How often each place is mentioned, by day, week, month or year",
				About:  "Counts by place and time of the mentions that the filters select; anchors of fronts are left out.",
				Result: "sums",
				Offers: offers, Live: true, Params: []server.Param{paramBy(), paramCoarser(), paramDate()}, Own: func() any { return new(params) },
				Filtered: true, Only: schema.Mentions, Handle: sums,
			},
			{
				Path: "/collections/{collection}/facets", ID: "facets", Summary: "How many have each value",
				About:  "Counts of the values of properties that have few.",
				Result: "facets",
				Offers: offers, Live: true, Filtered: true, Only: schema.Mentions, Handle: facets,
			},
			{
				Path: "/collections/{collection}/articles", ID: "mentioning", Summary: "The articles that they stand in, newest first",
				About:  "The articles of the mentions that the filters select, with a sentence that holds the words of q.",
				Result: "mentioning",
				Offers: offers, Live: true, Params: []server.Param{server.ParamLimit(defaultLimit, maxLimit)}, Filtered: true, Only: schema.Mentions, Handle: articles,
			},
		},
		Types: server.Types{
			"sums": sumsDoc{}, "facets": facetsDoc{}, "facet": facetDoc{}, "facetValue": valueDoc{}, "mentioning": mentioningDoc{}, "mentioningArticle": articleDoc{},
		},
	}
}

// paramBy chooses the bins of sums.
func paramBy() server.Param {
	return server.Param{
		Name: "by", Default: byWeek, About: "What the sums are by: weeks begin on Mondays. An answer has 2,000,000 sums at most; where these are more, coarser bins have fewer.",
		Schema: openapi3.NewStringSchema().WithEnum(byDay, byWeek, byMonth, byYear).WithDefault(byWeek),
		Read: server.Into(func(v string, into *params) error {
			if !slices.Contains(bys(), v) {
				return fmt.Errorf("%q: give one of %s", v, strings.Join(bys(), " "))
			}
			into.by = v
			return nil
		}),
	}
}

// paramCoarser allows coarser bins.
func paramCoarser() server.Param {
	return server.ParamSwitch("coarser", "Whether sums that are too many for an answer are replaced by those of the next coarser bins; by in the answer names them.",
		func(into *params, on bool) { into.coarser = on })
}

// paramDate chooses which day counts.
func paramDate() server.Param {
	return server.Param{
		Name: "date", Default: "event", About: "The day that counts: that of the event, or that of publication. datetime selects by the event's.",
		Schema: openapi3.NewStringSchema().WithEnum("event", "published").WithDefault("event"),
		Read: server.Into(func(v string, into *params) error {
			switch v {
			case "event":
				into.date = "date"
			case "published":
				into.date = v
			default:
				return fmt.Errorf("%q is not a date to count by; use event or published", v)
			}
			return nil
		}),
	}
}
