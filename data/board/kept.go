package board

import (
	"fmt"
	"time"

	"kpiwall/data/config"
	"kpiwall/data/finding"
	"kpiwall/data/kpi"
	"kpiwall/data/store"
)

// Kept is what a board was made from, in a form that outlives the program, for
// a start at which the store cannot be read. It holds series and no verdicts:
// those are for the moment at which they are shown.
type Kept struct {
	Read time.Time          `json:"read"`
	File string             `json:"file"` // of the store, as [store.Origin] has it
	Beat time.Time          `json:"beat,omitzero"`
	KPIs map[string]keptKPI `json:"kpis"`
}

// keptKPI is the [Found] of a KPI.
type keptKPI struct {
	Rule       string       `json:"rule"` // what the values were read by, as ruleOf writes it
	Findings   []keptOdd    `json:"findings,omitempty"`
	Periods    []*keptEntry `json:"periods"` // up to the newest; nil for one without a value
	Parts      []keptPart   `json:"parts,omitempty"`
	PartsAgo   []keptPart   `json:"parts_before,omitempty"`
	IsNegative bool         `json:"negative,omitempty"`
}

// keptEntry is a [kpi.Entry]; its period follows from At.
type keptEntry struct {
	At            string    `json:"at"`
	Number        float64   `json:"number"`
	Invalid       bool      `json:"invalid,omitempty"`
	Note          string    `json:"note,omitempty"`
	By            string    `json:"by,omitempty"`
	Moment        time.Time `json:"moment,omitzero"`
	Recorded      time.Time `json:"recorded,omitzero"`
	LastConfirmed time.Time `json:"heard,omitzero"`
}

// keptOdd is a finding about a KPI's values.
type keptOdd struct {
	Code string            `json:"code"`
	Args map[string]string `json:"args,omitempty"`
}

// keptPart is a [kpi.Part].
type keptPart struct {
	Day    string  `json:"day"`
	Number float64 `json:"number"`
}

// Keep returns what b was made from. It reports false where that is not to be
// kept: made-up values, a day of the past, or none at all.
func (b *Board) Keep() (Kept, bool) {
	if b.Demo || b.AsOf || b.Read.IsZero() {
		return Kept{}, false
	}
	k := Kept{Read: b.Read, File: b.contents.origin.File, Beat: b.contents.origin.Beat, KPIs: map[string]keptKPI{}}
	for i := range b.Config.KPIs {
		def := &b.Config.KPIs[i]
		if found := b.contents.found[def.ID]; !found.lost {
			k.KPIs[def.ID] = keepOne(b.Config, def, found)
		}
	}
	return k, true
}

func keepOne(cfg *config.Config, def *kpi.KPI, found Found) keptKPI {
	k := keptKPI{
		Rule:  ruleOf(cfg, def),
		Parts: keepParts(found.Parts), PartsAgo: keepParts(found.PartsBefore), IsNegative: found.Negative,
	}
	for _, f := range found.Findings {
		odd := keptOdd{Code: f.Code, Args: map[string]string{}}
		for name, value := range f.Args {
			odd.Args[name] = fmt.Sprint(value)
		}
		k.Findings = append(k.Findings, odd)
	}
	for _, e := range found.Entries {
		if e.At.IsZero() {
			k.Periods = append(k.Periods, nil)
			continue
		}
		k.Periods = append(k.Periods, &keptEntry{
			At: e.At.String(), Number: e.Number, Invalid: e.Invalid, Note: e.Note, By: e.By,
			Moment: e.Moment, Recorded: e.Recorded, LastConfirmed: e.LastConfirmed,
		})
	}
	return k
}

func keepParts(parts []kpi.Part) (kept []keptPart) {
	for _, p := range parts {
		kept = append(kept, keptPart{p.Day.String(), p.Number})
	}
	return kept
}

// ruleOf names all that decides which values of a KPI are read, and how those of
// a period become one. Targets, formats and names are not part of it: they hold
// for any values.
func ruleOf(cfg *config.Config, k *kpi.KPI) string {
	c := cfg.Calendar
	return fmt.Sprint(k.Every, " ", k.Combine, " judged:", k.Judged, " ", c.Zone, " ", c.WeekStarts, " ", c.YearStarts, " ", c.Workdays)
}

// contents returns what was kept, for the definition of today. A KPI that is
// read by another rule now has no value: what it would be nobody can tell.
func (k Kept) contents(cfg *config.Config) contents {
	all := contents{
		read: k.Read, origin: store.Origin{File: k.File, Beat: k.Beat},
		found: make(map[string]Found, len(cfg.KPIs)),
	}
	for i := range cfg.KPIs {
		def := &cfg.KPIs[i]
		kept, ok := k.KPIs[def.ID]
		if ok && kept.Rule == ruleOf(cfg, def) {
			all.found[def.ID], ok = kept.restore(cfg.Calendar, def)
		} else {
			ok = false
		}
		if !ok {
			lost := Found{lost: true}
			lost.note("value.unknown", def.ID, nil)
			all.found[def.ID] = lost
		}
	}
	return all
}

// restore makes what was found again. It reports false for what this program
// cannot have kept.
func (k keptKPI) restore(c kpi.Calendar, def *kpi.KPI) (f Found, ok bool) {
	f.Negative = k.IsNegative
	for _, odd := range k.Findings {
		args := finding.Args{}
		for name, value := range odd.Args {
			args[name] = value
		}
		f.note(odd.Code, def.ID, args)
	}
	if len(k.Periods) == 0 {
		return f, true
	}
	last := k.Periods[len(k.Periods)-1]
	if last == nil {
		return Found{}, false
	}
	at, err := kpi.ParseAt(last.At)
	newest, ok := c.PeriodAt(def.Every, at)
	if err != nil || !ok {
		return Found{}, false
	}
	for i, kept := range k.Periods {
		e := kpi.Entry{Period: c.Add(newest, i-len(k.Periods)+1)}
		if kept != nil {
			if e.At, err = kpi.ParseAt(kept.At); err != nil {
				return Found{}, false
			}
			e.Has, e.Number, e.Invalid, e.Note, e.By = !kept.Invalid, kept.Number, kept.Invalid, kept.Note, kept.By
			e.Moment, e.Recorded, e.LastConfirmed = kept.Moment, kept.Recorded, kept.LastConfirmed
		}
		f.Entries = append(f.Entries, e)
	}
	var okBefore bool
	f.Parts, ok = restoreParts(k.Parts)
	f.PartsBefore, okBefore = restoreParts(k.PartsAgo)
	return f, ok && okBefore
}

func restoreParts(kept []keptPart) (parts []kpi.Part, ok bool) {
	for _, p := range kept {
		d, err := kpi.ParseDate(p.Day)
		if err != nil {
			return nil, false
		}
		parts = append(parts, kpi.Part{Day: d, Number: p.Number})
	}
	return parts, true
}
