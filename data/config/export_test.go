package config

import "maps"

// What the tests of package config_test, which phrase problems by package words,
// need of the inside.
var (
	KPIIDs      = kpiIDs
	Readable    = readable
	ParseHours  = parseHours
	PagesOfAll  = pagesOfAll
	Above       = above
	MeasureSVG  = measureSVG
	DrawnWithin = drawnWithin
)

const (
	DefaultTheme  = defaultTheme
	SizeLimit     = sizeLimit
	SVGBytesLimit = svgBytesLimit
	SVGPatience   = svgPatience
)

// ParseWith reads a file with the theme and the logo that it names.
func ParseWith(text, theme, logo string) (*Config, error) {
	return parse("c.toml", []byte(text), []attachment{
		{name: "t.toml", path: "t.toml", data: []byte(theme)}, {name: "l.svg", data: []byte(logo)},
	}, nil)
}

// KnownKeys returns the keys of each table; the path of a table ends in a point.
func KnownKeys() map[string][]string {
	return map[string][]string{
		"": configFields.names(), "store.": storeFields.names(), "screen.": screenFields.names(),
		"entry.": entryFields.names(), "motion.": motionFields.names(), "sleep.": sleepFields.names(),
		"import.": importFields.names(),
		"kpi.":    kpiFields.names(), "page.": pageFields.names(), "page.groups.": groupFields.names(),
		"measure.": measureFields.names(), "kpi.target.": targetFields.names(), "kpi.targets.": {"from"}, "kpi.tolerance.": {"below", "above"},
	}
}

// ThemeKeys returns the keys of a theme's file.
func ThemeKeys() []string { return themeFields.names() }

// ScannedKeys returns where each key of a file stands, by its path.
func ScannedKeys(text string) map[string]int { return maps.Clone(scan(text).offsets) }
