package atlas

// growth is what the next View is made of. It is not safe for concurrent use;
// the Views it makes are.
type growth struct {
	mentions, places, fronts, articles *growingLayer
	sums                               *placeSums
	version                            version
}

func newGrowth() *growth {
	return &growth{
		mentions: newGrowingLayer(Mentions), places: newGrowingLayer(Places),
		fronts: newGrowingLayer(Fronts), articles: newGrowingLayer(Articles),
		sums: newPlaceSums(), version: newVersion(),
	}
}

// addDocument adds all that a document says.
func (g *growth) addDocument(d *Document, hash []byte) {
	mentions, fronts, article := d.mentionRecords(), d.frontRecords(), d.articleRecord(hash)
	for i := range mentions {
		g.addMention(&mentions[i])
	}
	for i := range fronts {
		g.addFront(&fronts[i])
	}
	g.addArticle(&article)
}

func (g *growth) addArticle(r *articleRecord) {
	g.version = g.version.with(r.hash)
	g.articles.add(r.feature(&g.articles.maker), -1)
}

func (g *growth) addMention(r *mentionRecord) {
	s := g.sums.add(r)
	if s == nil || !samePoint(s.point, r.point) {
		g.mentions.add(r.feature(&g.mentions.maker), -1)
		return
	}
	r.point = s.point // the same memory
	s.mention = g.mentions.add(r.feature(&g.mentions.maker), s.mention)
}

func (g *growth) addFront(r *frontRecord) {
	g.fronts.add(r.feature(&g.fronts.maker), -1)
}

// view makes the View of all that was added.
func (g *growth) view(documents func(id string) (*Document, bool)) *View {
	for _, s := range g.sums.takeChanged() {
		g.places.put(s.position, s.feature(&g.places.maker))
	}
	return &View{
		Version:   g.version.String(),
		layers:    [...]*Layer{g.mentions.snapshot(), g.places.snapshot(), g.fronts.snapshot(), g.articles.snapshot()},
		documents: documents,
		changed:   make(chan struct{}),
	}
}
