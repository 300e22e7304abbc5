package sheet

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/xuri/nfp"

	"kpiwall/data/kpi"
)

// format is what a cell's format makes of its number.
type format struct {
	percent              bool
	year, month, day     bool
	hour, minute, second bool
}

// builtIn are the formats that workbooks name by number alone, as far as they are no
// plain numbers.
var builtIn = map[int]string{
	9: "0%", 10: "0.00%",
	14: "yyyy-mm-dd", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm", 19: "h:mm:ss", 20: "h:mm", 21: "h:mm:ss", 22: "yyyy-mm-dd h:mm",
	27: "yyyy-mm-dd", 28: "yyyy-mm-dd", 29: "yyyy-mm-dd", 30: "yyyy-mm-dd", 31: "yyyy-mm-dd", 32: "h:mm", 33: "h:mm:ss", 34: "h:mm", 35: "h:mm:ss",
	36: "yyyy-mm-dd", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss", 50: "yyyy-mm-dd", 51: "yyyy-mm-dd", 52: "yyyy-mm-dd", 53: "yyyy-mm-dd",
	54: "yyyy-mm-dd", 55: "h:mm", 56: "h:mm:ss", 57: "yyyy-mm-dd", 58: "yyyy-mm-dd",
}

// format returns that of a style.
func (w *workbook) format(style int) (format, error) {
	f, known := w.formats[style]
	if known {
		return f, nil
	}
	s, err := w.file.GetStyle(style)
	if err != nil {
		return f, err
	}
	switch {
	case s.CustomNumFmt != nil:
		f = parseFormat(*s.CustomNumFmt)
	case builtIn[s.NumFmt] != "":
		f = parseFormat(builtIn[s.NumFmt])
	}
	w.formats[style] = f
	return f, nil
}

// parseFormat reads the first section of a format, which is that of positive numbers.
// An m beside hours or seconds is minutes, any other one months.
func parseFormat(code string) (f format) {
	parser := nfp.NumberFormatParser()
	sections := parser.Parse(code)
	if len(sections) == 0 {
		return f
	}
	parts := "" // a letter each, as they follow
	for _, item := range sections[0].Items {
		switch item.TType {
		case nfp.TokenTypePercent:
			f.percent = true
		case nfp.TokenTypeDateTimes, nfp.TokenTypeElapsedDateTimes:
			if part := strings.ToLower(item.TValue); part != "" && !strings.Contains(part, "/") { // AM/PM
				parts += part[:1]
			}
		}
	}
	for i, part := range parts {
		clock := i > 0 && parts[i-1] == 'h' || i+1 < len(parts) && parts[i+1] == 's'
		f.year = f.year || part == 'y' || part == 'e'
		f.month = f.month || part == 'm' && !clock
		f.day = f.day || part == 'd'
		f.hour = f.hour || part == 'h'
		f.minute = f.minute || part == 'm' && clock
		f.second = f.second || part == 's'
	}
	return f
}

// text writes the number of a cell as a file of text would have it, and says what it
// is. What has no such form stays the number that it is.
func (f format) text(raw string, since04 bool) (string, cellKind) {
	v, err := strconv.ParseFloat(raw, 64)
	if err != nil || math.IsInf(v, 0) || math.IsNaN(v) {
		return raw, textCell
	}
	switch {
	case f.year || f.month || f.day:
		if text, ok := f.date(v, since04); ok {
			return text, textCell
		}
	case (f.hour || f.minute || f.second) && v >= 0 && v < 1e6:
		return f.clock(v), textCell
	case f.percent:
		return shifted(v) + "%", numberCell
	}
	return FormatNumber(v), numberCell
}

// date writes the day of a serial number, with its time where the format shows one; or
// its month or year where it shows no more.
func (f format) date(serial float64, since04 bool) (string, bool) {
	days := math.Floor(serial)
	seconds := int(math.Round((serial - days) * 86400))
	if seconds == 86400 {
		days, seconds = days+1, 0
	}
	base := kpi.Date{Year: 1899, Month: 12, Day: 30}
	switch {
	case days > 2958465 || !since04 && (days < 1 || days == 60): // spreadsheets know a 29 February 1900
		return "", false
	case since04:
		base = kpi.Date{Year: 1904, Month: 1, Day: 1}
	case days < 60:
		base = base.AddDays(1)
	}
	day := base.AddDays(int(days)).String()
	switch {
	case f.hour && seconds > 0:
		return fmt.Sprintf("%sT%02d:%02d:%02d", day, seconds/3600, seconds/60%60, seconds%60), true
	case f.day:
		return day, true
	case f.month:
		return day[:len("2026-11")], true
	}
	return day[:len("2026")], true
}

// clock writes a time as the format shows it.
func (f format) clock(v float64) string {
	seconds := int(math.Round(v * 86400))
	switch {
	case !f.hour:
		return fmt.Sprintf("%d:%02d", seconds/60, seconds%60)
	case f.second:
		return fmt.Sprintf("%d:%02d:%02d", seconds/3600, seconds/60%60, seconds%60)
	}
	return fmt.Sprintf("%d:%02d", seconds/3600, seconds/60%60)
}

// shifted writes a hundred times v, exactly: by its exponent.
func shifted(v float64) string {
	mantissa, exponent, _ := strings.Cut(strconv.FormatFloat(v, 'e', -1, 64), "e")
	n, _ := strconv.Atoi(exponent) // which FormatFloat has written
	hundred, _ := strconv.ParseFloat(mantissa+"e"+strconv.Itoa(n+2), 64)
	return FormatNumber(hundred)
}
