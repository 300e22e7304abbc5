package ui

import (
	"testing"
	"time"

	"kpiwall/ui/uitest"
)

func TestSleep_FollowsTheHoursUnlessSomebodyIsThere(t *testing.T) {
	var s sleep
	for _, step := range []struct {
		byHours, somebody, asleep, changed bool
	}{
		{false, false, false, false},
		{true, true, false, false},
		{true, false, true, true},
		{true, false, true, false},
		{false, false, false, true},
	} {
		if changed := s.tick(step.byHours, step.somebody); changed != step.changed || s.asleep != step.asleep {
			t.Errorf("%+v: changed %v, asleep %v", step, changed, s.asleep)
		}
	}
}

func TestSleep_TheKeyThatWakesDoesNothingElse(t *testing.T) {
	s := sleep{asleep: true}
	now := uitest.Now
	if wakes, only := s.key(now); !wakes || !only || s.asleep {
		t.Error("the key does not wake the wall, or does more")
	}
	if wakes, only := s.key(now.Add(10 * time.Millisecond)); wakes || !only {
		t.Error("its character counts as another key")
	}
	if _, only := s.key(now.Add(time.Second)); only {
		t.Error("the next key does nothing")
	}
	if _, only := s.key(now.Add(-time.Hour)); only {
		t.Error("keys do nothing after the clock was set back")
	}
}

func TestPresence_OutlivesAClockThatIsSetBack(t *testing.T) {
	var p presence
	now := uitest.Now
	if p.quiet(now) != 0 || p.within(time.Minute, now) {
		t.Error("somebody is there before the first key")
	}
	p.touch(now)
	p.tick(now.Add(-24 * time.Hour))
	if got := p.quiet(now.Add(-24*time.Hour + time.Minute)); got != time.Minute {
		t.Errorf("a minute after the clock was set back it was quiet for %v", got)
	}
}

func TestNotices_AnAnswerStandsBeforeNewsAndBothBeforeAnAnnouncement(t *testing.T) {
	var n notices
	now := uitest.Now
	n.announce("copied", now)
	n.say("saved", now)
	n.mention("back on target", now)
	for _, row := range []struct {
		after time.Duration
		want  string
	}{
		{time.Second, "saved"},
		{noticeFor + time.Second, "back on target"},
		{2*noticeFor + time.Second, "copied"},
		{announceFor + time.Second, ""},
	} {
		if got := n.at(now.Add(row.after)); got != row.want {
			t.Errorf("after %v it says %q, want %q", row.after, got, row.want)
		}
	}
	n.forget(now.Add(-24 * time.Hour))
	if n.any() {
		t.Error("after the clock was set back the notices stand for a day")
	}
}
