package config

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"kpiwall/data/formula"
	"kpiwall/data/kpi"
)

// kpiFields are the keys of [kpi.ID]. Those that say how numbers are written
// come before those that hold numbers.
var kpiFields = fields[kpi.KPI]{
	{"name", text(func(k *kpi.KPI) *string { return &k.Name })},
	{"definition", prose(func(k *kpi.KPI) *string { return &k.Definition })},
	{"source", prose(func(k *kpi.KPI) *string { return &k.Source })},
	{"owner", prose(func(k *kpi.KPI) *string { return &k.Owner })},
	{"objective", prose(func(k *kpi.KPI) *string { return &k.Objective })},
	{"kind", choice(leads, func(k *kpi.KPI) *kpi.Lead { return &k.Leads })},
	{"drives", prose(func(k *kpi.KPI) *string { return &k.Drives })},
	{"why", prose(func(k *kpi.KPI) *string { return &k.Why })},
	{"every", choice(cadences, func(k *kpi.KPI) *kpi.Cadence { return &k.Every })},
	{"combine", choice(combines, func(k *kpi.KPI) *kpi.Combine { return &k.Combine })},
	{"format", choice(styles, func(k *kpi.KPI) *kpi.Style { return &k.Format.Style })},
	{"decimals", integer(0, 6, func(k *kpi.KPI) *int { return &k.Format.Decimals })},
	{"prefix", affix(func(k *kpi.KPI) *string { return &k.Format.Prefix })},
	{"suffix", affix(func(k *kpi.KPI) *string { return &k.Format.Suffix })},
	{"target", readTarget},
	{"targets", readPlan},
	{"goal", readGoal},
	{"tolerance", readTolerance},
	{"running", readRunning},
	{"day_ends", readDayEnds},
	{"change", choice(changes, func(k *kpi.KPI) *bool { return &k.ChangeByAmount })},
	{"compare", readCompare},
	{"missing", readMissing},
	{"days", choice(everyDay, func(k *kpi.KPI) *bool { return &k.EveryDay })},
	{"entered", readEntered},
	{"stale_after", span("1m", "520w", func(k *kpi.KPI) *time.Duration { return &k.StaleAfter })},
	{"note_when_off", boolean(func(k *kpi.KPI) *bool { return &k.NoteWhenOff })},
	{"judged", boolean(func(k *kpi.KPI) *bool { return &k.Judged })},
	{"scale", readScale},
	{"formula", readFormula},
	{"chart", readChart},
	{"page", readHome},
	{"retired", readRetired},
}

// leads and the tables below are the words of a KPI's keys.
var leads = []option[kpi.Lead]{
	{"leading", kpi.Leading},
	{"lagging", kpi.Lagging},
}

var cadences = []option[kpi.Cadence]{
	{"hour", kpi.Hour},
	{"day", kpi.Day},
	{"week", kpi.Week},
	{"month", kpi.Month},
	{"quarter", kpi.Quarter},
	{"year", kpi.Year},
}

var combines = []option[kpi.Combine]{
	{"last", kpi.Last},
	{"sum", kpi.Sum},
	{"mean", kpi.Mean},
	{"min", kpi.Min},
	{"max", kpi.Max},
}

var styles = []option[kpi.Style]{
	{"plain", kpi.Plain},
	{"percent", kpi.Percent},
	{"duration", kpi.Duration},
	{"compact", kpi.Compact},
}

var charts = []option[Chart]{
	{"line", Line},
	{"bar", Bullet},
	{"none", NoChart},
}

// Rhythms returns the words of every, and Combinations those of combine.
func Rhythms() []string      { return wordsOf(cadences) }
func Combinations() []string { return wordsOf(combines) }

// readChart reads what a KPI's tile draws below its number.
func readChart(r *reader, k *kpi.KPI, it item) {
	if v, ok := pick(r, it, charts); ok {
		r.charts[k.ID] = v
	}
}

// readKPIs reads all tables [kpi.ID].
func readKPIs(r *reader, c *Config, it item) {
	for _, inner := range r.named(it, "[kpi.open_tickets]") {
		k := kpi.KPI{ID: inner.name, Name: readable(inner.name)}
		r.written = 0
		kpiFields.into(r, &k, inner)
		table, _ := inner.value.(map[string]any)
		if table["decimals"] == nil {
			k.Format = k.Format.WithDecimalsFor(boundsOf(&k), r.written)
			if divided(&k) {
				k.Format = k.Format.Divided(boundsOf(&k))
			}
		}
		if table["running"] == nil {
			k.Running = k.DefaultRule()
		}
		if table["day_ends"] == nil {
			k.DayEnds = c.DayEnds
		}
		r.checkRecorded(inner, k, kpiFields.lacks(inner, "every"))
		if k.Judged && (k.HasTarget() || k.Combine != kpi.Last) {
			r.find(inner.child("judged", nil), "config.kpi.judged", nil)
		}
		if r.charts[k.ID] == Bullet && !k.HasTarget() {
			r.find(inner.child("chart", nil), "config.kpi.bar", nil)
		}
		c.KPIs = append(c.KPIs, k)
	}
	c.Charts = r.charts
}

// divided reports whether the numbers of k come of a division, and so are seldom whole.
func divided(k *kpi.KPI) bool {
	return k.Combine == kpi.Mean || k.Formula != nil && (k.Formula.Has(formula.Divide) || k.Formula.Has(formula.Mean))
}

// readable makes a name of an id: open_tickets is Open tickets, and a short word
// without a vowel is an abbreviation: mrr is MRR.
func readable(id string) string {
	words := strings.FieldsFunc(id, func(r rune) bool { return strings.ContainsRune("_.-", r) })
	for i, w := range words {
		if len(w) <= 4 && !strings.ContainsAny(w, "aeiouy") {
			words[i] = strings.ToUpper(w)
		}
	}
	name := strings.Join(words, " ")
	first, size := utf8.DecodeRuneInString(name)
	if size == 0 {
		return id
	}
	return string(unicode.ToUpper(first)) + name[size:]
}
