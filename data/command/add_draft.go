package command

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"kpiwall/data/config"
	"kpiwall/data/finding"
	"kpiwall/data/kpi"
	"kpiwall/data/words"
)

// answers are what somebody says of a new KPI, as it was typed.
type answers struct{ name, id, every, combine, unit, target, page string }

// draft is a KPI that is to be added.
type draft struct {
	name, id, every, combine, page string
	unit                           typedUnit
	target                         string // as the file has it; empty: none
}

// draft makes a KPI of answers, and asks for those that are not given. Enter alone means
// the usual ones, where there are such.
func (a *adding) draft(ctx context.Context, given, usual answers, asks bool) (d draft, err error) {
	for _, q := range a.questions(&d) {
		typed := *q.at(&given)
		q.usual = cmp.Or(*q.at(&usual), q.usual)
		if asks && typed == "" && q.id != "" {
			err = a.ask(ctx, q)
		} else {
			err = q.take(cmp.Or(typed, q.usual))
		}
		if err != nil {
			return d, err
		}
	}
	return d, nil
}

// question is one thing that has to be known of a KPI.
type question struct {
	id       string   // of its message; empty: it is never asked
	accepted []string // the answers that there are
	usual    string   // what an empty answer means
	at       func(*answers) *string
	take     func(typed string) error // notes an answer, or says what is wrong with it
}

// questions are those for d, in the order in which they are asked: the target wants to
// know of the unit, the id of the name.
func (a *adding) questions(d *draft) []question {
	pages := a.pages()
	list := []question{
		{id: "add.ask.name", at: func(g *answers) *string { return &g.name }, take: func(t string) error { return a.takeName(d, t) }},
		{at: func(g *answers) *string { return &g.id }, take: func(t string) error { return a.takeID(d, t) }},
		{
			id: "add.ask.every", accepted: config.Rhythms(), at: func(g *answers) *string { return &g.every },
			take: func(t string) (err error) { d.every, err = oneOf("every", t, config.Rhythms()); return err },
		},
		{
			id: "add.ask.combine", accepted: config.Combinations(), usual: "last", at: func(g *answers) *string { return &g.combine },
			take: func(t string) (err error) { d.combine, err = oneOf("combine", t, config.Combinations()); return err },
		},
		{id: "add.ask.unit", at: func(g *answers) *string { return &g.unit }, take: func(t string) (err error) {
			d.unit, err = unitTyped(t, a.edit.Config.Locale)
			return err
		}},
		{id: "add.ask.target", at: func(g *answers) *string { return &g.target }, take: func(t string) (err error) {
			d.target, err = d.unit.target(t, a.edit.Config.Locale)
			return err
		}},
	}
	page := question{at: func(g *answers) *string { return &g.page }, take: func(t string) (err error) { d.page, err = pageOf(t, pages); return err }}
	if len(pages) > 0 {
		page.id, page.accepted, page.usual = "add.ask.page", pages, pages[0]
	}
	return append(list, page)
}

// pages returns the pages of the file that take a KPI.
func (a *adding) pages() (ids []string) {
	for _, p := range a.edit.Config.Pages {
		if p.Title != "" && !p.Rows && len(p.Groups) == 0 && len(p.Tiles) < config.TileLimit {
			ids = append(ids, p.ID)
		}
	}
	return ids
}

func (a *adding) takeName(d *draft, typed string) error {
	d.name = strings.TrimSpace(typed)
	if d.name == "" || strings.ContainsFunc(d.name, unicode.IsControl) {
		return finding.New("add.name", nil)
	}
	if id := idOf(d.name); a.edit.Config.Defined(id) != nil && a.env.Person {
		return finding.New("add.taken", finding.Args{"ID": id})
	}
	return nil
}

func (a *adding) takeID(d *draft, typed string) error {
	if d.id = cmp.Or(typed, idOf(d.name)); a.edit.Config.Defined(d.id) != nil {
		return finding.New("add.taken", finding.Args{"ID": d.id})
	}
	return nil
}

// oneOf returns the one of accepted that was typed, in capitals or not.
func oneOf(what, typed string, accepted []string) (string, error) {
	typed = strings.ToLower(strings.TrimSpace(typed))
	if slices.Contains(accepted, typed) {
		return typed, nil
	}
	return "", finding.New("add.word", finding.Args{
		"What": "--" + what, "Given": typed, "Meant": config.Nearest(typed, accepted), "Accepted": accepted,
	})
}

func pageOf(typed string, pages []string) (string, error) {
	switch {
	case typed == "":
		return "", nil
	case len(pages) == 0:
		return "", finding.New("add.no_page", finding.Args{"Given": typed})
	}
	return oneOf("page", typed, pages)
}

// idOf makes an id of a name: "Öffnungszeit (Tage)" is offnungszeit_tage.
func idOf(name string) string {
	var id strings.Builder
	for _, r := range norm.NFD.String(strings.ToLower(strings.ReplaceAll(name, "ß", "ss"))) {
		switch {
		case 'a' <= r && r <= 'z' || '0' <= r && r <= '9':
			id.WriteRune(r)
		case unicode.Is(unicode.Mn, r): // accents, taken apart
		default:
			id.WriteByte(' ')
		}
	}
	text := strings.Join(strings.Fields(id.String()), "_")
	return cmp.Or(strings.Trim(text[:min(len(text), kpi.IDLimit)], "_"), "kpi")
}

// commentWidth is how long a line of a comment is at most.
const commentWidth = 90

// table writes d as the config has it.
func (d draft) table(e Env) string {
	var b strings.Builder
	b.WriteByte('\n')
	b.WriteString(comment(e.speech().Say("add.comment", words.Args{"Name": d.name, "Day": e.Now().Format("2006-01-02")})))
	b.WriteString("[kpi." + config.Key(d.id) + "]\n")
	pair := func(key, value string) {
		if value != "" {
			b.WriteString(key + " = " + value + "\n")
		}
	}
	pair("name", config.Quoted(d.name))
	pair("every", config.Quoted(d.every))
	if d.combine != "last" {
		pair("combine", config.Quoted(d.combine))
	}
	for _, p := range d.unit.pairs() {
		pair(p[0], config.Quoted(p[1]))
	}
	if d.target != "" {
		b.WriteString(comment(e.speech().Say("add.comment.target", nil)))
	}
	pair("target", d.target)
	if d.page != "" {
		pair("page", config.Quoted(d.page))
	}
	return b.String()
}

// comment writes text as the lines of a comment.
func comment(text string) string {
	var b strings.Builder
	line := "#"
	for _, word := range strings.Fields(text) {
		if len(line)+len(word) >= commentWidth {
			b.WriteString(line + "\n")
			line = "#"
		}
		line += " " + word
	}
	return b.String() + line + "\n"
}
