package board

import (
	"slices"
	"time"

	"kpiwall/data/finding"
	"kpiwall/data/kpi"
)

// Reading is what a tile shows of one KPI.
type Reading struct {
	KPI           *kpi.KPI
	Today         kpi.Date    // the day it is seen from, in the board's zone
	Period        kpi.Period  // of the value shown
	Current       bool        // whether Period is the current one
	Has           bool        // whether there is a value at all
	Zero          bool        // nothing was recorded in Period, which counts as zero
	Raw           float64     // as recorded and combined
	Number        float64     // as it was judged: what charts draw
	Format        kpi.Format  // the KPI's, with as many more digits as tell the verdict
	Status        kpi.Status  // what the tile is coloured by
	Verdict       kpi.Status  // how the value stands against its target, also where Status is Overdue
	Final         bool        // whether Verdict cannot change by itself any more
	Target        kpi.Target  // in force in Period
	Running       kpi.Running // how far a sum has come whose period is not over
	Forecast      float64     // what a sum comes to at its pace, where HasForecast says so
	HasForecast   bool
	Goal          kpi.Progress // how far a key result has come
	Change        kpi.Change
	History       []Point // the last periods up to Period, oldest first
	Note          string  // of the newest value with a note that was read in Period
	NoteBy        string
	At            kpi.At    // of the newest value in Period
	LastConfirmed time.Time // when that value was last confirmed
	Fresh         kpi.Freshness
	Computed      *kpi.Computation  // how a formula made it; nil where it was recorded
	Findings      []finding.Finding // what the reader should know, such as a value dated in the future
}

// Point is one period of a reading's history.
type Point struct {
	Period kpi.Period
	Has    bool
	Number float64    // as it was judged
	Target kpi.Target // in force then
	Status kpi.Status // NoValue where Has is false
	Day    kpi.Date   // of a key result, for which Target is
	Note   string
}

// Equal reports whether r and o show the same, so that a tile that did not
// change need not be drawn again. A definition that was read anew is another
// one, even where its text is the same.
func (r *Reading) Equal(o *Reading) bool {
	if r == nil || o == nil {
		return r == o
	}
	return r.KPI == o.KPI && r.Today == o.Today && r.Current == o.Current &&
		r.sameValue(o) &&
		r.sameVerdict(o) &&
		r.Change == o.Change &&
		sameComputation(r.Computed, o.Computed) &&
		r.Note == o.Note && r.NoteBy == o.NoteBy && slices.EqualFunc(r.Findings, o.Findings, finding.Finding.Equal) &&
		slices.Equal(r.History, o.History)
}

func (r *Reading) sameValue(o *Reading) bool {
	return r.Has == o.Has && r.Zero == o.Zero && r.Number == o.Number && r.Raw == o.Raw &&
		r.Format == o.Format && r.Period == o.Period &&
		r.At.Day == o.At.Day && r.At.Instant.Equal(o.At.Instant) &&
		r.LastConfirmed.Equal(o.LastConfirmed)
}

func (r *Reading) sameVerdict(o *Reading) bool {
	return r.Status == o.Status && r.Verdict == o.Verdict && r.Final == o.Final && r.Running == o.Running && r.Goal == o.Goal && r.HasForecast == o.HasForecast && r.Forecast == o.Forecast &&
		r.Target == o.Target &&
		r.Fresh.Due == o.Fresh.Due && r.Fresh.Overdue == o.Fresh.Overdue &&
		r.Fresh.Since.Equal(o.Fresh.Since)
}
