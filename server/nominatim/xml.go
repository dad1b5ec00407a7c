package nominatim

import (
	"dateline/server"
	"encoding/xml"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"
)

// writeXML writes places as Nominatim's format=xml has them.
func writeXML(req *server.Request, all []foundDoc, one bool) []byte {
	var b strings.Builder
	root := "searchresults"
	if one {
		root = "reversegeocode"
	}
	b.WriteString(xml.Header + "<" + root)
	attribute(&b, "timestamp", req.Now.UTC().Format(time.RFC1123Z))
	attribute(&b, "attribution", licence)
	attribute(&b, "querystring", req.Own.(*params).search)
	b.WriteString(">")
	if one && len(all) == 0 {
		tag(&b, "error", unableToGeocode)
	}
	for i := range all {
		all[i].writeXML(&b, one)
	}
	b.WriteString("</" + root + ">\n")
	return []byte(b.String())
}

// writeXML writes a place: with its address inside, or after it in answers of reverse.
func (d *foundDoc) writeXML(b *strings.Builder, one bool) {
	name := "place"
	if one {
		name = "result"
	}
	b.WriteString("<" + name)
	attribute(b, "place_id", strconv.FormatUint(d.PlaceID, 10))
	attribute(b, "lat", d.Lat)
	attribute(b, "lon", d.Lon)
	attribute(b, "boundingbox", strings.Join(d.BoundingBox[:], ","))
	attribute(b, "place_rank", strconv.Itoa(d.Rank))
	attribute(b, "address_rank", strconv.Itoa(d.Rank))
	attribute(b, "display_name", d.DisplayName)
	attribute(b, "class", d.Class+d.Category)
	attribute(b, "type", d.Type)
	attribute(b, "importance", strconv.FormatFloat(d.Importance, 'f', -1, 64))
	for _, shape := range [][2]string{{"geotext", d.GeoText}, {"geosvg", d.SVG}, {"geojson", string(d.GeoJSON)}} {
		if shape[1] != "" {
			attribute(b, shape[0], shape[1])
		}
	}
	b.WriteString(">")
	if one {
		_ = xml.EscapeText(b, []byte(d.DisplayName)) // writing to memory never fails
		b.WriteString("</" + name + ">")
	}
	if len(d.Address) > 0 {
		if one {
			b.WriteString("<addressparts>")
		}
		for _, part := range slices.Sorted(maps.Keys(d.Address)) {
			tag(b, part, d.Address[part])
		}
		if one {
			b.WriteString("</addressparts>")
		}
	}
	details(b, "extratags", "tag", "key", d.ExtraTags)
	details(b, "namedetails", "name", "desc", d.NameDetails)
	if d.KML != "" {
		b.WriteString("<geokml>" + d.KML + "</geokml>")
	}
	if !one {
		b.WriteString("</" + name + ">")
	}
}

func details(b *strings.Builder, list, item, key string, all map[string]string) {
	if len(all) == 0 {
		return
	}
	b.WriteString("<" + list + ">")
	for _, name := range slices.Sorted(maps.Keys(all)) {
		b.WriteString("<" + item)
		attribute(b, key, name)
		if item == "tag" {
			attribute(b, "value", all[name])
			b.WriteString("/>")
			continue
		}
		b.WriteString(">")
		_ = xml.EscapeText(b, []byte(all[name]))
		b.WriteString("</" + item + ">")
	}
	b.WriteString("</" + list + ">")
}

func attribute(b *strings.Builder, name, value string) {
	b.WriteString(" " + name + `="`)
	_ = xml.EscapeText(b, []byte(value))
	b.WriteString(`"`)
}

func tag(b *strings.Builder, name, value string) {
	b.WriteString("<" + name + ">")
	_ = xml.EscapeText(b, []byte(value))
	b.WriteString("</" + name + ">")
}
