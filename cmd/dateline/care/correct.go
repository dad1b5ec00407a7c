package care

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"dateline/archive"
	"dateline/cmd/dateline/cli"
	"dateline/cmd/dateline/setup"
	"dateline/document/correction"
	"dateline/document/rows"
	"dateline/gazetteer"
	"dateline/jsonstream"
)

// CorrectCommand manages corrections.
type CorrectCommand struct {
	setup.GazetteerFlag
	cli.OutputFlag
	Data       string   `required:"" help:"Folder of the archive; a server may be running on it." type:"archive" placeholder:"DIR" shared:""`
	Feature    string   `arg:"" optional:"" name:"id" help:"Id of the mention, front, event or article to correct."`
	Of         string   `help:"What the id belongs to: mention, front, event or article." enum:"mention,front,event,article" default:"mention"`
	Place      string   `help:"The name means this place of the gazetteer." placeholder:"ID"`
	Point      string   `help:"The name means what lies at this point." placeholder:"LON,LAT"`
	Name       string   `help:"Name of what lies there; by default as written in the article." placeholder:"NAME"`
	NotAPlace  bool     `help:"The name means no place; the front does not exist."`
	Everywhere string   `help:"Apply to every occurrence of the name: in the article, its source, or the archive." placeholder:"article|source|archive"`
	Date       string   `help:"Date of what happened; of an article, its date of publication." placeholder:"DAY"`
	Role       string   `help:"Its role: place, metonym, demonym, anchor, dateline." placeholder:"ROLE"`
	Kind       string   `help:"The kind of the front." placeholder:"KIND"`
	Title      string   `help:"The title of the article." placeholder:"TEXT"`
	Outlet     string   `help:"The source of the article." placeholder:"NAME"`
	NoEvent    bool     `help:"The words report no event."`
	Type       string   `help:"The type of the event, such as shelling." placeholder:"TYPE"`
	Status     string   `help:"Status of the event: reported, claimed, denied, planned or hypothetical." placeholder:"STATUS"`
	Agent      *string  `help:"Agent of the event; empty for none." placeholder:"WHO"`
	Target     *string  `help:"Target of the event; empty for none." placeholder:"WHOM"`
	Holder     *string  `help:"Who holds the place afterwards; empty for none." placeholder:"WHO"`
	By         string   `help:"Who corrects it; by default the current user." placeholder:"NAME"`
	Why        string   `help:"Why." placeholder:"TEXT"`
	Undo       []string `help:"Undo these corrections." placeholder:"ID,…"`
	List       bool     `help:"Print all corrections as lines of JSON, as read by --import."`
	Import     string   `help:"Add the corrections of a file that --list wrote; - for standard input." type:"path" placeholder:"FILE"`
}

func (c *CorrectCommand) Run(ctx context.Context, say *cli.Console) error {
	if err := cli.NeedFolder(c.Data); err != nil {
		return err
	}
	asked := 0
	for _, is := range []bool{c.Feature != "", len(c.Undo) > 0, c.List, c.Import != ""} {
		if is {
			asked++
		}
	}
	if asked != 1 {
		return errors.New("correct: give the id of what is to be corrected, or one of --undo, --list and --import")
	}
	return cli.Promptly(ctx, func() error { return c.run(ctx, say) })
}

func (c *CorrectCommand) run(ctx context.Context, say *cli.Console) error {
	if c.List {
		return c.list()
	}
	a, g, err := c.OpenWriter(ctx, c.Data, say)
	if err != nil {
		return err
	}
	var done archive.Corrected
	if len(c.Undo) > 0 {
		done, err = a.Retract(ctx, c.Undo)
	} else {
		done, err = c.correct(ctx, a, g)
	}
	if err := errors.Join(err, a.Close()); err != nil {
		return err
	}
	action, what := "correct", "made"
	if len(c.Undo) > 0 {
		action, what = "correct --undo", "taken back"
	}
	result := fmt.Sprintf("%s %s; %s changed", cli.Count(len(done.IDs), "correction"), what, cli.Count(done.Articles, "article"))
	if len(done.IDs) > 0 {
		err = setup.NoteWrite(c.Data, action, result)
	}
	say.Say("%s", result)
	for _, id := range done.IDs {
		fmt.Println(id)
	}
	for _, id := range done.Unknown {
		say.Fail(fmt.Errorf("%s: no such correction", id))
	}
	return errors.Join(err, cli.Failure(len(done.IDs), len(done.Unknown)))
}

func (c *CorrectCommand) correct(ctx context.Context, a *archive.Archive, g *gazetteer.Gazetteer) (archive.Corrected, error) {
	if c.Import != "" {
		all, err := c.read(g)
		if err != nil {
			return archive.Corrected{}, err
		}
		return a.Correct(ctx, all)
	}
	asked, err := c.request()
	if err != nil {
		return archive.Corrected{}, err
	}
	d, err := a.Document(asked.ArticleID())
	switch {
	case err != nil:
		return archive.Corrected{}, err
	case d == nil:
		return archive.Corrected{}, fmt.Errorf("%s: there is no article %q", c.Feature, asked.ArticleID())
	}
	one, err := asked.In(d, func(id string) (correction.Place, bool) { return correction.PlaceOf(g, id) })
	if err != nil {
		return archive.Corrected{}, fmt.Errorf("correct: %w", err)
	}
	return a.Correct(ctx, []correction.Correction{one})
}

func (c *CorrectCommand) request() (correction.Request, error) {
	r := correction.Request{
		Feature: c.Feature, Of: c.Of, Everywhere: c.Everywhere, PlaceID: c.Place, PlaceName: c.Name, NotAPlace: c.NotAPlace,
		Role: orNone(c.Role), Kind: orNone(c.Kind), Date: orNone(c.Date), Title: orNone(c.Title), Outlet: orNone(c.Outlet), By: setup.WhoIs(c.By), Why: c.Why,
		NoEvent: c.NoEvent, Type: orNone(c.Type), Status: orNone(c.Status), Agent: c.Agent, Target: c.Target, Holder: c.Holder,
	}
	if c.Point == "" {
		return r, nil
	}
	point, err := cli.ReadPoint("--point", c.Point)
	r.Point = (*correction.LonLat)(&point)
	return r, err
}

// orNone returns a flag's value, nil if it is not given.
func orNone(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

func (c *CorrectCommand) list() error {
	a, err := archive.OpenReader(rows.DefaultModel(), c.Data)
	if err != nil {
		return err
	}
	defer a.Close()
	all, err := a.Corrections()
	if err != nil {
		return err
	}
	return c.Write(func(w io.Writer) error {
		for i := range all {
			if err := cli.WriteJSON(w, &all[i]); err != nil {
				return err
			}
		}
		return nil
	})
}

// read reads the corrections in a file, taking places from the gazetteer if it knows their ids.
func (c *CorrectCommand) read(g *gazetteer.Gazetteer) (all []correction.Correction, err error) {
	in := os.Stdin
	if c.Import != "-" {
		if in, err = os.Open(c.Import); err != nil {
			return nil, cli.FileError(c.Import, err)
		}
		defer in.Close()
	}
	err = jsonstream.Each(in, func(line []byte) error {
		var one correction.Correction
		if err := json.Unmarshal(line, &one); err != nil {
			return fmt.Errorf("not a correction in JSON: %s", jsonstream.Describe(err))
		}
		one, err := correction.New(one)
		if err == nil {
			err = one.CheckPlace(g)
		}
		all = append(all, one)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("%s: %w; nothing was added", c.Import, err)
	}
	return all, nil
}
