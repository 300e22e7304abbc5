// Package config reads config.toml into the definition of a board, names every
// problem in it by line, and follows the file while the wall runs.
package config

import (
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
	Refresh  time.Duration // how often the store is read even if nothing was seen to change
	Stay     time.Duration // how long a page stays, where it does not say

	Screen Screen
	Entry  Entry

	KPIs  []kpi.KPI // in the order of the file
	Pages []Page    // in the order of the file; never empty

	Sum string // content hash of the file, to tell versions apart

	source []byte
	file   file
	index  index
}

// Screen is how the wall looks and where it hangs.
type Screen struct {
	Theme           string
	Inset           float64 // share of each side kept free, 0 to 0.2
	PanelInches     float64 // diagonal; 0 means not said
	ViewingDistance float64 // metres; 0 means not said
}

// Entry is how values are entered at the screen.
type Entry struct {
	Off     bool
	PINHash string
	AskName bool
}

// Page is one screenful of tiles.
type Page struct {
	ID, Title string
	Stay      time.Duration // zero: the board's
	Tiles     []string      // KPI ids, 1 to 12
	Private   bool          // left out of the rotation
}

// KPI returns the definition of id, or nil.
func (c *Config) KPI(id string) *kpi.KPI {
	for i := range c.KPIs {
		if c.KPIs[i].ID == id {
			return &c.KPIs[i]
		}
	}
	return nil
}

// Source returns a copy of the file as it was read, byte for byte, such as
// [SaveGood] keeps.
func (c *Config) Source() []byte { return slices.Clone(c.source) }
