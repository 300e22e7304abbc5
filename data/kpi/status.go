package kpi

// Status is where a value stands against its target.
type Status uint8

// The statuses. Only the first four, Reached and Missed are verdicts, and wear a
// verdict's colour.
const (
	OnTarget Status = iota + 1
	Near
	Below
	Above
	NoTarget
	NoValue
	Overdue
	InProgress // a sum whose period runs and has come too short a way for a verdict

	// Of key results.
	NotStarted // the value is of a time before the start
	Reached    // the goal, or more
	Missed     // the goal's time is over

	Waiting // a formula that never had all that it needs
)

var statusNames = [...]string{
	OnTarget: "on target", Near: "near", Below: "below", Above: "above",
	NoTarget: "no target", NoValue: "no value", Overdue: "overdue", InProgress: "running",
	NotStarted: "not started", Reached: "reached", Missed: "missed", Waiting: "waiting",
}

// String returns the status as the wall, the terminal and JSON write it: "on
// target", "near", "below", "above", "no target", "no value", "overdue",
// "running", "not started", "reached", "missed", "waiting".
func (s Status) String() string { return nameOf(statusNames[:], int(s)) }

// Verdict reports whether s is a verdict on a value: on target, near, below, above,
// reached or missed.
func (s Status) Verdict() bool {
	return OnTarget <= s && s <= Above || s == Reached || s == Missed
}

// Off reports whether s is below, above or missed.
func (s Status) Off() bool { return s == Below || s == Above || s == Missed }

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
