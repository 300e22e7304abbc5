package page

import (
	"fmt"
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"kpiwall/data/board"
	"kpiwall/data/config"
	"kpiwall/data/finding"
	"kpiwall/themes"
	"kpiwall/ui/draw"
)

// Lint measures every text of a board's pages on canvases of some sizes, of
// which only the proportion counts, at the configured screen and distance. It
// returns what is smaller than can be read without effort, what is shortened or
// left out for lack of room, whether the logo cannot be drawn, and how long a
// page is away: the worst first. It needs a Fyne app to exist, though none that
// runs.
func Lint(b *board.Board, sizes ...fyne.Size) []finding.Finding {
	var found []finding.Finding
	logo := LogoOf(b.Config.Screen)
	if l := b.Config.Screen.Logo; l != nil && logo == nil {
		found = append(found, finding.Finding{Severity: finding.Warning, Code: "lint.logo", Args: finding.Args{"Logo": l.Name}})
	}
	for _, size := range sizes {
		v := View{Size: size, Board: b, Palette: themes.Of(b.Config.Screen), Logo: logo, Now: b.Now, Paging: true}
		at := ""
		if len(sizes) > 1 {
			at = fmt.Sprintf("%.0f×%.0f", size.Width, size.Height)
		}
		var crowded []string // pages that have no room for the title of the board
		for v.Page = range b.Config.Pages {
			for _, f := range lintPage(v) {
				found = append(found, f.With(finding.Args{"Size": at}))
			}
			if b.Config.Title != "" && !slices.ContainsFunc(Header(v), isBoardTitle) {
				crowded = append(crowded, v.Shown().ID)
			}
		}
		if len(crowded) > 0 {
			found = append(found, finding.Finding{Severity: finding.Note, Code: "lint.board", Args: finding.Args{"IDs": crowded, "Size": at}})
		}
	}
	found = append(found, worstWait(b.Config)...)
	finding.Sort(found)
	return found
}

// lintPage returns what is wrong with the page of v.
func lintPage(v View) []finding.Finding {
	page := v.Shown()
	var found []finding.Finding
	for _, e := range Header(v) {
		if e.Part.Kind == kindPageTitle && draw.Shortened(e.Text) {
			found = append(found, finding.Finding{
				Severity: finding.Note, Code: "lint.title", Subject: page.ID, Args: finding.Args{"Shown": e.Text, "Size": ""},
			})
		}
	}
	for _, group := range Tiles(v)[len(page.Tiles):] {
		for _, e := range group {
			if e.Part.Kind == kindHeading && draw.Shortened(e.Text) {
				found = append(found, finding.Finding{
					Severity: finding.Note, Code: "lint.heading", Subject: page.ID, Args: finding.Args{"Shown": e.Text, "Size": ""},
				})
			}
		}
	}
	for _, l := range lacks(v) {
		found = append(found, l.finding(v))
	}
	return found
}

func isBoardTitle(e draw.Element) bool { return e.Part.Kind == kindBoardTitle }

// remedy says how many tiles of the page would fix a lack, 0 where no number
// does, and of a small number how large it would be then.
func remedy(v View, l lack) finding.Args {
	all := v.Shown().Tiles
	for n := len(all) - 1; n > 0; n-- {
		w := v.with(l.tiles[0], n)
		if slices.ContainsFunc(lacks(w), func(o lack) bool {
			return o.fault == l.fault && o.part == l.part && slices.Contains(o.tiles, l.tiles[0])
		}) {
			continue
		}
		if l.fault == tooSmall && l.part == kindNumber {
			return finding.Args{"Fewer": n, "Gives": arcOf(w, kindNumber, l.tiles[0])}
		}
		return finding.Args{"Fewer": n}
	}
	return finding.Args{"Fewer": 0}
}

// with returns v with a page of n of its tiles, among them that of the KPI id.
func (v View) with(id string, n int) View {
	c := *v.Board.Config
	of := c.Pages[v.Page]
	page := config.Page{ID: of.ID, Title: of.Title, Range: of.Range, Overview: of.Overview, Tiles: []string{id}}
	for _, other := range of.Tiles {
		if other != id && len(page.Tiles) < n {
			page.Tiles = append(page.Tiles, other)
		}
	}
	for _, g := range of.Groups {
		if g.Tiles = slices.DeleteFunc(slices.Clone(g.Tiles), func(id string) bool { return !slices.Contains(page.Tiles, id) }); of.Overview && len(g.Tiles) > 0 {
			page.Groups = append(page.Groups, g)
		}
	}
	c.Pages = []config.Page{page}
	b := *v.Board
	b.Config = &c
	v.Board, v.Page = &b, 0
	return v
}

func distanceOf(s config.Screen) float64 {
	if s.ViewingDistance == 0 {
		return defaultViewingDistance
	}
	return s.ViewingDistance
}

// patience is how long somebody waits for a page without asking whether it still comes.
const patience = time.Minute

// worstWait says how long one waits at most for a page that has just gone, where that is
// long.
func worstWait(c *config.Config) []finding.Finding {
	var sum, minStay time.Duration
	var worst string
	n := 0
	for _, p := range c.Pages {
		if p.Private {
			continue
		}
		stay := p.Stay
		if stay == 0 {
			stay = c.Stay
		}
		n++
		sum += stay
		if minStay == 0 || stay < minStay {
			minStay, worst = stay, p.ID
		}
	}
	wait := (sum - minStay).Round(time.Second)
	if n < 2 || wait <= patience {
		return nil
	}
	return []finding.Finding{{Severity: finding.Note, Code: "lint.wait", Subject: worst, Args: finding.Args{"Wait": wait}}}
}
