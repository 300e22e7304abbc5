// Package config reads config.toml into the definition of a board, names every
// problem in it by line, and follows the file while the wall runs.
package config

import (
	"image/color"
	"slices"
	"time"

	"kpiwall/data/kpi"
)

// Config is a whole, valid configuration: the board's definition. It is never
// changed after it was read; goroutines may share it.
type Config struct {
	Title    string
	Calendar kpi.Calendar
	Locale   kpi.Locale
	Language string        // that the wall speaks, such as "de"; empty: that of Locale
	DayEnds  time.Duration // when a working day is over, since midnight, where a KPI does not say
	Refresh  time.Duration // how often the store is read even if nothing was seen to change
	Stay     time.Duration // how long a page stays, where it does not say

	Store  Store
	Screen Screen
	Entry  Entry
	Motion Motion
	Sleep  Sleep

	KPIs  []kpi.KPI // in the order of the file
	Pages []Page    // in the order of the file; never empty

	// Retired are the KPIs that are no more, on a board of [Config.On]; in the file they
	// stand among the others.
	Retired []kpi.KPI

	// Measures are numbers that are recorded for formulas, and no KPIs: no page has
	// them. Their ids are none of KPIs.
	Measures []kpi.KPI

	Imports []Import // in the order of the file

	// Charts says for which KPIs, by id, the file chooses the chart.
	Charts map[string]Chart

	Sum string // content hash of the file and of those it names, to tell versions apart

	automatic bool // the file has no pages: there are some for all KPIs

	source []byte
	file   file
	index  index
}

// Screen is how the wall looks and where it hangs.
type Screen struct {
	Theme string // the name of a built-in theme, or the file of Own
	Own   *Theme // a theme of the board's own; nil where a built-in one is meant
	Style Style
	Brand color.NRGBA // the colour of a line below the title; transparent: none
	Logo  *Logo       // nil without one

	Driver Driver // counts when the wall starts

	Inset           float64 // share of each side kept free, 0 to 0.2
	PanelInches     float64 // diagonal; 0 means not said
	ViewingDistance float64 // metres; 0 means not said
}

// Entry is how values are entered at the screen.
type Entry struct {
	Off     bool
	PINHash string
	AskName bool

	PINToClose bool // q asks for the PIN too
}

// Page is one screenful of tiles.
type Page struct {
	ID, Title string
	Stay      time.Duration // zero: the board's
	Tiles     []string      // KPI ids, 1 to 12, or 40 of an overview; those of all groups one after the other
	Heroes    []string      // those of the tiles that are set about four times as large
	Groups    []Group       // none where the page has no headings
	Hours     Hours         // when it is in the rotation; zero: always
	Private   bool          // left out of the rotation
	Rows      bool          // each group is a row, as the key results of an objective are
	Overview  bool          // its tiles are lines of a list of all KPIs
	Range     Range         // of a page without a title, which the file does not name
}

// InRotation reports whether the page comes by itself at a time in the board's zone.
func (p Page) InRotation(now time.Time) bool { return !p.Private && p.Hours.Hold(now) }

// Range says which of a board's KPIs a page shows, counted from 1.
type Range struct{ First, Last, Of int }

// Group is some of a page's tiles under a heading.
type Group struct {
	Title string // empty: those of no objective, or of no page
	Tiles []string
}

// Style is how a tile shows its status.
type Style uint8

// The styles.
const (
	Fill Style = iota // the whole tile wears the colour
	Edge              // a bar at its foot does
)

// Chart is what a tile draws below its number.
type Chart uint8

// The charts.
const (
	ByKind Chart = iota // columns for a KPI whose values add up, a line for any other
	Line                // the last periods over the target that was in force
	Bullet              // the number on a scale with its target
	NoChart
)

// KPI returns the definition of id, or nil.
func (c *Config) KPI(id string) *kpi.KPI {
	for i := range c.KPIs {
		if c.KPIs[i].ID == id {
			return &c.KPIs[i]
		}
	}
	return nil
}

// Defined returns the definition of id, of a KPI or a measure, or nil.
func (c *Config) Defined(id string) *kpi.KPI {
	for k := range c.All {
		if k.ID == id {
			return k
		}
	}
	return nil
}

// All yields the definitions of all KPIs, then those of all measures, and then those of
// what has retired.
func (c *Config) All(yield func(*kpi.KPI) bool) {
	for _, list := range [][]kpi.KPI{c.KPIs, c.Measures, c.Retired} {
		for i := range list {
			if !yield(&list[i]) {
				return
			}
		}
	}
}

// Recorded yields the definitions of all of which values are recorded: KPIs without
// a formula, and measures.
func (c *Config) Recorded(yield func(*kpi.KPI) bool) {
	c.All(func(k *kpi.KPI) bool { return k.Formula != nil || yield(k) })
}

// Asked yields those of Recorded of which values are still asked for: what has retired
// takes none.
func (c *Config) Asked(yield func(*kpi.KPI) bool) {
	c.Recorded(func(k *kpi.KPI) bool { return c.IsRetired(k.ID) || yield(k) })
}

// IsRetired reports whether id is one of Retired.
func (c *Config) IsRetired(id string) bool {
	return slices.ContainsFunc(c.Retired, func(k kpi.KPI) bool { return k.ID == id })
}

// Source returns a copy of the file as it was read, byte for byte, such as
// [SaveGood] keeps.
func (c *Config) Source() []byte { return slices.Clone(c.source) }
