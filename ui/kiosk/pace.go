package kiosk

import "time"

// A box without a graphics processor draws each picture with its processor.
// There a clock that ticks every second would cost more than all the rest.
const (
	settleFor  = 10 * time.Second // starting is not weighed
	weighFor   = 20 * time.Second // how long the first pictures are weighed
	heavyShare = 0.006            // of one processor
)

// pace is when the wall ticks, and what ticking costs.
type pace struct {
	each func()
	calm func()
	next time.Time

	settled, since time.Time
	used           time.Duration
	weighed        bool
}

// OnTick has each called at every full second on the main goroutine, and calm
// once if it turns out that drawing every second is too dear here. It is to be
// called before [Kiosk.Watch].
func (k *Kiosk) OnTick(each, calm func()) { k.pace.each, k.pace.calm = each, calm }

// due reports whether it is time to tick.
func (p *pace) due(now time.Time) bool { return !now.Before(p.next) || p.next.Sub(now) > time.Second }

// tick sees to the window's place, tells that a second has passed, and reports whether
// anything is to be drawn.
func (k *Kiosk) tick(now time.Time) bool {
	p := &k.pace
	p.next = now.Truncate(time.Second).Add(time.Second)
	k.fillNowAndAgain()
	p.each()
	if p.heavy(now) {
		p.calm()
	}
	return k.waiting()
}

// heavy reports once whether the first pictures have been too dear.
func (p *pace) heavy(now time.Time) bool {
	switch {
	case p.settled.IsZero():
		p.settled = now.Add(settleFor)
	case p.weighed || now.Before(p.settled):
	case p.since.IsZero():
		p.since, p.used = now, processorTime()
	case now.Sub(p.since) >= weighFor:
		p.weighed = true
		return float64(processorTime()-p.used) > heavyShare*float64(now.Sub(p.since))
	}
	return false
}
