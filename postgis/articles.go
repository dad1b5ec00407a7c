package postgis

import "dateline/schema"

// fromArticles is the articles with their stories.
const fromArticles = ` FROM (SELECT a.*, s.story, s.also_in FROM articles a LEFT JOIN dateline_stories s ON s.fid = a.fid) p`

// noCopies returns the condition that a row is not only from copies of earlier articles.
func (r *reader) noCopies() string {
	article := "p.article"
	switch r.table.ID {
	case schema.Places:
		return "TRUE"
	case schema.Incidents:
		return "NOT p.copy"
	case schema.Articles:
		article = "p.id"
	}
	return "NOT EXISTS (SELECT 1 FROM dateline_stories c WHERE c.copy AND c.article = " + article + ")"
}
