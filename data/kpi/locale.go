package kpi

import (
	"slices"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/number"

	"kpiwall/data/finding"
)

// Locale is how a language writes numbers. It is made by [ParseLocale]. Digits
// are always 0 to 9.
type Locale struct {
	Tag                string
	Decimal, Group     string
	Primary, Secondary int    // sizes of the group next to the decimal mark and of those before it
	MinGrouping        int    // digits before the first group mark appears: 1, or 2 (1234 but 12.345)
	PercentSpace       string // between number and percent sign
	PercentFirst       bool   // the percent sign stands before the number: Turkish %45

	// Magnitudes stand behind the digits of a compact number for 10³, 10⁶, 10⁹ and
	// 10¹², with the space before them: "k", or " Tsd.". Where there are none they
	// are k, M, B and T.
	Magnitudes [4]string
}

// ParseLocale reads a BCP 47 tag such as en-US or de-CH. A language whose number format
// nobody has written down (in Unicode's CLDR) is refused: another's would be a guess.
func ParseLocale(tag string) (Locale, error) {
	t, err := language.Parse(tag)
	if err != nil {
		return Locale{}, finding.New("locale.unknown", Args{"Locale": tag})
	}
	if i, _ := language.CompactIndex(t); i == 0 {
		return Locale{}, finding.New("locale.numbers", Args{"Locale": tag})
	}
	l := Locale{Tag: t.String(), MinGrouping: minGrouping(t)}
	p := message.NewPrinter(latin(t))
	l.probeMarks(p.Sprint(number.Decimal(1234567.5)))
	l.probePercent(p.Sprint(number.Percent(0.45)))
	return l, nil
}

// latin returns t with the digits 0 to 9 and the marks that go with them.
func latin(t language.Tag) language.Tag {
	// x/text holds the numbers of Norwegian under Bokmål alone.
	if base, _ := t.Base(); base.String() == "no" {
		if nb, err := language.Compose(t, language.MustParseBase("nb")); err == nil {
			t = nb
		}
	}
	if latin, err := t.SetTypeForKey("nu", "latn"); err == nil {
		return latin
	}
	return t
}

// probeMarks learns the marks and group sizes from 1234567.5 as it is written.
func (l *Locale) probeMarks(written string) {
	marks := strings.FieldsFunc(written, isDigit)
	runs := strings.FieldsFunc(written, func(r rune) bool { return !isDigit(r) })
	if len(marks) == 0 {
		return
	}
	l.Decimal = marks[len(marks)-1]
	whole := runs[:len(runs)-1]
	if len(whole) < 2 { // a locale that does not group
		return
	}
	l.Group = marks[0]
	l.Primary = len(whole[len(whole)-1])
	l.Secondary = len(whole[len(whole)-2])
	if len(whole) == 2 {
		l.Secondary = l.Primary
	}
}

// probePercent learns where the percent sign stands from 45 % as it is written.
func (l *Locale) probePercent(written string) {
	// Marks of writing direction have no place in digits from left to right.
	written = strings.NewReplacer("\u200e", "", "\u200f", "", "\u061c", "").Replace(written)
	before, after, _ := strings.Cut(written, "45")
	l.PercentFirst = before != ""
	l.PercentSpace = strings.Trim(before+after, "%")
}

// minGrouping returns how many digits stand before the first group mark. The
// probes cannot show it: x/text groups every four digits. The table is that of
// CLDR 48.
func minGrouping(t language.Tag) int {
	base, _ := t.Base()
	region, _ := t.Region()
	switch base.String() {
	case "be", "bg", "ee", "et", "hu", "hy", "ia", "ie", "it", "ka", "lv", "pl", "sl", "sq":
		return 2
	case "es": // European Spanish; American Spanish groups every four digits
		if slices.Contains([]string{"ES", "GQ", "PH", "IC", "EA"}, region.String()) {
			return 2
		}
	case "pt": // European Portuguese
		if !slices.Contains([]string{"BR", "AO"}, region.String()) {
			return 2
		}
	}
	return 1
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

// marks reports whether a group mark stands left of the last n digits of a
// whole number of so many digits.
func (l Locale) marks(n, digits int) bool {
	if l.Primary == 0 || digits < l.Primary+l.MinGrouping || n < l.Primary {
		return false
	}
	return n == l.Primary || l.Secondary > 0 && (n-l.Primary)%l.Secondary == 0
}

// decimal is the decimal mark; a Locale that nobody made still shows one, for
// 1.5 must never read 15.
func (l Locale) decimal() string {
	if l.Decimal == "" {
		return "."
	}
	return l.Decimal
}

func (l Locale) percentBefore() string {
	if l.PercentFirst {
		return "%" + l.PercentSpace
	}
	return ""
}

func (l Locale) percentAfter() string {
	if l.PercentFirst {
		return ""
	}
	return l.PercentSpace + "%"
}
