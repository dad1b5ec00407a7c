package server

import (
	"bytes"
	"cmp"
	"maps"
	"net/http"
	"regexp"
	"strconv"

	"github.com/getkin/kin-openapi/openapi3"
)

// anyServer is a placeholder for the address of the server.
const anyServer = "/"

// The name of the API.
const (
	Title       = "Dateline"
	Description = "Places that news articles mention, where and when."
)

// OpenAPI returns the OpenAPI document, whose server is the requested address.
func (req *Request) OpenAPI() []byte {
	here, there := JSON(openapi3.Server{URL: req.Base}), JSON(openapi3.Server{URL: anyServer})
	return bytes.Replace(req.api, bytes.TrimSpace(there), bytes.TrimSpace(here), 1)
}

// openAPI describes the API in OpenAPI 3.0 (OGC 17-069r4, 9), from the tables of routes and
// collections.
func (s *service) openAPI(surfaces []Surface) []byte {
	vars, tags := map[string]*Schema{}, openapi3.Tags{}
	for _, x := range surfaces {
		maps.Copy(vars, x.Vars)
		if x.Name != "" {
			tags = append(tags, &openapi3.Tag{Name: x.Name, Description: x.About})
		}
	}
	doc := &openapi3.T{
		OpenAPI: "3.0.3",
		Info: &openapi3.Info{
			Title: Title, Description: Description, Version: cmp.Or(s.Version, "development"),
			License: &openapi3.License{Name: "Apache-2.0", URL: "https://www.apache.org/licenses/LICENSE-2.0"},
		},
		Tags:    tags,
		Servers: openapi3.Servers{{URL: anyServer}},
		Paths:   openapi3.NewPaths(),
		Components: &openapi3.Components{
			Schemas: components(surfaces), Parameters: openapi3.ParametersMap{}, Responses: problemResponses(),
			SecuritySchemes: openapi3.SecuritySchemes{"token": {Value: openapi3.NewSecurityScheme().WithType("http").WithScheme("bearer")}},
		},
	}
	for i := range s.routes {
		r := &s.routes[i]
		if !r.Hidden {
			doc.AddOperation(r.Path, r.Method, r.operation(vars, doc.Components.Parameters))
		}
	}
	b, err := doc.MarshalJSON()
	if err != nil {
		panic(err) // the tables always marshal
	}
	return b
}

func (r *Route) operation(vars map[string]*Schema, shared openapi3.ParametersMap) *openapi3.Operation {
	op := &openapi3.Operation{
		OperationID: r.ID, Summary: r.Summary, Description: cmp.Or(r.About, r.Summary+"."), Tags: []string{r.tag},
		Responses: openapi3.NewResponsesWithCapacity(8), Security: openapi3.NewSecurityRequirements(),
	}
	for _, name := range variables(r.Path) {
		op.Parameters = append(op.Parameters, &openapi3.ParameterRef{Value: pathParameter(name, vars)})
	}
	for _, p := range r.Params {
		op.Parameters = append(op.Parameters, refer(p, r, shared))
	}
	for _, status := range r.failures() {
		op.Responses.Set(strconv.Itoa(status), &openapi3.ResponseRef{Ref: "#/components/responses/" + responseName(status)})
	}
	op.Responses.Set("200", &openapi3.ResponseRef{Value: success(r)})
	if r.Method == http.MethodGet && !r.Endless {
		op.Responses.Set("206", described("The part of it that Range asks for"))
		op.Responses.Set("304", described("What the client has is still right"))
	}
	if r.Empty {
		op.Responses.Set("204", described("Nothing lies in this tile"))
	}
	if len(r.Accepts) > 0 {
		op.RequestBody = &openapi3.RequestBodyRef{Value: requestBody(r)}
	}
	if r.Right != "" {
		op.Security.With(openapi3.NewSecurityRequirement().Authenticate("token"))
	}
	return op
}

// refer adds a parameter to the components and returns a reference to it. Parameters that differ
// between routes are inlined: f, and others of the same name.
func refer(p Param, r *Route, shared openapi3.ParametersMap) *openapi3.ParameterRef {
	q := openapi3.NewQueryParameter(p.Name).WithSchema(p.Schema).WithDescription(p.About).WithRequired(p.Required)
	explode := false // OGC 17-069r4, 7.15.2 to 7.15.4, writes it for every value type
	q.Style, q.Explode = openapi3.SerializationForm, &explode
	if p.Name == "f" {
		q.Schema = formatSchema(p, r.Offers).NewRef()
		return &openapi3.ParameterRef{Value: q}
	}
	if other, taken := shared[p.Name]; taken && other.Value.Description != p.About {
		return &openapi3.ParameterRef{Value: q}
	}
	shared[p.Name] = &openapi3.ParameterRef{Value: q}
	return &openapi3.ParameterRef{Ref: "#/components/parameters/" + p.Name}
}

// formatSchema lists the formats that a route offers.
func formatSchema(p Param, offers []string) *openapi3.Schema {
	if len(offers) == 0 {
		return p.Schema
	}
	s := openapi3.NewStringSchema()
	for _, offer := range offers {
		if f := FormatOf(offer); f != "" {
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

func pathParameter(name string, vars map[string]*Schema) *openapi3.Parameter {
	schema := vars[name]
	if schema == nil {
		schema = openapi3.NewStringSchema()
	}
	return openapi3.NewPathParameter(name).WithSchema(schema)
}
