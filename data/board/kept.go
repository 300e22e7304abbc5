package board

import (
	"fmt"
	"time"

	"kpiwall/data/config"
	"kpiwall/data/kpi"
	"kpiwall/data/store"
)

// Kept is what a board was made from, in a form that outlives the program, for
// a start at which the store cannot be read. It holds values and no verdicts:
// those are for the moment at which they are shown.
type Kept struct {
	Read time.Time          `json:"read"`
	File string             `json:"file"` // of the store, as [store.Origin] has it
	Beat time.Time          `json:"beat,omitzero"`
	KPIs map[string]keptKPI `json:"kpis"`
}

// keptKPI is the [Found] of a KPI.
type keptKPI struct {
	Rule    string       `json:"rule"` // what the values were read by, as ruleOf writes it
	Warning string       `json:"warning,omitempty"`
	Periods []*keptValue `json:"periods"` // up to that of the newest value; nil for one without a value
}

// keptValue is a period's values in one, which reads as they do: a job that
// sends a value every ten seconds must not fill the file.
type keptValue struct {
	At       string    `json:"at"`
	Number   float64   `json:"number"`
	Note     string    `json:"note,omitempty"`
	By       string    `json:"by,omitempty"`
	Recorded time.Time `json:"recorded,omitzero"`
	Heard    time.Time `json:"heard,omitzero"`
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
	k := keptKPI{Rule: ruleOf(cfg, def), Warning: found.Warning}
	for _, values := range found.Values {
		k.Periods = append(k.Periods, inOne(def, values))
	}
	return k
}

// inOne makes of a period's values one that [Evaluate] reads as it does them.
func inOne(def *kpi.KPI, values []kpi.Value) *keptValue {
	if len(values) == 0 {
		return nil
	}
	numbers := make([]float64, len(values))
	for i, v := range values {
		numbers[i] = v.Number
	}
	number, _ := def.Combine.Of(numbers)
	newest := values[len(values)-1]
	note, by := newestNote(values)
	return &keptValue{
		At: newest.At.String(), Number: number, Note: note, By: by,
		Recorded: newest.Recorded, Heard: newest.Heard,
	}
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
			all.found[def.ID] = Found{Warning: "its values are not known until the store can be read", lost: true}
		}
	}
	return all
}

// restore makes what was found again. It reports false for what this program
// cannot have kept.
func (k keptKPI) restore(c kpi.Calendar, def *kpi.KPI) (f Found, ok bool) {
	f.Warning = k.Warning
	for _, p := range k.Periods {
		var values []kpi.Value
		if p != nil {
			at, err := kpi.ParseAt(p.At)
			if err != nil {
				return Found{}, false
			}
			values = []kpi.Value{{At: at, Number: p.Number, Note: p.Note, EnteredBy: p.By, Recorded: p.Recorded, Heard: p.Heard}}
		}
		f.Values = append(f.Values, values)
	}
	if len(f.Values) == 0 {
		return f, true
	}
	newest := f.Values[len(f.Values)-1]
	if newest == nil {
		return Found{}, false
	}
	f.Period, ok = c.PeriodAt(def.Every, newest[0].At)
	return f, ok
}
