package sheet

import (
	"cmp"
	"io"
	"regexp"
	"slices"
	"strings"

	"kpiwall/data/config"
	"kpiwall/data/finding"
	"kpiwall/data/kpi"
)

// Column is numbers of a file that are of no KPI yet.
type Column struct {
	Header string // as the file names it
	Name   string // without its unit
	Unit   string // as it stands behind the name, or in the cells; may be empty
	Every  string // the rhythm of its dates, as the config spells it; empty: they show none
	Values int
	First  string // the first cell
}

// Columns finds out which numbers of a file, called name in problems, cfg has no KPI
// for: the columns that are none, or of a file with a column of KPIs the names there.
func Columns(name string, file io.ReadSeeker, cfg *config.Config, o Options) (list []Column, err error) {
	r := &reader{name: name, file: file, cfg: cfg, o: o, headers: headers{NewLookup(cfg), o}}
	r.yield = func(_ Value, problem error) bool { err = problem; return false }
	if opened := r.open(); opened != nil || err != nil {
		return nil, cmp.Or(opened, err)
	}
	head, readErr := r.table.Read()
	if r.layout.line == 0 || readErr != nil {
		return nil, problem(finding.New("exchange.empty", nil), name, 1, 1)
	}
	s := &proposals{reader: r, names: slices.Clone(head), by: map[string]*proposal{}}
	s.findRoles()
	if err := r.eachRow(s.add); err != nil {
		return nil, err
	}
	return s.columns(), nil
}

// proposals collects what the cells of a file show of KPIs that there may be.
type proposals struct {
	*reader
	names                 []string
	dates, kpis, valueCol int   // columns; -1: there is none
	rest                  []int // the columns whose names tell no role
	by                    map[string]*proposal
	order                 []string
}

// proposal is one of them.
type proposal struct {
	Column
	days  []kpi.Date
	every map[string]int // how many dates name a period of that rhythm
	other int            // cells that are no numbers
}

// findRoles finds the columns that say of when and of what a number is.
func (s *proposals) findRoles() {
	s.dates, s.kpis, s.valueCol = -1, -1, -1
	for i, name := range s.names {
		switch s.headers.role(name) {
		case kpiRole:
			s.kpis = i
		case valueRole:
			s.valueCol = i
		case dateRole, monthRole, weekRole, quarterRole, yearRole:
			if s.dates < 0 {
				s.dates = i
			}
		case "":
			s.rest = append(s.rest, i)
		}
	}
}

// add looks at a line.
func (s *proposals) add(rec []string) {
	date := ""
	if s.dates >= 0 && s.dates < len(rec) {
		form := dateForm{words: s.o.Words, order: DayFirst, now: s.o.Now}
		if text, err := form.canonical(rec[s.dates]); err == nil {
			date = text
		}
	}
	if s.kpis >= 0 && s.valueCol >= 0 {
		if s.kpis < len(rec) && s.valueCol < len(rec) {
			s.cell(rec[s.kpis], date, rec[s.valueCol])
		}
		return
	}
	for _, i := range s.rest {
		if i < len(rec) {
			s.cell(s.names[i], date, rec[i])
		}
	}
}

// cell notes a number of a date, which is canonical or empty, under a name, unless that
// is a KPI's.
func (s *proposals) cell(name, date, cell string) {
	name, cell = strings.TrimSpace(name), strings.TrimSpace(cell)
	if name == "" || cell == "" {
		return
	}
	p := s.by[name]
	if p == nil {
		if k, _ := s.headers.kpi(name); k != nil {
			return
		}
		p = &proposal{Column: Column{Header: name, Name: name}, every: map[string]int{}}
		if m := unitBehind.FindStringSubmatch(name); m != nil {
			p.Name, p.Unit = m[1], strings.TrimSpace(m[2]+m[3]+m[4])
		}
		s.by[name], s.order = p, append(s.order, name)
	}
	m := aNumber.FindStringSubmatch(cell)
	if m == nil {
		p.other++
		return
	}
	if p.Values++; p.Values == 1 {
		p.First = cell
	}
	if unit := strings.TrimSpace(m[1] + m[2]); p.Unit == "" && unit != "" {
		p.Unit = unit
	}
	p.dated(date)
}

// aNumber is a cell that holds a number, with what stands before or behind it.
var aNumber = regexp.MustCompile(`^(\p{Sc}?)\s*[-−+]?\s*\d[\d.,'’\s]*\s*(%|\p{Sc}|)$`)

// dated notes the date of a number.
func (p *proposal) dated(text string) {
	switch {
	case len(text) >= len("2026-11-30") && isoDay(text[:10]):
		if d, err := kpi.ParseDate(text[:10]); err == nil {
			p.days = append(p.days, d)
		}
	case strings.Contains(text, "W"):
		p.every["week"]++
	case strings.Contains(text, "Q"):
		p.every["quarter"]++
	case len(text) == len("2026"):
		p.every["year"]++
	case len(text) == len("2026-11"):
		p.every["month"]++
	}
}

// rhythms are by how many days apart values usually are.
var rhythms = []struct {
	days  int
	every string
}{{4, "day"}, {10, "week"}, {45, "month"}, {150, "quarter"}, {1 << 30, "year"}}

// rhythm returns how often there is a number: as its dates say, or else as the days
// most often lie apart.
func (p *proposal) rhythm() string {
	best := ""
	for every, n := range p.every {
		if n > p.every[best] {
			best = every
		}
	}
	if best != "" || len(p.days) < 2 {
		return best
	}
	slices.SortFunc(p.days, kpi.Date.Compare)
	var gaps []int
	for i, d := range p.days[1:] {
		if gap := d.Sub(p.days[i]); gap > 0 {
			gaps = append(gaps, gap)
		}
	}
	if len(gaps) == 0 {
		return "day"
	}
	slices.Sort(gaps)
	for _, r := range rhythms {
		if gaps[len(gaps)/2] <= r.days {
			return r.every
		}
	}
	return ""
}

// columns returns those that hold numbers, in the order of the file.
func (s *proposals) columns() (list []Column) {
	for _, name := range s.order {
		if p := s.by[name]; p.Values > p.other {
			p.Every = p.rhythm()
			list = append(list, p.Column)
		}
	}
	return list
}
