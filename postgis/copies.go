package postgis

import "dateline/schema"

// ofArticles is articles with what is told of their stories.
const ofArticles = ` FROM (SELECT a.*, s.story, s.also_in FROM articles a LEFT JOIN dateline_stories s ON s.fid = a.fid) p`

// noCopies is true of what does not stand in copies of earlier articles only.
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
