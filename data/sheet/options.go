package sheet

import (
	"strings"
	"time"

	"golang.org/x/text/unicode/norm"

	"kpiwall/data/kpi"
)

// Options say how a file is read where it does not show that itself.
type Options struct {
	Locale  kpi.Locale // of the board
	Words   Vocabulary
	Decimal Decimal
	Dates   Order
	Sheet   string            // of a workbook; "" for the first one that can be read
	Skip    []string          // names of columns to pass over
	Columns map[string]string // what a column holds, by its name: a KPI, or a word such as "note"
	Where   map[string]string // the rows to take: those with this text in the column of that name
	Renamed map[string]string // ids that were renamed, and what each is called now
	Until   kpi.Date          // leave out periods that begin later; the zero Date leaves out none
	Now     time.Time
}

// Decimal is the decimal mark of a file.
type Decimal = mark

// The decimal marks. With Unknown the file has to show it.
const (
	Unknown = unknown
	Point   = point
	Comma   = comma
)

// Vocabulary is the words that files of people have in their headers and cells, in
// all languages. The zero Vocabulary knows English column names alone.
type Vocabulary struct {
	months   map[string]time.Month
	weekdays map[string]time.Weekday
	words    map[string]string // by the folded word, what it means
}

// NewVocabulary makes a vocabulary of the words for each meaning: "month.1" to
// "month.12" are names of months, which may be shortened; the others are "date", "kpi",
// "value", "note", "source", "by", "year", "month", "week", "quarter", "total", "none",
// "to", "week_of", "ending", "good", "watch" and "bad", and for what people say
// "today", "yesterday", "before_yesterday", "last" and "this"; "weekday.0" is the name
// of Sunday.
func NewVocabulary(words map[string][]string) Vocabulary {
	v := Vocabulary{months: map[string]time.Month{}, weekdays: map[string]time.Weekday{}, words: map[string]string{}}
	for meaning, list := range words {
		if n, isMonth := strings.CutPrefix(meaning, "month."); isMonth {
			for _, name := range list {
				v.addMonth(name, monthNumbered(n))
			}
			continue
		}
		if n, isDay := strings.CutPrefix(meaning, "weekday."); isDay {
			for _, name := range list {
				v.weekdays[foldWord(name)] = time.Weekday(n[0] - '0')
			}
			continue
		}
		for _, word := range list {
			v.words[foldWord(word)] = meaning
		}
	}
	for name, m := range v.months {
		if m == 0 {
			delete(v.months, name)
		}
	}
	return v
}

func monthNumbered(n string) time.Month {
	for m := time.January; m <= time.December; m++ {
		if n == time.Date(2000, m, 1, 0, 0, 0, 0, time.UTC).Format("1") {
			return m
		}
	}
	return 0
}

// addMonth adds a name and how it may be shortened. What may be two months is none.
func (v Vocabulary) addMonth(name string, m time.Month) {
	name = foldWord(name)
	for n := min(3, len(name)); n <= len(name); n++ {
		if other, known := v.months[name[:n]]; known && other != m {
			v.months[name[:n]] = 0
			continue
		}
		v.months[name[:n]] = m
	}
}

// means returns what a word means, "" where it is unknown.
func (v Vocabulary) means(word string) string {
	if isDigit(word, 0) { // as most cells do, and no word
		return ""
	}
	return v.words[foldWord(word)]
}

// foldWord takes away what people do not mind about a word: case, accents, full
// stops, underscores.
func foldWord(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r >= 0x300 && r < 0x370: // accents, taken apart
			return -1
		case r == '_' || r == '-' || r == '\u00a0':
			return ' '
		case r == '.' || r == ':':
			return -1
		}
		return r
	}, norm.NFD.String(strings.ToLower(s)))
	return strings.Join(strings.Fields(s), " ")
}
