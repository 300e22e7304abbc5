package sheet

import (
	"strings"

	"kpiwall/data/config"
	"kpiwall/data/finding"
	"kpiwall/data/kpi"
)

// The roles of columns, by the words for them in a [Vocabulary].
const (
	dateRole    = "date"
	kpiRole     = "kpi"
	valueRole   = "value"
	noteRole    = "note"
	sourceRole  = "source"
	byRole      = "by"
	yearRole    = "year"
	monthRole   = "month"
	weekRole    = "week"
	quarterRole = "quarter"
)

// shape is how values lie in a file.
type shape uint8

const (
	noShape shape = iota
	long          // one value a line
	wide          // a KPI a column
	across        // a date a column
)

// header says what the columns of a file are.
type header struct {
	names  []string
	roles  map[string]int // where the column of a role is
	kpis   []*kpi.KPI     // of the wide shape, by column; nil where it is none
	dates  []string       // of dates across, by column; "" where it is none
	shape  shape
	own    bool     // written by [Writer]
	passed []string // the columns that are passed over
}

// ownNames are the columns that [Writer] writes.
var ownNames = []string{"date", "kpi", "value", "note", "source", "by"}

// headers understands the names of columns.
type headers struct {
	lookup Lookup
	o      Options
}

// parse reads the names of the columns. Each problem is at the index of its column.
// Without a shape it is no header at all.
func (hs headers) parse(names []string, sep rune) (h header, problems map[int]error) {
	h = header{names: names, roles: map[string]int{}, kpis: make([]*kpi.KPI, len(names)), dates: make([]string, len(names))}
	problems = map[int]error{}
	h.own = sep == ',' && strings.Join(names, ",") == strings.Join(ownNames, ",")
	hs.find(&h, problems)
	_, hasKPI := h.roles[kpiRole]
	_, hasValue := h.roles[valueRole]
	switch {
	case hasKPI && hasValue:
		h.shape = long
		clear(h.kpis)
	case hs.findWide(&h):
		h.shape = wide
	case hs.findAcross(&h):
		h.shape = across
	}
	return h, problems
}

// find finds the columns whose names say what they are.
func (hs headers) find(h *header, problems map[int]error) {
	first := map[*kpi.KPI]string{}
	for i, name := range h.names {
		if hs.skipped(name) || fold(name) == "" {
			continue
		}
		given, named := hs.o.Columns[fold(name)]
		if !named {
			given = name
		}
		role := hs.role(given)
		k, err := hs.kpi(given)
		if role == "" && err != nil && named {
			problems[i] = err
		}
		if k != nil && first[k] != "" {
			problems[i] = finding.New("exchange.column.kpi_twice", finding.Args{"Column": name, "Other": first[k]})
		}
		if k != nil {
			h.kpis[i], first[k] = k, name
		}
		if role == "" || k != nil && role != kpiRole && role != valueRole && role != dateRole {
			continue
		}
		if at, taken := h.roles[role]; taken {
			problems[i] = finding.New("exchange.column.twice", finding.Args{"Column": name, "Other": h.names[at]})
			continue
		}
		h.roles[role] = i
	}
	hs.findDate(h)
}

// role returns what a column of that name holds, "" for a KPI or what is none.
func (hs headers) role(name string) string {
	switch fold(name) {
	case "date", "at", "period":
		return dateRole
	case "kpi", "value", "note", "source", "by":
		return fold(name)
	case "entered_by":
		return byRole
	}
	switch meaning := hs.o.Words.means(name); meaning {
	case "total", "none", "to", "":
		return ""
	case "ending", "week_of":
		return dateRole
	default:
		return meaning
	}
}

func (hs headers) skipped(name string) bool {
	for _, s := range hs.o.Skip {
		if fold(s) == fold(name) {
			return true
		}
	}
	return false
}

// findDate takes a column of months, weeks or quarters, or else of years, for the
// dates, unless there is a year beside it.
func (hs headers) findDate(h *header) {
	_, hasYear := h.roles[yearRole]
	_, hasDate := h.roles[dateRole]
	for _, role := range []string{monthRole, weekRole, quarterRole} {
		if i, has := h.roles[role]; has && !hasYear && !hasDate {
			h.roles[dateRole], hasDate = i, true
			delete(h.roles, role)
		}
	}
	_, month := h.roles[monthRole]
	_, week := h.roles[weekRole]
	_, quarter := h.roles[quarterRole]
	if hasYear && !hasDate && !month && !week && !quarter {
		h.roles[dateRole] = h.roles[yearRole]
	}
	if hasDate || !month && !week && !quarter {
		delete(h.roles, yearRole)
	}
}

// hasDate reports whether the header says where the dates are.
func (h *header) hasDate() bool {
	_, date := h.roles[dateRole]
	_, year := h.roles[yearRole]
	return date || year
}

// findWide reports whether there are KPIs in columns. The dates are in the first
// column that is none, whatever its name is.
func (hs headers) findWide(h *header) bool {
	any := false
	for i, k := range h.kpis {
		any = any || k != nil && h.roles[dateRole] != i
	}
	if !any {
		return false
	}
	for i, name := range h.names {
		if !h.hasDate() && h.kpis[i] == nil && !h.has(i) && !hs.skipped(name) {
			h.roles[dateRole] = i
		}
	}
	return h.hasDate() && !hs.isDate(h.nameOf(dateRole)) // else it is a line of values
}

// isDate reports whether the name of a column is a date, and no number that could be
// one of a year long past.
func (hs headers) isDate(name string) bool {
	text, err := (dateForm{words: hs.o.Words, order: MonthFirst, now: hs.o.Now}).canonical(name)
	return err == nil && (text[0] == 'W' || "1900" <= text && text < "2200")
}

// has reports whether column i has a role.
func (h *header) has(i int) bool {
	for _, at := range h.roles {
		if at == i {
			return true
		}
	}
	return false
}

// findAcross reports whether the names of columns are dates. The KPIs are in the
// first column that has none.
func (hs headers) findAcross(h *header) bool {
	dates := 0
	for i, name := range h.names {
		name = strings.TrimSpace(name)
		switch {
		case hs.isDate(name) && !hs.skipped(name):
			h.dates[i] = name
			dates++
		case name != "" && strings.Trim(name, "0123456789.,-") == "": // no header has numbers
			return false
		}
	}
	if dates == 0 || len(h.names) < 2 || h.dates[0] != "" {
		return false
	}
	if _, has := h.roles[kpiRole]; !has {
		h.roles[kpiRole] = 0
	}
	return h.kpis[h.roles[kpiRole]] == nil // else it is a line of values
}

// check finds what is wrong with a header as a whole, and notes the columns that
// are passed over.
func (hs headers) check(h *header, problems map[int]error) {
	if h.shape == long && !h.hasDate() && len(problems) == 0 {
		problems[0] = finding.New("exchange.no_date", nil)
	}
	for i, name := range h.names {
		if k := h.kpis[i]; k != nil && k.Formula != nil && h.shape == wide {
			problems[i] = finding.New("exchange.column.kpi", finding.Args{"Cause": finding.Of(computed(k))[0]})
		}
		if h.kpis[i] != nil || h.has(i) || h.dates[i] != "" || fold(name) == "" || hs.skipped(name) || problems[i] != nil {
			continue
		}
		if hs.mistyped(h, name) {
			_, err := hs.lookup.Find(strings.TrimSpace(name))
			problems[i] = finding.New("exchange.column.kpi", finding.Args{"Cause": finding.Of(err)[0]})
			continue
		}
		h.passed = append(h.passed, strings.TrimSpace(name))
	}
	for name := range hs.o.Where {
		if h.index(name) < 0 {
			problems[0] = finding.New("exchange.where", finding.Args{"Column": name})
		}
	}
}

// mistyped reports whether a name is nearly that of a KPI which no other column has.
func (hs headers) mistyped(h *header, name string) bool {
	meant := config.Nearest(name, hs.lookup.ids)
	for _, k := range h.kpis {
		if k != nil && k.ID == meant {
			return false
		}
	}
	return h.shape == wide && meant != ""
}

// index returns the column of that name, -1 where there is none.
func (h *header) index(name string) int {
	for i, n := range h.names {
		if fold(n) == fold(name) {
			return i
		}
	}
	return -1
}

// nameOf returns the name of the column of a role.
func (h *header) nameOf(role string) string {
	if i, has := h.roles[role]; has {
		return h.names[i]
	}
	return ""
}
