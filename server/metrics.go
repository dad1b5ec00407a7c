package server

import (
	"bytes"
	"cmp"
	"context"
	"net/http"
	"strconv"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/common/expfmt"
)

// meters are the server's metrics, in a registry of their own.
type meters struct {
	registry *prometheus.Registry
	requests *prometheus.CounterVec
	took     *prometheus.HistogramVec
	open     prometheus.Gauge
}

func newMeters(s *service) *meters {
	m := &meters{
		registry: prometheus.NewRegistry(),
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{Name: "dateline_http_requests_total", Help: "Requests that were answered."}, []string{"method", "route", "status"}),
		took: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "dateline_http_request_duration_seconds", Help: "From a request to the end of its answer.", Buckets: prometheus.ExponentialBuckets(0.001, 4, 8),
		}, []string{"route"}),
		open: prometheus.NewGauge(prometheus.GaugeOpts{Name: "dateline_http_requests_open", Help: "Requests that are being answered."}),
	}
	m.registry.MustRegister(m.requests, m.took, m.open, collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	for i := range s.collections {
		id := s.collections[i].ID
		if s.collections[i].Daily {
			continue // computed on request
		}
		m.registry.MustRegister(prometheus.NewGaugeFunc(prometheus.GaugeOpts{
			Name: "dateline_features", Help: "Features of the newest view.", ConstLabels: prometheus.Labels{"collection": id},
		}, func() float64 {
			return float64(s.View().Count(context.Background(), id))
		}))
	}
	return m
}

func (m *meters) begin() { m.open.Inc() }

// methodLabel returns a known method, or "other", so that clients can't create new label values.
func methodLabel(method string) string {
	switch method {
	case http.MethodGet, http.MethodHead, http.MethodPost, http.MethodPut, http.MethodPatch, http.MethodDelete, http.MethodOptions:
		return method
	}
	return "other"
}

func (m *meters) end(method, route string, status int, took time.Duration) {
	m.open.Dec()
	route = cmp.Or(route, "none")
	m.requests.WithLabelValues(methodLabel(method), route, strconv.Itoa(cmp.Or(status, 499))).Inc() // 499: the client had gone
	m.took.WithLabelValues(route).Observe(took.Seconds())
}

// typeMetrics is the media type of the Prometheus text format.
const typeMetrics = "text/plain; version=0.0.4; charset=utf-8"

// text writes all metrics in the Prometheus text format.
func (m *meters) text(*Request) (*Answer, error) {
	families, err := m.registry.Gather()
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	for _, f := range families {
		if _, err := expfmt.MetricFamilyToText(&b, f); err != nil {
			return nil, err
		}
	}
	return &Answer{Status: http.StatusOK, Media: TypeText, Body: b.Bytes(), Private: true, Header: http.Header{"Content-Type": {typeMetrics}}}, nil
}
