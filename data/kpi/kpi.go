package kpi

import (
	"time"

	"kpiwall/data/formula"
)

// KPI is the definition of a KPI: what it is, how often it is due, how it is written
// and what range it should stay in; or that of a measure, which has no range. It is not
// changed after it was built; goroutines may share it.
type KPI struct {
	ID   string // see [ValidID]
	Name string // as the wall shows it

	// The definition card. All may be empty.
	Definition string // what is counted, and what is not
	Source     string // where the number comes from
	Owner      string
	Objective  string // the objective it is aligned to
	Leads      Lead   // whether it warns or confirms
	Drives     string // what it drives, or what drives it
	Why        string // why the target is what it is

	Every   Cadence
	Combine Combine
	Format  Format

	Targets   Plan
	Goal      *Goal // in place of Targets: where it should move; nil where it should stay
	Tolerance Tolerance

	// Running says how a sum is judged while its period runs, and DayEnds at which
	// time of the day, since midnight, a working day is over for it.
	Running Rule
	DayEnds time.Duration

	// ChangeByAmount says that changes are told as amounts, where a share makes no
	// sense (temperatures, scores).
	ChangeByAmount bool

	// CompareYear says that changes are told against the same period a year ago.
	CompareYear bool

	// MissingZero makes a period of a sum without a value zero once it is over.
	MissingZero bool

	// Scale is what the numbers of programs and files are multiplied with when they
	// are recorded; zero leaves them as they are.
	Scale float64

	// EveryDay gives a KPI a value every day, also on days on which nobody works.
	EveryDay bool

	// DueDaily makes a KPI of a period longer than a day due on each workday.
	DueDaily bool

	// StaleAfter makes a value overdue when it is older than this although its
	// period is not over; zero leaves freshness to the periods.
	StaleAfter time.Duration

	// NoteWhenOff asks for a note when a value out of range is entered.
	NoteWhenOff bool

	// Judged says that the value is a person's verdict ([Good], [Watch] or
	// [Bad]) and its note the sentence that the tile shows.
	Judged bool

	// Formula makes the numbers from those of others, so that none are recorded; nil
	// where they are.
	Formula *formula.Formula

	// Retired is the last day on which it is one of the board's KPIs: from the day after
	// it is on no page and in no count, and takes no values. Zero: it goes on.
	Retired Date

	// Measure says that it is none: a number that is recorded like those of KPIs, for
	// formulas.
	Measure bool
}

// RetiredOn reports whether k is no more one of the board's KPIs on a day.
func (k *KPI) RetiredOn(today Date) bool { return !k.Retired.IsZero() && today.After(k.Retired) }

// HasTarget reports whether values of k are held against anything.
func (k *KPI) HasTarget() bool { return len(k.Targets) > 0 || k.Goal != nil }

// Lead says whether a KPI warns (leading) or confirms (lagging).
type Lead uint8

// The kinds of KPI by when they speak.
const (
	LeadUnknown Lead = iota
	Leading
	Lagging
)

// Value is one recorded number of a KPI, as far as the rules need it.
type Value struct {
	ID            int64
	At            At
	Number        float64
	Note          string
	Source        string
	EnteredBy     string
	Recorded      time.Time // when it was written
	LastConfirmed time.Time // when it was last written again unchanged, else Recorded

	// Since is the moment from which it holds: when it was recorded, when a
	// person last confirmed it, and of what an undo brought back its own moment
	// of before. Zero says that nobody knows.
	Since time.Time
}
