package config

import (
	"slices"
	"strings"

	"kpiwall/data/finding"
	"kpiwall/data/kpi"
)

// measureFields are the keys of [measure.ID].
var measureFields = fields[kpi.KPI]{
	{"name", text(func(k *kpi.KPI) *string { return &k.Name })},
	{"definition", prose(func(k *kpi.KPI) *string { return &k.Definition })},
	{"source", prose(func(k *kpi.KPI) *string { return &k.Source })},
	{"owner", prose(func(k *kpi.KPI) *string { return &k.Owner })},
	{"every", choice(cadences, func(k *kpi.KPI) *kpi.Cadence { return &k.Every })},
	{"days", choice(everyDay, func(k *kpi.KPI) *bool { return &k.EveryDay })},
	{"combine", choice(combines, func(k *kpi.KPI) *kpi.Combine { return &k.Combine })},
	{"format", choice(styles, func(k *kpi.KPI) *kpi.Style { return &k.Format.Style })},
	{"decimals", integer(0, 6, func(k *kpi.KPI) *int { return &k.Format.Decimals })},
	{"prefix", affix(func(k *kpi.KPI) *string { return &k.Format.Prefix })},
	{"suffix", affix(func(k *kpi.KPI) *string { return &k.Format.Suffix })},
}

// readMeasures reads all tables [measure.ID].
func readMeasures(r *reader, c *Config, it item) {
	for _, inner := range r.named(it, "[measure.new_customers]") {
		k := kpi.KPI{ID: inner.name, Name: readable(inner.name), DayEnds: c.DayEnds, Measure: true}
		table, isTable := inner.value.(map[string]any)
		if isTable {
			inner.value = r.withoutKeysOfKPIs(inner, table)
		}
		measureFields.into(r, &k, inner)
		if table["decimals"] == nil {
			k.Format = k.Format.WithDecimalsFor(nil, 0)
		}
		k.Running = k.DefaultRule()
		r.checkRecorded(inner, k, isTable && table["every"] == nil)
		if slices.Contains(kpiIDs(c.KPIs), k.ID) {
			r.find(inner, "config.measure.twice", finding.Args{"ID": k.ID})
		}
		c.Measures = append(c.Measures, k)
	}
}

// withoutKeysOfKPIs says which keys of a measure only a KPI has, and returns the
// others.
func (r *reader) withoutKeysOfKPIs(it item, table map[string]any) map[string]any {
	others := map[string]any{}
	for name, value := range table {
		if slices.Contains(kpiFields.names(), name) && !slices.Contains(measureFields.names(), name) {
			r.find(it.child(name, value), "config.measure.key", nil)
			continue
		}
		others[name] = value
	}
	return others
}

// checkRecorded checks what holds for KPIs and measures alike.
func (r *reader) checkRecorded(it item, k kpi.KPI, noRhythm bool) {
	if noRhythm {
		r.find(it, "config.kpi.every", nil)
	}
	if k.Format.Style == kpi.Percent && strings.Contains(k.Format.Suffix, "%") {
		r.find(it.child("suffix", nil), "config.kpi.percent", nil)
	}
}
