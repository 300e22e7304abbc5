package sheet

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"kpiwall/data/finding"
	"kpiwall/data/kpi"
)

// Dates reads when a value was true as people write and say it who know the board:
// in all forms that files have, and yesterday, last week, 24.11. or KW 47, which are
// the latest that there were. Goroutines may share it.
type Dates struct {
	calendar kpi.Calendar
	form     dateForm
}

// NewDates returns what reads dates on a board. Where day and month are both numbers
// with slashes the locale decides which is first, unless both are common there.
func NewDates(c kpi.Calendar, l kpi.Locale, words Vocabulary) Dates {
	return Dates{c, dateForm{words: words, order: orderOf(l)}}
}

// When is when a value was true.
type When struct {
	At     kpi.At     // the moment under which it is recorded
	Period kpi.Period // of the KPI
	// Exactly says that a day or a time was named, and not the period as such.
	Exactly bool
}

// When reads when a value of k was true. What lies more than one period after now is
// an error, and so is what does not say which of the KPI's periods is meant.
func (d Dates) When(k *kpi.KPI, text string, now time.Time) (w When, err error) {
	if w, err = d.WhenRecorded(k, text, now); err != nil {
		return When{}, err
	}
	if err := d.moments(now).near(k, w.Period, text); err != nil {
		return When{}, d.wanted(k.Every, text, err)
	}
	return w, nil
}

// WhenRecorded is When of a value that may be there already. Other programs record any
// day, and what they date too far ahead has to be reached too.
func (d Dates) WhenRecorded(k *kpi.KPI, text string, now time.Time) (w When, err error) {
	said, err := d.said(k.Every, text, now)
	if err != nil {
		return w, d.wanted(k.Every, text, err)
	}
	m := d.moments(now)
	if w.At, err = m.place(k, said); err == nil {
		err = storable(w.At, text)
	}
	if err == nil {
		w.Period, err = m.periodAt(k, w.At, text)
	}
	if err != nil {
		return When{}, d.wanted(k.Every, text, err)
	}
	w.Exactly = isoDay(said) && k.Every != kpi.Day || len(said) > len("2026-11-30T14:00") && said[10] == 'T'
	return w, nil
}

// moments reads what was said as moments of KPIs.
func (d Dates) moments(now time.Time) moments {
	form := d.form
	form.now = now
	return moments{dateForm: form, calendar: d.calendar}
}

// Day reads a day; of a period it is the last.
func (d Dates) Day(text string, now time.Time) (kpi.Date, error) {
	said, err := d.said(kpi.Day, text, now)
	if err != nil {
		return kpi.Date{}, d.wanted(kpi.Day, text, err)
	}
	if isoDay(said) {
		return kpi.ParseDate(said)
	}
	m := d.moments(now)
	for every := kpi.Week; every <= kpi.Year; every++ {
		if at, err := m.place(&kpi.KPI{Every: every, Combine: kpi.Sum}, said); err == nil && !at.Day.IsZero() {
			return at.Day, nil
		}
	}
	return kpi.Date{}, d.wanted(kpi.Day, text, unreadable)
}

// plainly are the problems that say no more than that something is no date.
var plainly = []string{"exchange.date", "exchange.date.none", "exchange.date.serial", "exchange.date.hour", "exchange.date.calendar", "period.form", "hour.form", "date.form"}

// wanted says of a text that cannot be read what this cadence wants. What is known
// better stays as it is.
func (d Dates) wanted(every kpi.Cadence, text string, err error) error {
	for _, f := range finding.Of(err) {
		if slices.Contains(plainly, f.Code) {
			return finding.New("when", finding.Args{"Given": strings.TrimSpace(text), "Every": every, "Form": d.howToWrite(every)})
		}
		if f.Code == "exchange.date.two" {
			return finding.New("when.two", finding.Args{"Given": strings.TrimSpace(text), "A": f.Args["A"], "B": f.Args["B"]})
		}
	}
	return given(err, text)
}

// howToWrite is the message that says how a moment of this cadence may be written. Where
// one year alone would be refused as either of two it names both.
func (d Dates) howToWrite(every kpi.Cadence) string {
	form := "when." + every.String()
	if every >= kpi.Quarter && d.calendar.Fiscal() && d.calendar.YearNamed == kpi.NamedByBoth {
		form += ".fiscal"
	}
	return form
}

// timeOf is a time of the day behind what is said of the day.
var timeOf = regexp.MustCompile(`^(?:(.*[^\s,])(?:[ ,]+|[Tt]))?([0-9]{1,2}):([0-9]{2})$`)

// said writes what people say as canonical writes dates.
func (d Dates) said(every kpi.Cadence, text string, now time.Time) (string, error) {
	s := strings.Join(strings.Fields(kpi.PlainSigns(text)), " ")
	if s == "" {
		return "", unreadable
	}
	if m := timeOf.FindStringSubmatch(s); m != nil && !isInstant(s) && (m[1] != "" || every == kpi.Hour) {
		if moment, ok := d.saidTime(m, now); ok {
			return moment, nil
		}
	}
	today := d.calendar.Today(now)
	switch d.form.words.means(s) {
	case "today":
		return today.String(), nil
	case "yesterday":
		return today.AddDays(-1).String(), nil
	case "before_yesterday":
		return today.AddDays(-2).String(), nil
	}
	if w, ok := d.form.words.weekdays[foldWord(s)]; ok {
		return today.AddDays(-((int(today.Weekday()-w) + 7) % 7)).String(), nil
	}
	if period, ok := d.relative(s, now); ok {
		return period, nil
	}
	if p, ok := d.form.pieces(s); ok {
		if latest, ok, err := d.latest(p, now); ok || err != nil {
			return latest, err
		}
	}
	return d.form.canonical(asMonth(d.calendar, every, s))
}

// saidTime writes a time of the day, of a day that is said or the latest.
func (d Dates) saidTime(m []string, now time.Time) (string, bool) {
	hour, _ := strconv.Atoi(m[2])
	minute, _ := strconv.Atoi(m[3])
	if hour > 23 || minute > 59 {
		return "", false
	}
	local := now
	if d.calendar.Zone != nil {
		local = now.In(d.calendar.Zone)
	}
	day := d.calendar.Today(now)
	if m[1] == "" {
		if hour*60+minute > local.Hour()*60+local.Minute() {
			day = day.AddDays(-1)
		}
	} else {
		said, err := d.said(kpi.Day, m[1], now)
		if err != nil || !isoDay(said) {
			return "", false
		}
		if day, err = kpi.ParseDate(said); err != nil {
			return "", false
		}
	}
	return day.String() + "T" + twoDigits(hour) + ":" + twoDigits(minute) + ":00", true
}

func twoDigits(n int) string { return strconv.Itoa(n/10) + strconv.Itoa(n%10) }

// relative reads "last week" and "this month".
func (d Dates) relative(s string, now time.Time) (string, bool) {
	word, unit, two := strings.Cut(s, " ")
	back := map[string]int{"this": 0, "last": -1}
	if _, first := back[d.form.words.means(word)]; !first { // semaine dernière
		word, unit = unit, word
	}
	steps, known := back[d.form.words.means(word)]
	every, isUnit := map[string]kpi.Cadence{
		"week": kpi.Week, "month": kpi.Month, "quarter": kpi.Quarter, "year": kpi.Year,
	}[d.form.words.means(unit)]
	if !two || !known || !isUnit {
		return "", false
	}
	return d.calendar.ID(d.calendar.Add(d.calendar.Period(every, now), steps)), true
}

// latest reads what lacks its year, as the latest that has begun.
func (d Dates) latest(p pieces, now time.Time) (text string, ok bool, err error) {
	n := p.numbers
	short := len(n) > 0 && len(n[0]) <= 2
	today := d.calendar.Today(now)
	switch {
	case p.kinds == "m":
		first := kpi.Date{Year: today.Year, Month: p.month, Day: 1}
		if first.After(today) {
			first.Year--
		}
		return first.String()[:len("2026-11")], true, nil
	case (p.kinds == "qn" || p.kinds == "nq") && len(n[0]) == 1:
		quarter := d.calendar.Period(kpi.Quarter, now)
		for range 4 {
			if _, have := d.calendar.FiscalYear(quarter.First); strconv.Itoa(have) == n[0] {
				return d.calendar.ID(quarter), true, nil
			}
			quarter = d.calendar.Add(quarter, -1)
		}
		return "", false, unreadable
	case (p.kinds == "nm" || p.kinds == "mn") && short:
		if p.kinds == "mn" && p.likeYear() { // the number may be the year as well
			return "", false, unlike("exchange.date.two", finding.Args{
				"A": latestDay(today, p.month, n[0]), "B": "20" + n[0] + "-" + twoDigits(int(p.month)),
			})
		}
		return found(latestDay(today, p.month, n[0]))
	case p.kinds == "nn" && short && len(n[1]) <= 2 && strings.Contains("./-", p.sep) && p.sep != "":
		return d.twoNumbers(p, today)
	}
	return "", false, nil
}

func found(day string) (string, bool, error) {
	if day == "" {
		return "", false, unlike("exchange.date.calendar", nil)
	}
	return day, true, nil
}

// twoNumbers reads a day and a month.
func (d Dates) twoNumbers(p pieces, today kpi.Date) (string, bool, error) {
	read := func(day, month string) string {
		m, _ := strconv.Atoi(month)
		return latestDay(today, time.Month(m), day)
	}
	dayFirst, monthFirst := read(p.numbers[0], p.numbers[1]), read(p.numbers[1], p.numbers[0])
	switch {
	case p.sep == ".":
		return found(dayFirst)
	case dayFirst == "" || d.form.order == MonthFirst && monthFirst != "":
		return found(monthFirst)
	case monthFirst == "" || d.form.order == DayFirst || dayFirst == monthFirst:
		return found(dayFirst)
	}
	return "", false, unlike("exchange.date.two", finding.Args{"A": monthFirst, "B": dayFirst})
}

// latestDay returns the latest day of that number and month up to today, "" where no
// year has one.
func latestDay(today kpi.Date, m time.Month, number string) string {
	n, err := strconv.Atoi(number)
	if err != nil {
		return ""
	}
	for year := today.Year; year > today.Year-9; year-- { // only every fourth or eighth year has a 29 February
		if date, ok := day(year, int(m), n); ok && m >= 1 && m <= 12 && !date.After(today) {
			return date.String()
		}
	}
	return ""
}
