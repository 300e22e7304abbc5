package board

import (
	"fmt"
	"slices"
	"time"

	"kpiwall/data/config"
	"kpiwall/data/finding"
	"kpiwall/data/kpi"
	"kpiwall/data/store"
)

// Snapshot is what a board was made from, in a form that outlives the program,
// for a start at which the store cannot be read. It holds series and no
// verdicts: those are for the moment at which they are shown.
type Snapshot struct {
	Read time.Time              `json:"read"`
	File string                 `json:"file"` // of the store, as [store.Origin] has it
	Beat time.Time              `json:"beat,omitzero"`
	KPIs map[string]snapshotKPI `json:"kpis"`
}

// snapshotKPI is the [KPIData] of a KPI.
type snapshotKPI struct {
	Rule     string            `json:"rule"` // what the values were read by, as ruleOf writes it
	Findings []snapshotFinding `json:"findings,omitempty"`
	snapshotSeries
	Inputs map[string]snapshotSeries `json:"inputs,omitempty"` // by the rhythm of formulas
}

// snapshotSeries is a [kpi.Series].
type snapshotSeries struct {
	Periods    []*snapshotEntry `json:"periods"` // up to the newest; nil for one without a value
	Parts      []snapshotPart   `json:"parts,omitempty"`
	PartsAgo   []snapshotPart   `json:"parts_before,omitempty"`
	IsNegative bool             `json:"negative,omitempty"`
}

// snapshotEntry is a [kpi.Entry]; its period follows from At.
type snapshotEntry struct {
	At            string    `json:"at"`
	Number        float64   `json:"number"`
	Invalid       bool      `json:"invalid,omitempty"`
	Late          bool      `json:"late,omitempty"`
	Note          string    `json:"note,omitempty"`
	By            string    `json:"by,omitempty"`
	Moment        time.Time `json:"moment,omitzero"`
	Recorded      time.Time `json:"recorded,omitzero"`
	LastConfirmed time.Time `json:"heard,omitzero"`
}

// snapshotFinding is a finding about a KPI's values.
type snapshotFinding struct {
	Code string            `json:"code"`
	Args map[string]string `json:"args,omitempty"`
}

// snapshotPart is a [kpi.Part].
type snapshotPart struct {
	Day    string  `json:"day"`
	Number float64 `json:"number"`
}

// Snapshot returns what b was made from. It reports false where that is not to
// be saved: made-up values, a day of the past, or none at all.
func (b *Board) Snapshot() (Snapshot, bool) {
	if b.Demo || b.AsOf || b.Read.IsZero() {
		return Snapshot{}, false
	}
	k := Snapshot{Read: b.Read, File: b.data.origin.File, Beat: b.data.origin.Beat, KPIs: map[string]snapshotKPI{}}
	needs := needsOf(b.Config, b.Now)
	for def := range b.Config.Recorded {
		if data := b.data.kpis[def.ID]; !data.unknown {
			k.KPIs[def.ID] = snapshotOf(ruleOf(b.Config, def, needs), data)
		}
	}
	return k, true
}

func snapshotOf(rule string, data KPIData) snapshotKPI {
	k := snapshotKPI{Rule: rule, snapshotSeries: seriesOf(data.Series)}
	for _, f := range data.Findings {
		odd := snapshotFinding{Code: f.Code, Args: map[string]string{}}
		for name, value := range f.Args {
			odd.Args[name] = fmt.Sprint(value)
		}
		k.Findings = append(k.Findings, odd)
	}
	for r, series := range data.Inputs {
		if k.Inputs == nil {
			k.Inputs = map[string]snapshotSeries{}
		}
		k.Inputs[r.String()] = seriesOf(series)
	}
	return k
}

func seriesOf(series kpi.Series) snapshotSeries {
	s := snapshotSeries{Parts: snapshotParts(series.Parts), PartsAgo: snapshotParts(series.PartsBefore), IsNegative: series.Negative}
	for _, e := range series.Entries {
		if e.At.IsZero() {
			s.Periods = append(s.Periods, nil)
			continue
		}
		s.Periods = append(s.Periods, &snapshotEntry{
			At: e.At.String(), Number: e.Number, Invalid: e.Invalid, Late: e.Late, Note: e.Note, By: e.By,
			Moment: e.Moment, Recorded: e.Recorded, LastConfirmed: e.LastConfirmed,
		})
	}
	return s
}

func snapshotParts(parts []kpi.Part) (out []snapshotPart) {
	for _, p := range parts {
		out = append(out, snapshotPart{p.Day.String(), p.Number})
	}
	return out
}

// ruleOf names all that decides which values of a KPI are read, and how those of
// a period become one. Targets, formats and names are not part of it: they hold
// for any values.
func ruleOf(cfg *config.Config, k *kpi.KPI, n needs) string {
	c, needed := cfg.Calendar.For(k), n.recorded[k.ID]
	rule := fmt.Sprint(k.Every, " ", k.Combine, " judged:", k.Judged, " ", c.Zone, " ", c.WeekStarts, " ", c.YearStarts, " ", c.Workdays)
	if _, days := needed[rhythm{every: kpi.Day}]; k.Every == kpi.Day || days {
		rule += fmt.Sprint(" closed:", c.Closed.Sum())
	}
	if k.Goal != nil {
		rule += fmt.Sprint(" by:", k.Goal.By)
	}
	if len(needed) > 0 {
		rule += fmt.Sprint(" inputs:", inputsText(needed))
	}
	return rule
}

// inputsText names the rhythms of formulas.
func inputsText(needed map[rhythm]int) []string {
	texts := make([]string, 0, len(needed))
	for r := range needed {
		texts = append(texts, r.String())
	}
	slices.Sort(texts)
	return texts
}

// restore returns what s holds, for the definition of today. A KPI that is
// read by another rule now has no value: what it would be nobody can tell.
func (s Snapshot) restore(cfg *config.Config) storeData {
	all := storeData{
		read: s.Read, origin: store.Origin{File: s.File, Beat: s.Beat},
		kpis: make(map[string]KPIData, len(cfg.KPIs)),
	}
	needs := needsOf(cfg, s.Read)
	for def := range cfg.Recorded {
		saved, ok := s.KPIs[def.ID]
		if ok && saved.Rule == ruleOf(cfg, def, needs) {
			all.kpis[def.ID], ok = saved.restore(cfg.Calendar, def, needs.recorded[def.ID])
		} else {
			ok = false
		}
		if !ok {
			unread := KPIData{unknown: true}
			unread.addFinding("value.unknown", def.ID, nil)
			all.kpis[def.ID] = unread
		}
	}
	return all
}

// restore makes what was found again. It reports false for what this program
// cannot have written.
func (k snapshotKPI) restore(c kpi.Calendar, def *kpi.KPI, needed map[rhythm]int) (d KPIData, ok bool) {
	for _, odd := range k.Findings {
		args := finding.Args{}
		for name, value := range odd.Args {
			args[name] = value
		}
		d.addFinding(odd.Code, def.ID, args)
	}
	d.Inputs = map[rhythm]kpi.Series{}
	for r := range needed {
		if d.Inputs[r], ok = k.Inputs[r.String()].restore(r.calendar(c), r.every); !ok {
			return KPIData{}, false
		}
	}
	if d.Series, ok = k.snapshotSeries.restore(c.For(def), def.Every); !ok {
		return KPIData{}, false
	}
	return d, true
}

// restore makes the series of a cadence again.
func (s snapshotSeries) restore(c kpi.Calendar, every kpi.Cadence) (series kpi.Series, ok bool) {
	series.Negative = s.IsNegative
	if len(s.Periods) == 0 {
		return series, true
	}
	last := s.Periods[len(s.Periods)-1]
	if last == nil {
		return series, false
	}
	at, err := kpi.ParseAt(last.At)
	newest, ok := c.PeriodAt(every, at)
	if err != nil || !ok {
		return series, false
	}
	for i, saved := range s.Periods {
		e := kpi.Entry{Period: c.Add(newest, i-len(s.Periods)+1)}
		if saved != nil {
			if e.At, err = kpi.ParseAt(saved.At); err != nil {
				return series, false
			}
			e.Has, e.Number, e.Invalid, e.Late = !saved.Invalid, saved.Number, saved.Invalid, saved.Late
			e.Note, e.By = saved.Note, saved.By
			e.Moment, e.Recorded, e.LastConfirmed = saved.Moment, saved.Recorded, saved.LastConfirmed
		}
		series.Entries = append(series.Entries, e)
	}
	var okBefore bool
	series.Parts, ok = restoreParts(s.Parts)
	series.PartsBefore, okBefore = restoreParts(s.PartsAgo)
	return series, ok && okBefore
}

func restoreParts(saved []snapshotPart) (parts []kpi.Part, ok bool) {
	for _, p := range saved {
		d, err := kpi.ParseDate(p.Day)
		if err != nil {
			return nil, false
		}
		parts = append(parts, kpi.Part{Day: d, Number: p.Number})
	}
	return parts, true
}
