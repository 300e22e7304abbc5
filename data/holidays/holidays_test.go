package holidays

import (
	"slices"
	"strings"
	"testing"

	"kpiwall/data/finding"
	"kpiwall/data/kpi"
)

func TestOf_KnowsTheDaysThatTheLawGives(t *testing.T) {
	for _, row := range []struct{ region, closed, open string }{
		{"DE-BY", "2026-01-06 2026-04-03 2026-06-04 2026-11-01 2026-12-25 2030-04-22", "2026-10-31 2026-12-24"},
		{"DE-BE", "2026-03-08 2026-10-03", "2026-01-06 2026-06-04"},
		{"US", "2026-07-03 2026-11-26 2027-01-18", "2026-12-24"},
		{"GB", "2026-12-28 2026-05-04", "2026-01-02"},
		{"CH-ZH", "2026-08-01 2026-05-14", "2026-06-04"},
		{"FR", "2026-07-14", "2026-04-03"},
		{"ES", "2026-10-12", "2026-12-26"},
		{"IT", "2026-06-02", "2026-04-03"},
		{"PL", "2026-11-11", "2026-04-03"},
		{"NL", "2026-05-14", "2026-11-01"},
		{"BR", "2026-09-07", "2026-07-04"},
		{"AT", "2026-10-26", "2026-11-02"},
	} {
		days, ok := Of(row.region)
		if !ok {
			t.Fatalf("%s is not known", row.region)
		}
		for i, list := range []string{row.closed, row.open} {
			for s := range strings.FieldsSeq(list) {
				d, err := kpi.ParseDate(s)
				if err != nil || slices.Contains(days, d) != (i == 0) {
					t.Errorf("%s: %s is a holiday: %v", row.region, s, i != 0)
				}
			}
		}
	}
	for _, region := range Regions() {
		days, _ := Of(region)
		in2026 := map[kpi.Date]bool{}
		for _, d := range days {
			if d.Year == 2026 {
				in2026[d] = true
			}
		}
		if len(in2026) < 5 || len(in2026) > 22 {
			t.Errorf("%s has %d holidays", region, len(in2026))
		}
	}
	if _, ok := Of("de-by"); ok {
		t.Error("a region in small letters is known")
	}
}

// ics is a calendar of events, each the lines between its BEGIN and its END.
func ics(events ...string) string {
	text := "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
	for _, e := range events {
		text += "BEGIN:VEVENT\r\n" + strings.ReplaceAll(e, "|", "\r\n") + "\r\nEND:VEVENT\r\n"
	}
	return text + "END:VCALENDAR\r\n"
}

func TestRead_TakesAllDayEvents(t *testing.T) {
	for _, row := range []struct{ name, text, want string }{
		{"a day", ics("SUMMARY:Christmas|DTSTART;VALUE=DATE:20261225|DTEND;VALUE=DATE:20261226"), "2026-12-25"},
		{"no end", ics("DTSTART;VALUE=DATE:20261225"), "2026-12-25"},
		{"an end that is the last day", ics("DTSTART;VALUE=DATE:20261225|DTEND;VALUE=DATE:20261225"), "2026-12-25"},
		{"several days", ics("DTSTART;VALUE=DATE:20261230|DTEND;VALUE=DATE:20270102"), "2026-12-30 2026-12-31 2027-01-01"},
		{"a length", ics("DTSTART;VALUE=DATE:20261230|DURATION:P2D"), "2026-12-30 2026-12-31"},
		{"a length in weeks", ics("DTSTART;VALUE=DATE:20261221|DURATION:P1W"), "2026-12-21 2026-12-22 2026-12-23 2026-12-24 2026-12-25 2026-12-26 2026-12-27"},
		{"beside a meeting", ics("DTSTART:20261201T090000Z|DTEND:20261201T100000Z", "DTSTART;VALUE=DATE:20261225"), "2026-12-25"},
		{"beside one that was cancelled", ics("DTSTART;VALUE=DATE:20261201|STATUS:CANCELLED", "DTSTART;VALUE=DATE:20261225"), "2026-12-25"},
		{"with an alarm in it", ics("DTSTART;VALUE=DATE:20261225|BEGIN:VALARM|TRIGGER:-PT10M|DURATION:P9D|END:VALARM"), "2026-12-25"},
		{"a folded line", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:A: b\nDTSTART;VALUE=DA\n TE:2026\n\t1225\nEND:VEVENT\nEND:VCALENDAR\n", "2026-12-25"},
		{"a zone in quotes", ics(`DTSTART;X="a:b";VALUE=DATE:20261225`), "2026-12-25"},
	} {
		days, err := Read("a.ics", []byte(row.text))
		var got []string
		for _, d := range days {
			got = append(got, d.String())
		}
		if err != nil || strings.Join(got, " ") != row.want {
			t.Errorf("%s: %v, %v, want %s", row.name, got, err, row.want)
		}
	}
}

func TestRead_RepeatsEveryYear(t *testing.T) {
	days, err := Read("a.ics", []byte(ics("DTSTART;VALUE=DATE:20201224|RRULE:FREQ=YEARLY", "DTSTART;VALUE=DATE:20240229|RRULE:FREQ=YEARLY")))
	if err != nil {
		t.Fatal(err)
	}
	for s, want := range map[string]bool{"2020-12-24": true, "2031-12-24": true, "2100-12-24": true, "2019-12-24": false, "2028-02-29": true, "2027-03-01": false} {
		if d, _ := kpi.ParseDate(s); slices.Contains(days, d) != want {
			t.Errorf("%s: closed is %v", s, !want)
		}
	}
}

func TestRead_SaysWhatItCannotRead(t *testing.T) {
	for _, row := range []struct{ code, text string }{
		{"holidays.ics", "<html>"},
		{"holidays.ics", ""},
		{"holidays.ics", strings.TrimSuffix(ics("DTSTART;VALUE=DATE:20261225"), "END:VEVENT\r\nEND:VCALENDAR\r\n")},
		{"holidays.none", ics("DTSTART:20261201T090000Z")},
		{"holidays.none", ics()},
		{"holidays.date", ics("SUMMARY:x|DTSTART;VALUE=DATE:20261340")},
		{"holidays.date", ics("DTSTART;VALUE=DATE:20261225|DTEND;VALUE=DATE:20261224")},
		{"holidays.date", ics("DTSTART;VALUE=DATE:20261225|DURATION:PT3H")},
		{"holidays.repeats", ics("DTSTART;VALUE=DATE:20261225|RRULE:FREQ=WEEKLY;BYDAY=FR")},
		{"holidays.repeats", ics("DTSTART;VALUE=DATE:20261225|RRULE:FREQ=YEARLY|EXDATE;VALUE=DATE:20271225")},
		{"holidays.repeats", ics("DTSTART;VALUE=DATE:20261225|EXDATE;VALUE=DATE:20271225|RRULE:FREQ=YEARLY")},
		{"holidays.repeats", ics("DTSTART;VALUE=DATE:20261225|RDATE;VALUE=DATE:20271224|RRULE:FREQ=YEARLY")},
		{"holidays.many", ics("DTSTART;VALUE=DATE:20260101|DTEND;VALUE=DATE:29990101")},
	} {
		_, err := Read("a.ics", []byte(row.text))
		if found := finding.Of(err); len(found) != 1 || found[0].Code != row.code {
			t.Errorf("%q: %v, want %s", row.text, err, row.code)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(ics("SUMMARY:x|DTSTART;VALUE=DATE:20261225|DTEND;VALUE=DATE:20261226"))
	f.Add(ics("DTSTART;VALUE=DATE:20261225|DURATION:P2D|RRULE:FREQ=YEARLY"))
	f.Fuzz(func(t *testing.T, text string) {
		days, err := Read("a.ics", []byte(text))
		if (err == nil) != (len(days) > 0) || len(days) > 2*maxDays {
			t.Errorf("%d days, %v", len(days), err)
		}
	})
}
