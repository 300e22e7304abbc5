package config

import (
	"errors"
	"slices"
	"strings"

	"kpiwall/data/finding"
	"kpiwall/data/formula"
	"kpiwall/data/kpi"
)

// The limits of what one formula may look at: how many values for one period, and
// how many periods back, those of its inputs' formulas included.
const (
	costLimit  = 2000
	reachLimit = 800
)

// readFormula reads a formula; what its names stand for is looked at when all KPIs
// and measures are there.
func readFormula(r *reader, k *kpi.KPI, it item) {
	text, ok := it.value.(string)
	if !ok {
		r.wrongKind(it, "wanted.formula")
		return
	}
	f, err := formula.Parse(text)
	var wrong *formula.Error
	if errors.As(err, &wrong) {
		if given, ok := wrong.Args["Given"].(string); ok && wrong.Code == "formula.function" {
			wrong.Args["Meant"] = Nearest(given, formula.FunctionNames())
		}
		r.findWithin(it, wrong.At, wrong.Code, wrong.Args)
		return
	}
	k.Formula = f
}

// findWithin notes that something is wrong at a byte of the text it.
func (r *reader) findWithin(it item, at int, code string, args finding.Args) {
	offset := textOffset(r.file.text, r.index.offsets[it.path], at)
	r.problems = append(r.problems, r.file.problem(offset, it.key, code, args))
}

// recordedOnly are the keys of a KPI that say something of values that are recorded.
var recordedOnly = []string{"combine", "entered", "note_when_off", "judged"}

// formulas checks the formulas of c, whose KPIs are the table it.
func (r *reader) formulas(c *Config, it item) {
	all, _ := it.value.(map[string]any)
	f := formulas{reader: r, config: c, items: map[string]item{}, visited: map[string]bool{}, reach: map[string]int{}}
	for _, k := range c.KPIs {
		table := it.child(k.ID, all[k.ID])
		f.items[k.ID] = table.child("formula", nil)
		if keys, isTable := table.value.(map[string]any); isTable && keys["formula"] != nil {
			for _, key := range recordedOnly {
				if keys[key] != nil {
					r.find(table.child(key, nil), "config.formula.recorded", nil)
				}
			}
		}
	}
	before := len(r.problems)
	for i := range c.KPIs {
		f.names(&c.KPIs[i])
	}
	if len(r.problems) > before { // cycles and reach of names that there are
		return
	}
	for i := range c.KPIs {
		f.cycle(c.KPIs[i].ID, nil)
	}
	if len(r.problems) > before {
		return
	}
	for i := range c.KPIs {
		f.bounded(&c.KPIs[i])
	}
}

// formulas is what the checks of formulas share.
type formulas struct {
	*reader
	config  *Config
	items   map[string]item // the formula of each KPI
	visited map[string]bool // KPIs that are in no cycle, or in one that was named
	reach   map[string]int  // how many periods back a formula looks
}

// names checks the names in the formula of k.
func (f *formulas) names(k *kpi.KPI) {
	if k.Formula == nil {
		return
	}
	seen := map[string]bool{}
	k.Formula.Walk(func(n *formula.Node) {
		if n.Op == formula.Name && !seen[n.ID] {
			seen[n.ID] = true
			f.name(k, n)
		}
	})
	if len(seen) == 0 {
		f.find(f.items[k.ID], "config.formula.constant", nil)
	}
}

// name checks one name in the formula of k.
func (f *formulas) name(k *kpi.KPI, n *formula.Node) {
	note := func(code string, args finding.Args) { f.findWithin(f.items[k.ID], n.At, code, args) }
	in := f.config.Defined(n.ID)
	switch {
	case in == nil:
		f.unknownName(k, n)
	case k.Every == 0 || in.Every == 0: // said already
	case in.Judged:
		note("config.formula.judged", finding.Args{"ID": n.ID})
	case in.Every > k.Every:
		note("config.formula.coarser", finding.Args{"ID": n.ID, "Every": k.Every, "Other": in.Every})
	case in.Formula != nil && (in.Every < k.Every || in.Every == kpi.Day && in.EveryDay != k.EveryDay):
		note("config.formula.finer", finding.Args{"ID": n.ID, "Every": k.Every, "Other": in.Every})
	}
}

// unknownName says that there is nothing called as n. What follows it may belong
// to an id that needs quotes.
func (f *formulas) unknownName(k *kpi.KPI, n *formula.Node) {
	ids := append(kpiIDs(f.config.KPIs), kpiIDs(f.config.Measures)...)
	rest := k.Formula.Text[n.At:]
	for _, id := range ids {
		if strings.HasPrefix(id, n.ID+"-") && strings.HasPrefix(rest, id) {
			f.findWithin(f.items[k.ID], n.At, "formula.quotes", finding.Args{"ID": id})
			return
		}
	}
	others := slices.DeleteFunc(ids, func(id string) bool { return id == k.ID })
	f.findWithin(f.items[k.ID], n.At, "config.formula.unknown", finding.Args{
		"ID": n.ID, "Meant": Nearest(n.ID, others), "Accepted": others,
	})
}

// cycle names a cycle that leads from id, to which the path leads, back to it.
func (f *formulas) cycle(id string, path []string) {
	if f.visited[id] {
		return
	}
	k := f.config.KPI(id)
	if k == nil || k.Formula == nil {
		return
	}
	if i := slices.Index(path, id); i >= 0 {
		f.find(f.items[path[i]], "config.formula.cycle", finding.Args{"Path": strings.Join(append(path[i:], id), " → ")})
		return
	}
	path = append(path, id)
	for _, in := range k.Formula.Names() {
		f.cycle(in, path)
	}
	f.visited[id] = true
}

// bounded checks what it takes to compute k.
func (f *formulas) bounded(k *kpi.KPI) {
	switch {
	case k.Formula == nil || k.Every == 0:
	case k.Every == kpi.Hour && k.Formula.Has(formula.YTD):
		f.find(f.items[k.ID], "config.formula.hours", nil)
	case k.Cost() > costLimit:
		f.find(f.items[k.ID], "config.formula.cost", finding.Args{"Values": k.Cost(), "Limit": costLimit})
	case f.depth(k) > reachLimit:
		f.find(f.items[k.ID], "config.formula.reach", finding.Args{"Periods": f.depth(k), "Limit": reachLimit})
	}
}

// depth returns how many periods back k looks, through the formulas of its inputs.
func (f *formulas) depth(k *kpi.KPI) (depth int) {
	if k == nil || k.Formula == nil {
		return 0
	}
	if known, ok := f.reach[k.ID]; ok {
		return known
	}
	for id, span := range k.Reach() {
		depth = max(depth, span.Farthest+f.depth(f.config.KPI(id)))
	}
	f.reach[k.ID] = depth
	return depth
}
