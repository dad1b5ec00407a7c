package postgis

// Hold sets how many events are in memory while incidents are computed.
func (e *Engine) Hold(events int) { e.maxEvents = events }

// Afford sets the highest cost of a sequential scan, and the smallest range of fids that a partial
// page scans.
func (e *Engine) Afford(cost float64, fids int64) { e.maxCost, e.minFids = cost, fids }
