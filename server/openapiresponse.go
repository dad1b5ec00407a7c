package server

import (
	"net/http"
	"regexp"

	"github.com/getkin/kin-openapi/openapi3"
)

func described(text string) *openapi3.ResponseRef {
	return &openapi3.ResponseRef{Value: openapi3.NewResponse().WithDescription(text)}
}

// success describes the successful response.
func success(r *Route) *openapi3.Response {
	result := Ref(r.Result)
	content := openapi3.Content{}
	for _, media := range r.Offers {
		content[media] = openapi3.NewMediaType().WithSchemaRef(result)
		switch media {
		case TypeGeoPackage, TypeFlatGeobuf, TypeParquet:
			content[media] = openapi3.NewMediaType().WithSchema(openapi3.NewBytesSchema().WithFormat("binary"))
		case TypeText, TypeHTML, TypeEvents, TypeNDJSON, TypeCSV, TypeKML, TypeAtom, TypeGeoJSONSeq:
			content[media] = openapi3.NewMediaType().WithSchema(openapi3.NewStringSchema())
		case TypeTile:
			content[media] = openapi3.NewMediaType().WithSchema(openapi3.NewBytesSchema().WithFormat("binary"))
		}
	}
	for _, media := range r.Also {
		content[media] = openapi3.NewMediaType().WithSchema(openapi3.NewStringSchema())
	}
	if r.Method == http.MethodPost && !r.Form {
		content[TypeJSON] = openapi3.NewMediaType().WithSchemaRef(result)
		if content[TypeGeoJSON] != nil { // mentions and fronts together are features of no one collection
			content[TypeGeoJSON] = openapi3.NewMediaType().WithSchema(openapi3.NewObjectSchema().
				WithProperty("type", openapi3.NewStringSchema()).WithProperty("features", openapi3.NewArraySchema().WithItems(openapi3.NewObjectSchema())))
		}
	}
	return openapi3.NewResponse().WithDescription(r.Summary).WithContent(content)
}

func requestBody(r *Route) *openapi3.RequestBody {
	content := openapi3.Content{}
	if r.Form {
		fields := openapi3.NewObjectSchema()
		for _, p := range r.Params {
			fields.WithProperty(p.Name, p.Schema)
		}
		content[TypeForm] = openapi3.NewMediaType().WithSchema(fields)
		return openapi3.NewRequestBody().WithContent(content)
	}
	for _, media := range r.Accepts {
		content[media] = openapi3.NewMediaType().WithSchema(openapi3.NewStringSchema().WithMinLength(1))
	}
	if r.Body != "" {
		content[TypeJSON] = openapi3.NewMediaType().WithSchemaRef(Ref(r.Body))
	}
	return openapi3.NewRequestBody().WithRequired(true).WithContent(content)
}

// failures lists the statuses of a route's problems.
func (r *Route) failures() []int {
	all := []int{
		http.StatusBadRequest, http.StatusRequestURITooLong, http.StatusRequestHeaderFieldsTooLarge, http.StatusInternalServerError, http.StatusServiceUnavailable,
	}
	if len(variables(r.Path)) > 0 {
		all = append(all, http.StatusNotFound)
	}
	if len(r.Offers) > 0 {
		all = append(all, http.StatusNotAcceptable)
	}
	if r.Method == http.MethodGet && !r.Endless {
		all = append(all, http.StatusPreconditionFailed, http.StatusRequestedRangeNotSatisfiable)
	}
	if len(r.Accepts) > 0 {
		all = append(all, http.StatusRequestEntityTooLarge, http.StatusUnsupportedMediaType)
	}
	if r.Costly || r.Filtered || r.changes() {
		all = append(all, http.StatusTooManyRequests)
	}
	if r.Right != "" {
		all = append(all, http.StatusUnauthorized, http.StatusForbidden)
	}
	return append(all, r.Fails...)
}

func responseName(status int) string {
	return regexp.MustCompile(`\W`).ReplaceAllString(http.StatusText(status), "")
}

func problemResponses() openapi3.ResponseBodies {
	all := openapi3.ResponseBodies{}
	for _, status := range []int{400, 401, 403, 404, 406, 409, 412, 413, 414, 415, 416, 429, 431, 500, 502, 503} {
		content := openapi3.NewContentWithSchemaRef(Ref("problem"), []string{TypeProblem})
		all[responseName(status)] = &openapi3.ResponseRef{Value: openapi3.NewResponse().WithDescription(http.StatusText(status)).WithContent(content)}
	}
	return all
}
