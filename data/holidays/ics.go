package holidays

import (
	"strconv"
	"strings"
	"time"

	"kpiwall/data/finding"
	"kpiwall/data/kpi"
)

// maxDays is how many closed days a file may name, and maxEvent how many in a row.
const (
	maxDays  = 20_000
	maxEvent = 400
)

// Read returns the days of the all-day events of an iCalendar file (RFC 5545), also of
// those that come every year; events with a time of the day and those that were
// cancelled are passed over. An event that repeats in another way is an error, since
// its days would be missing, as is a file without any all-day event.
func Read(file string, data []byte) ([]kpi.Date, error) {
	r := &icsReader{file: file}
	for _, line := range unfolded(string(data)) {
		if err := r.line(line); err != nil {
			return nil, err
		}
	}
	switch {
	case !r.calendar || r.inside:
		return nil, finding.New("holidays.ics", finding.Args{"File": file})
	case len(r.days) == 0:
		return nil, finding.New("holidays.none", finding.Args{"File": file})
	}
	return r.days, nil
}

// unfolded returns the lines of a file: one that begins with a blank goes on with the
// one before it.
func unfolded(text string) []string {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(strings.TrimPrefix(text, "\ufeff"))
	return strings.Split(strings.NewReplacer("\n ", "", "\n\t", "").Replace(text), "\n")
}

// icsReader reads the events of a file one by one.
type icsReader struct {
	file             string
	calendar, inside bool // a calendar has begun; an event has
	nested           int  // depth of what stands within the event, such as an alarm
	event            event
	days             []kpi.Date
}

// event is an event of a calendar as it is written.
type event struct {
	summary, start, end, duration string
	rules                         []string // by which it repeats
	wholeDays, cancelled          bool
}

// line reads one line: NAME;PARAMETER=…:VALUE.
func (r *icsReader) line(line string) error {
	head, value, found := cutProperty(line)
	if !found {
		return nil
	}
	name, params, _ := strings.Cut(strings.ToUpper(head), ";")
	value = strings.TrimSpace(value)
	switch mark := name + ":" + strings.ToUpper(value); {
	case mark == "BEGIN:VCALENDAR":
		r.calendar = true
	case mark == "BEGIN:VEVENT" && !r.inside:
		r.inside, r.event = true, event{}
	case mark == "END:VEVENT" && r.nested == 0:
		r.inside = false
		return r.add(r.event)
	case name == "BEGIN" && r.inside:
		r.nested++
	case name == "END" && r.inside:
		r.nested--
	case r.inside && r.nested == 0:
		r.event.set(name, params, value)
	}
	return nil
}

// cutProperty cuts a line at the first colon that is in no quotes.
func cutProperty(line string) (head, value string, found bool) {
	quoted := false
	for i, c := range line {
		switch {
		case c == '"':
			quoted = !quoted
		case c == ':' && !quoted:
			return line[:i], line[i+1:], true
		}
	}
	return line, "", false
}

func (e *event) set(name, params, value string) {
	switch name {
	case "SUMMARY":
		e.summary = value
	case "DTSTART":
		// Some programs leave out VALUE=DATE, and the time.
		e.start, e.wholeDays = value, strings.Contains(params, "VALUE=DATE") && !strings.Contains(params, "VALUE=DATE-TIME") || len(value) == len("20060102")
	case "DTEND":
		e.end = value
	case "DURATION":
		e.duration = value
	case "RRULE", "RDATE", "EXDATE":
		e.rules = append(e.rules, strings.ToUpper(value)) // in any order
	case "STATUS":
		e.cancelled = strings.EqualFold(value, "CANCELLED")
	}
}

// add adds the days of an event.
func (r *icsReader) add(e event) error {
	if !e.wholeDays || e.cancelled {
		return nil
	}
	first, ok := day(e.start)
	days, known := e.length(first)
	if !ok || !known || days < 1 {
		return finding.New("holidays.date", finding.Args{"File": r.file, "Event": e.summary, "Given": e.start + " " + e.end + e.duration})
	}
	last := first.Year
	switch rule := strings.Join(e.rules, ", "); rule {
	case "":
	case "FREQ=YEARLY", "FREQ=YEARLY;INTERVAL=1":
		last = lastYear
	default:
		return finding.New("holidays.repeats", finding.Args{"File": r.file, "Event": e.summary, "Rule": rule})
	}
	for year := first.Year; year <= last; year++ {
		from := kpi.Date{Year: year, Month: first.Month, Day: first.Day}
		if kpi.DateOf(time.Date(year, first.Month, first.Day, 0, 0, 0, 0, time.UTC)) != from {
			continue // the 29th of February
		}
		for i := range days {
			r.days = append(r.days, from.AddDays(i))
		}
	}
	if days > maxEvent || len(r.days) > maxDays {
		return finding.New("holidays.many", finding.Args{"File": r.file, "Event": e.summary})
	}
	return nil
}

// length returns over how many days e goes, which starts on first; its end is the day
// after its last.
func (e event) length(first kpi.Date) (days int, ok bool) {
	switch {
	case e.end != "":
		end, ok := day(e.end)
		if end == first { // some programs write the last day
			return 1, ok
		}
		return end.Sub(first), ok
	case e.duration != "":
		return durationDays(strings.ToUpper(e.duration))
	}
	return 1, true
}

// durationDays reads P3D or P2W.
func durationDays(s string) (days int, ok bool) {
	number, unit := strings.TrimPrefix(strings.TrimPrefix(s, "+"), "P"), 1
	if strings.HasSuffix(number, "W") {
		unit = 7
	}
	n, err := strconv.Atoi(strings.TrimRight(number, "DW"))
	return n * unit, err == nil && n < maxDays
}

// day reads 20261224, also with a time behind it.
func day(s string) (kpi.Date, bool) {
	t, err := time.Parse("20060102", s[:min(len(s), len("20060102"))])
	return kpi.DateOf(t), err == nil && t.Year() > 0
}
