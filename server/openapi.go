package server

import (
	"cmp"
	"net/http"
	"regexp"
	"strconv"

	"github.com/getkin/kin-openapi/openapi3"
)

// anyServer stands for the address of the server until somebody asks.
const anyServer = "/"

// openAPI describes the API in OpenAPI 3.0 (OGC 17-069r4, 9). It is made of the
// tables of routes and collections only.
func (s *service) openAPI() []byte {
	doc := &openapi3.T{
		OpenAPI: "3.0.3",
		Info:    &openapi3.Info{Title: apiTitle, Description: apiDescription, Version: cmp.Or(s.Version, "development")},
		Servers: openapi3.Servers{{URL: anyServer}},
		Paths:   openapi3.NewPaths(),
		Components: &openapi3.Components{
			Schemas: schemas(s.tables), Parameters: openapi3.ParametersMap{}, Responses: problemResponses(),
			SecuritySchemes: openapi3.SecuritySchemes{"token": {Value: openapi3.NewSecurityScheme().WithType("http").WithScheme("bearer")}},
		},
	}
	for i := range s.routes {
		r := &s.routes[i]
		doc.AddOperation(r.path, r.method, s.operation(r, doc.Components.Parameters))
	}
	b, err := doc.MarshalJSON()
	if err != nil {
		panic(err) // the tables always marshal
	}
	return b
}

func (s *service) operation(r *route, shared openapi3.ParametersMap) *openapi3.Operation {
	op := &openapi3.Operation{OperationID: r.id, Summary: r.summary, Responses: openapi3.NewResponsesWithCapacity(8)}
	for _, name := range variables(r.path) {
		op.Parameters = append(op.Parameters, &openapi3.ParameterRef{Value: pathParameter(name)})
	}
	for _, p := range r.params {
		op.Parameters = append(op.Parameters, refer(p, r, shared))
	}
	for _, status := range r.failures() {
		op.Responses.Set(strconv.Itoa(status), &openapi3.ResponseRef{Ref: "#/components/responses/" + responseName(status)})
	}
	op.Responses.Set("200", &openapi3.ResponseRef{Value: success(r)})
	if r.method == http.MethodGet && !r.endless {
		op.Responses.Set("304", described("What the client has is still right"))
	}
	if r.result == "tile" {
		op.Responses.Set("204", described("Nothing lies in this tile"))
	}
	if len(r.accepts) > 0 {
		op.RequestBody = &openapi3.RequestBodyRef{Value: requestBody(r)}
	}
	if r.secured {
		op.Security = openapi3.NewSecurityRequirements().With(openapi3.NewSecurityRequirement().Authenticate("token"))
	}
	return op
}

// refer puts a parameter among the components and returns a reference to it.
// What is not the same everywhere is written where it is: f, and another
// parameter of the same name.
func refer(p param, r *route, shared openapi3.ParametersMap) *openapi3.ParameterRef {
	q := openapi3.NewQueryParameter(p.name).WithSchema(p.schema).WithDescription(p.about).WithRequired(p.required)
	explode := false // OGC 17-069r4, 7.15.2 to 7.15.4, writes it for every kind of value
	q.Style, q.Explode = openapi3.SerializationForm, &explode
	if p.name == "f" {
		q.Schema = formatSchema(p, r.offers).NewRef()
		return &openapi3.ParameterRef{Value: q}
	}
	if other, taken := shared[p.name]; taken && other.Value.Description != p.about {
		return &openapi3.ParameterRef{Value: q}
	}
	shared[p.name] = &openapi3.ParameterRef{Value: q}
	return &openapi3.ParameterRef{Ref: "#/components/parameters/" + p.name}
}

// formatSchema lists the formats that a route has to choose from.
func formatSchema(p param, offers []string) *openapi3.Schema {
	if len(offers) == 0 {
		return p.schema
	}
	s := openapi3.NewStringSchema()
	for _, offer := range offers {
		if f := formatOf(offer); f != "" {
			s.Enum = append(s.Enum, f)
		}
	}
	return s
}

func variables(path string) []string {
	var names []string
	for _, m := range regexp.MustCompile(`\{(\w+)\}`).FindAllStringSubmatch(path, -1) {
		names = append(names, m[1])
	}
	return names
}

func pathParameter(name string) *openapi3.Parameter {
	p := openapi3.NewPathParameter(name)
	switch name {
	case gridVariable:
		s := openapi3.NewStringSchema()
		for _, g := range allGrids() {
			s.Enum = append(s.Enum, g.id)
		}
		return p.WithSchema(s)
	case "z", "x", "y", "tileMatrix", "tileRow", "tileCol":
		return p.WithSchema(openapi3.NewIntegerSchema().WithMin(0))
	}
	return p.WithSchema(openapi3.NewStringSchema())
}

func described(text string) *openapi3.ResponseRef {
	return &openapi3.ResponseRef{Value: openapi3.NewResponse().WithDescription(text)}
}

// success describes the answer when all is well.
func success(r *route) *openapi3.Response {
	result := openapi3.NewSchemaRef("#/components/schemas/"+r.result, nil)
	content := openapi3.Content{}
	for _, media := range r.offers {
		content[media] = openapi3.NewMediaType().WithSchemaRef(result)
		switch media {
		case typeGeoPackage, typeFlatGeobuf, typeParquet:
			content[media] = openapi3.NewMediaType().WithSchema(openapi3.NewBytesSchema().WithFormat("binary"))
		case typeText, typeHTML, typeEvents, typeNDJSON, typeCSV, typeKML, typeGeoJSONSeq:
			content[media] = openapi3.NewMediaType().WithSchema(openapi3.NewStringSchema())
		case typeTile:
			content[media] = openapi3.NewMediaType().WithSchema(openapi3.NewBytesSchema().WithFormat("binary"))
		}
	}
	if r.takes("json_callback") {
		for _, media := range []string{typeXML, typeScript} {
			content[media] = openapi3.NewMediaType().WithSchema(openapi3.NewStringSchema())
		}
	}
	if r.method == http.MethodPost && !r.form {
		content[typeJSON] = openapi3.NewMediaType().WithSchemaRef(result)
		if content[typeGeoJSON] != nil { // mentions and fronts together are features of no one collection
			content[typeGeoJSON] = openapi3.NewMediaType().WithSchema(openapi3.NewObjectSchema().
				WithProperty("type", openapi3.NewStringSchema()).WithProperty("features", openapi3.NewArraySchema().WithItems(openapi3.NewObjectSchema())))
		}
	}
	return openapi3.NewResponse().WithDescription(r.summary).WithContent(content)
}

func requestBody(r *route) *openapi3.RequestBody {
	content := openapi3.Content{}
	if r.form {
		fields := openapi3.NewObjectSchema()
		for _, p := range r.params {
			fields.WithProperty(p.name, p.schema)
		}
		content[typeForm] = openapi3.NewMediaType().WithSchema(fields)
		return openapi3.NewRequestBody().WithContent(content)
	}
	for _, media := range r.accepts {
		content[media] = openapi3.NewMediaType().WithSchema(openapi3.NewStringSchema().WithMinLength(1))
	}
	body := "record"
	if r.secured {
		body = "givenArticle"
	}
	content[typeJSON] = openapi3.NewMediaType().WithSchemaRef(openapi3.NewSchemaRef("#/components/schemas/"+body, nil))
	return openapi3.NewRequestBody().WithRequired(true).WithContent(content)
}

// failures lists the statuses of the problems that a route may answer with.
func (r *route) failures() []int {
	all := []int{http.StatusBadRequest, http.StatusInternalServerError, http.StatusServiceUnavailable}
	if len(variables(r.path)) > 0 {
		all = append(all, http.StatusNotFound)
	}
	if len(r.offers) > 0 {
		all = append(all, http.StatusNotAcceptable)
	}
	if len(r.accepts) > 0 {
		all = append(all, http.StatusRequestEntityTooLarge, http.StatusUnsupportedMediaType)
	}
	if r.costly || r.filtered {
		all = append(all, http.StatusTooManyRequests)
	}
	if r.secured {
		all = append(all, http.StatusUnauthorized, http.StatusForbidden)
	}
	return all
}

func responseName(status int) string {
	return regexp.MustCompile(`\W`).ReplaceAllString(http.StatusText(status), "")
}

func problemResponses() openapi3.ResponseBodies {
	all := openapi3.ResponseBodies{}
	for _, status := range []int{400, 401, 403, 404, 406, 413, 415, 429, 500, 503} {
		content := openapi3.NewContentWithSchemaRef(openapi3.NewSchemaRef("#/components/schemas/problem", nil), []string{typeProblem})
		all[responseName(status)] = &openapi3.ResponseRef{Value: openapi3.NewResponse().WithDescription(http.StatusText(status)).WithContent(content)}
	}
	return all
}
