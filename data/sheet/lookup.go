package sheet

import (
	"strings"

	"kpiwall/data/config"
	"kpiwall/data/finding"
	"kpiwall/data/kpi"
)

// Lookup finds KPIs by what people call them: the id or the name, in any case.
// Goroutines may share it.
type Lookup struct {
	by  map[string]*kpi.KPI // nil where several KPIs share a name
	ids []string

	renamed map[string]string // by an id of before, the one of now
}

// NewLookup returns the lookup of cfg's KPIs and measures. An id goes before a name.
func NewLookup(cfg *config.Config) Lookup {
	l := Lookup{by: make(map[string]*kpi.KPI, 2*len(cfg.KPIs))}
	for k := range cfg.All {
		name := fold(k.Name)
		if _, taken := l.by[name]; taken {
			l.by[name] = nil
		} else {
			l.by[name] = k
		}
	}
	for k := range cfg.All {
		l.by[k.ID] = k
		l.ids = append(l.ids, k.ID)
	}
	return l
}

// Find returns the KPI that s names. The error says which was probably meant.
func (l Lookup) Find(s string) (*kpi.KPI, error) {
	k, known := l.by[s]
	if !known {
		k, known = l.by[fold(s)]
	}
	switch {
	case k != nil:
		return k, nil
	case known:
		return nil, finding.New("exchange.kpi.several", finding.Args{"Name": s})
	}
	if s == "" {
		return nil, finding.New("exchange.kpi.none", nil)
	}
	if now := l.renamed[s]; now != "" {
		return nil, finding.New("rename.called", finding.Args{"Old": s, "New": now})
	}
	if meant := config.Nearest(s, l.ids); meant != "" {
		return nil, finding.New("exchange.kpi.meant", finding.Args{"Name": s, "Meant": meant})
	}
	return nil, finding.New("exchange.kpi.unknown", finding.Args{"Name": s, "ID": suggestID(s)})
}

// computed says that no value of k is recorded.
func computed(k *kpi.KPI) error {
	return finding.New("exchange.computed", finding.Args{"Name": k.Name, "Inputs": k.Formula.Names()})
}

// fold takes away what people do not mind about a name.
func fold(s string) string { return strings.ToLower(strings.TrimSpace(s)) }

// suggestID makes a valid id of a name.
func suggestID(s string) string {
	id := strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9', r == '_', r == '-':
			return r
		}
		return '_'
	}, fold(s))
	return id[:min(len(id), 64)]
}
