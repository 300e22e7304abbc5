package config

// Motion is what moves on the wall, and what makes a page come forward.
type Motion struct {
	Fade      bool     // pages fade in rather than change at once
	Takeover  Takeover // when a KPI leaves its target
	Favour    bool     // pages with a KPI off target come more often
	Celebrate bool     // a KPI that comes back to its target is told once
	Drift     bool     // the picture wanders a few pixels, against burn-in
}

// Takeover says what the page of a KPI that leaves its target does.
type Takeover uint8

// The takeovers.
const (
	TakeoverOff  Takeover = iota
	TakeoverNext          // it is the next page
	TakeoverNow           // it is shown at once
)

// motionFields are the keys of [motion].
var motionFields = fields[Motion]{
	{"transition", choice(transitions, func(m *Motion) *bool { return &m.Fade })},
	{"takeover", choice(takeovers, func(m *Motion) *Takeover { return &m.Takeover })},
	{"favour_trouble", boolean(func(m *Motion) *bool { return &m.Favour })},
	{"celebrate", boolean(func(m *Motion) *bool { return &m.Celebrate })},
	{"drift", boolean(func(m *Motion) *bool { return &m.Drift })},
}

var transitions = []option[bool]{{"cut", false}, {"fade", true}}

var takeovers = []option[Takeover]{{"off", TakeoverOff}, {"next", TakeoverNext}, {"now", TakeoverNow}}
