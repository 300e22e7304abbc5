package words

import (
	"fmt"
	"strconv"
	"strings"
	texttemplate "text/template"
	"time"

	"github.com/nicksnyder/go-i18n/v2/i18n/template"

	"kpiwall/data/finding"
	"kpiwall/data/kpi"
)

// listLimit is how many names a message lists: more are not read.
const listLimit = 20

// messageParser parses the messages of one language, each once. A message that wants an
// arg which was not given is an error.
type messageParser struct{ template.TextParser }

// Cacheable says that the functions stay the same.
func (*messageParser) Cacheable() bool { return true }

// newParser returns the parser of the messages of l, with the functions that
// they may use.
func newParser(l *language) *messageParser {
	return &messageParser{template.TextParser{Option: "missingkey=error", Funcs: texttemplate.FuncMap{
		"quote":   l.quote,
		"quotes":  l.quotes,
		"list":    l.list,
		"choices": l.choices,
		"term":    func(id string) (string, error) { return l.say(id, nil) },
		"count":   l.count,
		"zeros":   func(n int) (string, error) { return l.say("zeros."+strconv.Itoa(n), nil) },
		"spelled": l.spelled,
		"tiles":   l.tiles,
		"join":    strings.Join,
		"say":     func(f said) string { return f.sentence },
		"remedy":  func(f said) string { return f.remedy },
		"stamp":   func(t time.Time) string { return t.Format("2006-01-02 15:04") },
		"zoned":   func(t time.Time) string { return t.Format("2006-01-02 15:04 MST") },
		"day":     func(t time.Time) string { return l.date("date.long", kpi.DateOf(t)) },
		"moment":  l.moment,
		"clock":   l.clock,
		"roughly": l.roughly,
		"wait":    wait,
		"size":    size,
		"MB":      func(bytes int64) int64 { return bytes >> 20 },
	}}}
}

// quote writes a text in the quotation marks of the language, on one line.
func (l *language) quote(text string) (string, error) {
	quoted := strconv.Quote(text)
	return l.say("quoted", finding.Args{"Text": quoted[1 : len(quoted)-1]})
}

// list writes names one after the other.
func (l *language) list(names []string) (string, error) {
	if extra := len(names) - listLimit; extra > 0 {
		return l.say("list.more", finding.Args{"List": strings.Join(names[:listLimit], ", "), "More": extra})
	}
	return strings.Join(names, ", "), nil
}

// quotes is list with each name in quotes.
func (l *language) quotes(names []string) (string, error) {
	quoted := make([]string, len(names))
	for i, name := range names {
		var err error
		if quoted[i], err = l.quote(name); err != nil {
			return "", err
		}
	}
	return l.list(quoted)
}

// choices says what would be accepted: the name that was probably meant, or all.
func (l *language) choices(meant string, accepted []string) (string, error) {
	return l.say("choices", finding.Args{"Meant": meant, "Accepted": accepted})
}

// count writes how many things there are; the message "count.THING" names them.
func (l *language) count(thing string, n int) (string, error) {
	return l.say("count."+thing, finding.Args{"Count": n})
}

// spelled writes a small number as a word.
func (l *language) spelled(n int) (string, error) {
	if id := "number." + strconv.Itoa(n); l.has(id) {
		return l.say(id, nil)
	}
	return strconv.Itoa(n), nil
}

// tiles names some tiles of a page, or every one.
func (l *language) tiles(ids []string, every bool) (string, error) {
	if every {
		return l.say("tiles.every", nil)
	}
	return l.say("tiles.some", finding.Args{"Tiles": ids, "Count": len(ids)})
}

// roughly writes a time that passed in its largest unit.
func (l *language) roughly(d time.Duration) (string, error) {
	switch {
	case d < time.Hour:
		return l.count("minute", int(d.Minutes()))
	case d < 48*time.Hour:
		return l.count("hour", int(d.Hours()))
	}
	return l.count("day", int(d.Hours()/24))
}

// wait writes a short time in the signs that all languages share.
func wait(d time.Duration) string {
	minutes, seconds := int(d/time.Minute), int(d%time.Minute/time.Second)
	switch {
	case minutes == 0:
		return fmt.Sprintf("%d s", seconds)
	case seconds == 0:
		return fmt.Sprintf("%d min", minutes)
	}
	return fmt.Sprintf("%d min %d s", minutes, seconds)
}

// size writes a number of bytes.
func size(bytes int64) string {
	if bytes < 1<<20 {
		return fmt.Sprintf("%d kB", max(1, bytes>>10))
	}
	return fmt.Sprintf("%d MB", bytes>>20)
}
