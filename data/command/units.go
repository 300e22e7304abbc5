package command

import (
	"strings"

	"kpiwall/data/config"
	"kpiwall/data/finding"
	"kpiwall/data/formula"
	"kpiwall/data/kpi"
)

// unit is what a part of a formula is counted in, as far as the formats tell.
type unit string

const (
	unsaid  unit = ""  // a count, or nobody says
	percent unit = "%" // 45 for 45 %
	share   unit = "1" // 0.45 for 45 %: a ratio of two of one unit
	pure    unit = "n" // a number of the formula, which goes with anything
	clock   unit = "h:mm"
)

// unitOf returns what numbers written as f are counted in.
func unitOf(f kpi.Format) unit {
	switch {
	case f.Percentage():
		return percent
	case f.Style == kpi.Duration:
		return clock
	}
	return unit(strings.TrimSpace(f.Prefix + f.Suffix))
}

// named reports whether two that are not equal cannot be added.
func (u unit) named() bool { return u != unsaid && u != pure && u != share }

// formulaNotes says what in formulas is probably not meant.
func formulaNotes(cfg *config.Config) (list []finding.Finding) {
	used := map[string]bool{}
	for i := range cfg.KPIs {
		k := &cfg.KPIs[i]
		if k.Formula == nil {
			continue
		}
		for _, id := range k.Formula.Names() {
			used[id] = true
		}
		note := func(code string, args finding.Args) {
			f := cfg.Problem(config.Key("kpi", k.ID, "formula"), code, args)
			f.Severity = finding.Note
			list = append(list, f)
		}
		u := units{cfg: cfg, mixed: func(a, b unit) { note("check.formula.units", finding.Args{"A": string(a), "B": string(b)}) }}
		if made := u.of(k.Formula.Root); made == share && k.Format.Percentage() && !hasHundred(k.Formula) {
			note("check.formula.share", nil)
		}
	}
	for _, m := range cfg.Measures {
		if !used[m.ID] {
			list = append(list, finding.Finding{Severity: finding.Note, Code: "check.measure.unused", Subject: m.ID})
		}
	}
	return list
}

// units finds what the parts of a formula are counted in.
type units struct {
	cfg   *config.Config
	mixed func(a, b unit) // is told what is added up though it is not alike
}

func (u units) of(n *formula.Node) unit {
	switch n.Op {
	case formula.Number:
		return pure
	case formula.Name:
		return unitOf(u.cfg.Defined(n.ID).Format)
	case formula.Multiply:
		return product(u.of(n.Args[0]), u.of(n.Args[1]))
	case formula.Divide:
		return quotient(u.of(n.Args[0]), u.of(n.Args[1]))
	case formula.If:
		u.same(n.Args[0].Args)
		return u.same(n.Args[1:])
	}
	return u.same(n.Args)
}

// same returns the unit of args that should have one in common.
func (u units) same(args []*formula.Node) unit {
	first := u.of(args[0])
	for _, arg := range args[1:] {
		next := u.of(arg)
		switch {
		case first == pure:
			first = next
		case first.named() && next.named() && first != next:
			u.mixed(first, next)
		}
	}
	return first
}

// hasHundred reports whether something in f makes a percentage of a share.
func hasHundred(f *formula.Formula) (has bool) {
	f.Walk(func(n *formula.Node) { has = has || n.Op == formula.Number && n.Number == 100 })
	return has
}

func product(a, b unit) unit {
	switch {
	case a == pure:
		return b
	case b == pure:
		return a
	}
	return unsaid
}

func quotient(a, b unit) unit {
	switch {
	case b == pure:
		return a
	case a == b:
		return share
	}
	return unsaid
}
