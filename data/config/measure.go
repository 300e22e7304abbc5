package config

import (
	"slices"
	"strings"

	"kpiwall/data/finding"
	"kpiwall/data/kpi"
)

// measureFields are the keys of [measure.ID], each as a KPI has it.
var measureFields = kpiFields.only(
	"name", "definition", "source", "owner", "every", "days", "combine", "format", "decimals", "prefix", "suffix",
)

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
		r.checkRecorded(inner, k, measureFields.lacks(inner, "every"))
		if c.KPI(k.ID) != nil {
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
