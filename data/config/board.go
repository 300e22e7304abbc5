package config

import (
	"maps"
	"slices"
	"time"

	"kpiwall/assets"
	"kpiwall/data/finding"
	"kpiwall/data/kpi"
	"kpiwall/data/pin"
)

// configFields are the keys at the top level. Those of the pages and
// the imports come last: they name KPIs.
var configFields = fields[Config]{
	{"title", text(func(c *Config) *string { return &c.Title })},
	{"timezone", readZone},
	{"locale", readLocale},
	{"language", readLanguage},
	{"week_starts", choice(weekdays, func(c *Config) *time.Weekday { return &c.Calendar.WeekStarts })},
	{"weeks", choice(weekNamings, func(c *Config) *kpi.WeekNaming { return &c.Calendar.Weeks })},
	{"year_starts", choice(months, func(c *Config) *time.Month { return &c.Calendar.YearStarts })},
	{"year_named", choice(yearNamings, func(c *Config) *kpi.YearNaming { return &c.Calendar.YearNamed })},
	{"workdays", readWorkdays},
	{"closed", readClosed},
	{"holidays", readHolidays},
	{"day_ends", timeOfDay(func(c *Config) *time.Duration { return &c.DayEnds })},
	{"refresh", span("1s", "1h", func(c *Config) *time.Duration { return &c.Refresh })},
	{"stay", span("3s", "1h", func(c *Config) *time.Duration { return &c.Stay })},
	{"store", func(r *reader, c *Config, it item) { storeFields.into(r, &c.Store, it) }},
	{"screen", func(r *reader, c *Config, it item) { screenFields.into(r, &c.Screen, it) }},
	{"motion", func(r *reader, c *Config, it item) { motionFields.into(r, &c.Motion, it) }},
	{"sleep", func(r *reader, c *Config, it item) { sleepFields.into(r, &c.Sleep, it) }},
	{"entry", func(r *reader, c *Config, it item) { entryFields.into(r, &c.Entry, it) }},
	{"kpi", readKPIs},
	{"measure", readMeasures},
	{"page", readPages},
	{"import", readImports},
}

// entryFields are the keys of [entry].
var entryFields = fields[Entry]{
	{"off", boolean(func(e *Entry) *bool { return &e.Off })},
	{"pin_hash", readPIN},
	{"pin_to_close", readPINToClose},
	{"ask_name", boolean(func(e *Entry) *bool { return &e.AskName })},
}

// weekdays, months and the tables below spell out what the words of the file
// stand for; their order is that of the message for an unknown word.
var weekdays = []option[time.Weekday]{
	{"monday", time.Monday},
	{"tuesday", time.Tuesday},
	{"wednesday", time.Wednesday},
	{"thursday", time.Thursday},
	{"friday", time.Friday},
	{"saturday", time.Saturday},
	{"sunday", time.Sunday},
}

var months = []option[time.Month]{
	{"january", time.January},
	{"february", time.February},
	{"march", time.March},
	{"april", time.April},
	{"may", time.May},
	{"june", time.June},
	{"july", time.July},
	{"august", time.August},
	{"september", time.September},
	{"october", time.October},
	{"november", time.November},
	{"december", time.December},
}

// noKPI is what is wrong with a board that is still empty.
const noKPI = "config.no_kpi"

// firstKPI is the smallest useful file, for someone who has none yet.
const firstKPI = `[kpi.open_tickets]
name = "Open tickets"
every = "day"
target = { max = 20 }`

// config reads the whole file into c, over the settings that hold where the
// file is silent.
func (r *reader) config(c *Config, table map[string]any) {
	c.Title = "KPIs"
	c.Calendar = kpi.Calendar{
		Zone:       time.Local,
		WeekStarts: time.Monday,
		YearStarts: time.January,
		Workdays:   kpi.NewWeekdays(time.Monday, time.Tuesday, time.Wednesday, time.Thursday, time.Friday),
	}
	c.DayEnds = 17 * time.Hour
	c.Locale = english()
	c.Refresh, c.Stay = 30*time.Second, 20*time.Second
	c.Store = Store{StaleAfter: 10 * time.Minute}
	c.Screen = Screen{Theme: defaultTheme, Inset: 0.05}
	c.Motion = Motion{Celebrate: true, Drift: true}
	configFields.into(r, c, item{value: table})
	c.Calendar = c.Calendar.WithClosed(r.closed)
	pages, _ := table["page"].(map[string]any)
	r.homeless(slices.Sorted(maps.Keys(pages)))
	r.formulas(c, item{}.child("kpi", table["kpi"]))
	// A [kpi] that is no table has a problem of its own already.
	if kpis, ok := table["kpi"].(map[string]any); len(kpis) == 0 && (ok || table["kpi"] == nil) {
		r.problems = append(r.problems, finding.Finding{
			Severity: finding.Problem, Code: noKPI, Place: finding.Place{File: r.file.name, Excerpt: firstKPI},
		})
	}
	if c.Store.Role == Copy {
		c.Entry.Off = true
	}
	if len(c.Pages) == 0 {
		c.Pages, c.automatic = pagesOfAll(c.KPIs), true
	}
}

// english is the locale of the numbers in the file itself, and of a board that
// does not say its own.
func english() kpi.Locale {
	l, err := kpi.ParseLocale("en-US")
	if err != nil {
		panic(err) // package kpi always knows it
	}
	return l
}

// readZone reads the board's time zone.
func readZone(r *reader, c *Config, it item) {
	name, ok := it.value.(string)
	if !ok {
		r.wrongKind(it, "wanted.zone")
		return
	}
	zone, err := time.LoadLocation(name)
	if err != nil || name == "" {
		r.find(it, "config.zone", finding.Args{"Zone": name})
		return
	}
	c.Calendar.Zone = zone
}

// readPIN reads the hash of the PIN that guards entry.
func readPIN(r *reader, e *Entry, it item) {
	hash, ok := it.value.(string)
	if !ok {
		r.wrongKind(it, "wanted.hash")
		return
	}
	if pin.Check(hash) != nil {
		r.find(it, "config.pin", nil)
		return
	}
	e.PINHash = hash
}

// readPINToClose reads whether the PIN is asked for also before the wall is closed.
func readPINToClose(r *reader, e *Entry, it item) {
	boolean(func(e *Entry) *bool { return &e.PINToClose })(r, e, it)
	if e.PINToClose && e.PINHash == "" {
		r.find(it, "config.pin_to_close", nil)
	}
}

// readLocale reads how the board writes numbers.
func readLocale(r *reader, c *Config, it item) {
	tag, ok := it.value.(string)
	if !ok {
		r.wrongKind(it, "wanted.locale")
		return
	}
	locale, err := kpi.ParseLocale(tag)
	if err != nil {
		r.find(it, "config.locale", finding.Args{"Cause": finding.Of(err)[0]})
		return
	}
	c.Locale = locale
}

// readLanguage reads which language the wall speaks, which is one that there are
// messages of.
func readLanguage(r *reader, c *Config, it item) {
	if code, ok := pick(r, it, spelled(assets.Languages()...)); ok {
		c.Language = code
	}
}

// readWorkdays reads the days that count for a daily KPI.
func readWorkdays(r *reader, c *Config, it item) {
	list, ok := it.value.([]any)
	if !ok || len(list) == 0 {
		r.find(it, "config.workdays", nil)
		return
	}
	var set kpi.Weekdays
	for n, value := range list {
		day, ok := pick(r, it.element(n, value), weekdays)
		if !ok {
			continue
		}
		if set.Has(day) {
			r.find(it.element(n, value), "config.workdays.twice", finding.Args{"Day": value})
		}
		set |= kpi.NewWeekdays(day)
	}
	c.Calendar.Workdays = set
}
