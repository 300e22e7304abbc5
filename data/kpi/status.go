package kpi

// Status is where a value stands against its target.
type Status uint8

// The statuses. Only the first four are verdicts, and wear a verdict's colour.
const (
	OnTarget Status = iota + 1
	Near
	Below
	Above
	NoTarget
	NoValue
	Overdue
	InProgress // a sum whose period runs and has come too short a way for a verdict
)

var statusNames = [...]string{
	OnTarget: "on target", Near: "near", Below: "below", Above: "above",
	NoTarget: "no target", NoValue: "no value", Overdue: "overdue", InProgress: "running",
}

// String returns the status as the wall, the terminal and JSON write it: "on
// target", "near", "below", "above", "no target", "no value", "overdue",
// "running".
func (s Status) String() string { return nameOf(statusNames[:], int(s)) }

// Verdict reports whether s is a verdict on a value: on target, near, below or above.
func (s Status) Verdict() bool { return OnTarget <= s && s <= Above }

// Off reports whether s is below or above.
func (s Status) Off() bool { return s == Below || s == Above }

// The verdicts of a judged KPI, as the store holds them.
const (
	Good  = 1.0
	Watch = 0.0
	Bad   = -1.0
)

// JudgeVerdict returns the status of a judged KPI's value: [Good] is on
// target, [Watch] near, [Bad] below. Any other number, which only another
// program can have written, is no verdict and so no value.
func JudgeVerdict(v float64) Status {
	switch v {
	case Good:
		return OnTarget
	case Watch:
		return Near
	case Bad:
		return Below
	}
	return NoValue
}
