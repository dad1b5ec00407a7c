package postgis

// Hold sets about how many events are held while incidents are made.
func (e *Engine) Hold(events int) { e.held = events }

// Afford sets which cost reading may have that no index spares, and how many fids are looked at
// for a short page, at least.
func (e *Engine) Afford(cost float64, fids int64) { e.most, e.least = cost, fids }
