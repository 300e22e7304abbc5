package page

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"kpiwall/data/board"
	"kpiwall/data/config"
	"kpiwall/themes"
)

// Lint measures every text of a board's pages on canvases of some sizes, of
// which only the proportion counts, at the configured screen and distance. It
// returns in words what is smaller than can be read without effort, what is
// shortened or left out for lack of room, whether the logo cannot be drawn, and
// how long a page is away. It needs a Fyne app to exist, though none that runs.
func Lint(b *board.Board, sizes ...fyne.Size) []string {
	var notes []string
	logo := LogoOf(b.Config.Screen)
	if l := b.Config.Screen.Logo; l != nil && logo == nil {
		notes = append(notes, fmt.Sprintf("nothing of the logo %q can be drawn; save it as PNG, or its text as paths", l.Name))
	}
	for _, size := range sizes {
		v := View{Size: size, Board: b, Palette: themes.Of(b.Config.Screen), Logo: logo, Now: b.Now, Paging: true}
		for v.Page = range b.Config.Pages {
			for _, note := range lintPage(v) {
				if len(sizes) > 1 {
					note = fmt.Sprintf("at %.0f×%.0f, %s", size.Width, size.Height, note)
				}
				notes = append(notes, note)
			}
		}
	}
	if note := worstWait(b.Config); note != "" {
		notes = append(notes, note)
	}
	return notes
}

// lintPage returns what is wrong with the page of v, the worst first.
func lintPage(v View) []string {
	page := v.Shown()
	var notes []string
	for _, e := range Header(v) {
		if e.Part == "title of the page" && strings.HasSuffix(e.Text, "…") {
			notes = append(notes, fmt.Sprintf("page %s: its title is shortened to %q; write it shorter", page.ID, e.Text))
		}
	}
	for _, l := range lacks(v) {
		notes = append(notes, fmt.Sprintf("page %s: %s%s", page.ID, l.words(v), remedy(v, l)))
	}
	return notes
}

// remedy says how many tiles of the page would mend a lack, if any number does.
func remedy(v View, l lack) string {
	all := v.Shown().Tiles
	for n := len(all) - 1; n > 0; n-- {
		w := v.with(l.tiles[0], n)
		mended := !slices.ContainsFunc(lacks(w), func(o lack) bool { return o.what == l.what && slices.Contains(o.tiles, l.tiles[0]) })
		if !mended {
			continue
		}
		would := "would show it"
		if l.what == smallNumber {
			would = fmt.Sprintf("would give %.0f", arcOf(w, smallNumber, l.tiles[0]))
		}
		return fmt.Sprintf("; %s instead of %s %s", countOf(n, "tile"), numberWord(len(all)), would)
	}
	switch l.what {
	case shortName:
		return "; choose a shorter one"
	case smallNumber:
		return `; write it shorter, such as with format = "compact"`
	}
	return ""
}

// with returns v with a page of n of its tiles, among them that of the KPI id.
func (v View) with(id string, n int) View {
	c := *v.Board.Config
	page := config.Page{ID: c.Pages[v.Page].ID, Title: c.Pages[v.Page].Title, Tiles: []string{id}}
	for _, other := range c.Pages[v.Page].Tiles {
		if other != id && len(page.Tiles) < n {
			page.Tiles = append(page.Tiles, other)
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

// worstWait says how long one waits at most for a page that has just gone.
func worstWait(c *config.Config) string {
	var sum, least time.Duration
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
		if least == 0 || stay < least {
			least, worst = stay, p.ID
		}
	}
	if n < 2 {
		return ""
	}
	return fmt.Sprintf("page %s: whoever just missed it waits %s", worst, (sum - least).Round(time.Second))
}

// numberWord writes a count of tiles.
func numberWord(n int) string {
	words := []string{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"}
	return words[min(n, len(words)-1)]
}

func countOf(n int, thing string) string {
	if n == 1 {
		return "one " + thing
	}
	return numberWord(n) + " " + thing + "s"
}
