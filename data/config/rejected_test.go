package config_test

import (
	"strings"
	"testing"

	"kpiwall/data/words"
)

// rejected are files that are TOML and no board: each with the code, the place
// and the words of its only problem.
var rejected = []struct{ name, code, text, want string }{
	{"bare number as a time", "config.span.unit", "stay = 20\n" + small, `1:1: stay: is 20 without a unit; write it in quotes with one, such as "20s"`},
	{"time out of range", "config.span.range", "refresh = \"2h\"\n" + small, `1:1: refresh: "2h" is out of range; accepted: "1s" to "1h"`},
	{"time without a unit", "config.span", "refresh = \"30\"\n" + small, `1:1: refresh: "30" is not a length of time`},
	{"column of no KPI", "config.import.column", small + "[import.w]\ncolumns = { \"Net sales\" = \"mrr\", \"Note\" = \"notes\" }\n", `24:34: import.w.columns.Note: "notes" is neither a KPI nor what else a column may hold; did you mean "note"?`},
	{"columns as a list", "config.table", small + "[import.w]\ncolumns = [\"a\"]\n", `24:1: import.w.columns: is a list; accepted: a table, such as { "Net sales" = "revenue" }`},
	{"column as a number", "config.kind", small + "[import.w]\ncolumns = { a = 1 }\n", `24:13: import.w.columns.a: is a whole number; accepted: a text in quotes`},
	{"skipped column as a text", "config.kind", small + "[import.w]\nskip = \"a\"\n", `24:1: import.w.skip: is text; accepted: a list of columns in quotes`},
	{"decimal mark", "config.word", small + "[import.w]\ndecimal = \"coma\"\n", `24:1: import.w.decimal: "coma" is not known; did you mean "comma"?`},
	{"order of dates", "config.word", small + "[import.w]\ndates = \"ymd\"\n", `24:1: import.w.dates: "ymd" is not known;`},
	{"key of an import", "config.key.unknown", small + "[import.w]\nskips = []\n", `24:1: import.w.skips: unknown key; did you mean "skip"?`},
	{"unknown key", "config.key.unknown", "tittle = \"x\"\n[kpi.a]\nevery = \"day\"\n", `1:1: tittle: unknown key; did you mean "title"?`},
	{"key in capitals", "config.key.unknown", "Title = \"x\"\n" + small, `1:1: Title: unknown key; did you mean "title"?`},
	{"unknown table", "config.key.unknown", small + "[kpis.x]\n", `23:2: kpis: unknown key; did you mean "kpi"?`},
	{"synonym", "config.key.unknown", small + "[kpi.c]\nevery = \"day\"\nunit = \"€\"\n", `25:1: kpi.c.unit: unknown key; did you mean "suffix"?`},
	{"key far from any", "config.key.unknown", small + "[screen.saver]\n", "23:9: screen.saver: unknown key; accepted: theme, style, brand, logo, inset, panel_inches, viewing_distance, driver"},
	{"id with bare dots", "config.table.unknown", "[kpi.a]\nevery = \"day\"\n[kpi.a.b]\n", `3:8: kpi.a.b: unknown table; an id with dots must be in quotes`},
	{"id in capitals", "config.id", small + "[kpi.MRR]\nevery = \"day\"\n", `23:6: kpi.MRR: "MRR" is not a valid id; write mrr; accepted: 1 to 64 of a-z 0-9 _ . -`},
	{"id too long", "config.id", small + "[kpi." + strings.Repeat("a", 65) + "]\nevery = \"day\"\n", "is not a valid id"},
	{"empty id", "config.id", small + "[kpi.\"\"]\nevery = \"day\"\n", "is not a valid id"},
	{"list of KPIs", "config.table", "[[kpi]]\nid = \"a\"\n", "1:3: kpi: is a list; accepted: a table, such as [kpi.open_tickets]"},
	{"KPI that is a number", "config.table", small + "[kpi]\na = 1\n", "24:1: kpi.a: is a whole number; accepted: a table"},
	{"zone", "config.zone", "timezone = \"Mars/Phobos\"\n" + small, `1:1: timezone: there is no time zone "Mars/Phobos"; accepted: a name of the IANA list`},
	{"empty zone", "config.zone", "timezone = \"\"\n" + small, "1:1: timezone: there is no time zone"},
	{"zone off the list", "config.zone", "timezone = \"../../etc/passwd\"\n" + small, "1:1: timezone: there is no time zone"},
	{"locale", "config.kind", "locale = 1\n" + small, `1:1: locale: is a whole number; accepted: a language tag in quotes, such as "en-US"`},
	{"unknown locale", "config.locale", "locale = \"not a tag\"\n" + small, `1:1: locale: there is no language or region "not a tag"; write a language and region such as en-US`},
	{"locale without numbers", "config.locale", "locale = \"tlh\"\n" + small, `1:1: locale: how numbers are written in "tlh" is not known; write a language`},
	{"weekday", "config.word", "week_starts = \"Munday\"\n" + small, `1:1: week_starts: "Munday" is not known; did you mean "monday"?`},
	{"no workday", "config.workdays", "workdays = []\n" + small, "1:1: workdays: is not a list of days"},
	{"workday twice", "config.workdays.twice", "workdays = [\n  \"monday\",\n  \"monday\",\n]\n" + small, `3:3: workdays: "monday" is listed twice`},
	{"closed days in words", "config.closed.day", "closed = [\"christmas\"]\n" + small, `1:11: closed: is neither a day nor a span of days; accepted: a day such as 2026-12-24, or "2026-12-27 to 2026-12-31"`},
	{"closed at a time", "config.closed.day", "closed = [2026-12-24T12:00:00]\n" + small, "1:11: closed: is neither a day"},
	{"closed as one day", "config.closed", "closed = 2026-12-24\n" + small, "1:1: closed: is not a list of days"},
	{"closed backwards", "config.closed.inverted", "closed = [\"2026-12-31 to 2026-12-27\"]\n" + small, "1:11: closed: ends before it starts"},
	{"closed for years", "config.closed.long", "closed = [\"2026-01-01 to 2028-01-01\"]\n" + small, "1:11: closed: is longer than 366 days"},
	{"region", "config.holidays", "holidays = \"DE-BX\"\n" + small, `1:1: holidays: there are no holidays of "DE-BX"; did you mean "DE-BB", or a calendar file such as "holidays.ics"?`},
	{"region in small letters", "config.holidays", "holidays = \"de-by\"\n" + small, `did you mean "DE-BY", or a calendar file`},
	{"holidays as a list", "config.kind", "holidays = [\"US\"]\n" + small, "1:1: holidays: is a list; accepted: a text in quotes"},
	{"calendar file that is not there", "config.attached", "holidays = \"none.ics\"\n" + small, `1:1: holidays: "none.ics" cannot be read: there is no such file`},
	{"workday as a number", "config.word.kind", "workdays = [1]\n" + small, "1:13: workdays: is a whole number; accepted: one of monday,"},
	{"year", "config.word", "year_starts = \"4\"\n" + small, "1:1: year_starts: \"4\" is not known; accepted: january,"},
	{"screen as text", "config.table", "screen = \"big\"\n[kpi.a]\nevery = \"day\"\n", "1:1: screen: is text; accepted: a table, such as { theme = … }"},
	{"unknown role", "config.word", "store = { role = \"replica\" }\n" + small, `1:11: store.role: "replica" is not known; did you mean "copy"?`},
	{"age of no copy", "config.copy_age", "store = { stale_after = \"5m\" }\n" + small, `1:11: store.stale_after: is for a copy only; add role = "copy"`},
	{"age below the beat", "config.span.range", "store = { role = \"copy\", stale_after = \"30s\" }\n" + small, `1:26: store.stale_after: "30s" is out of range; accepted: "2m" to "31d"`},
	{"nan", "config.inset", screen("inset = nan"), "2:1: screen.inset: is not a share"},
	{"inset in percent without quotes", "config.inset", screen("inset = 5"), `2:1: screen.inset: is not a share of the screen from 0 to 20 %; accepted: a number such as 0.05, or "5%"`},
	{"negative inset", "config.inset", screen(`inset = "-1%"`), "screen.inset: is not a share"},
	{"inset without a sign", "config.inset", screen(`inset = "5"`), "screen.inset: is not a share"},
	{"inset of nan", "config.inset", screen(`inset = "nan%"`), "screen.inset: is not a share"},
	{"infinite panel", "config.measure", screen("panel_inches = inf"), "2:1: screen.panel_inches: is inf; accepted: a number of inches from 5 to 300"},
	{"distance in text", "config.measure", screen(`viewing_distance = "5 m"`), "2:1: screen.viewing_distance: is text; accepted: a number of metres from 0.3 to 100"},
	{"control character", "config.text.control", screen(`theme = "mid\u0007night"`), `2:1: screen.theme: holds the control character "\a"`},
	{"line end in a name", "config.text.control", kpiWith("name = \"two\\nlines\""), `name: holds the control character "\n"`},
	{"empty name", "config.text.empty", kpiWith(`name = " "`), "name: is empty"},
	{"long name", "config.text.long", kpiWith(`name = "` + strings.Repeat("ü", 201) + `"`), "name: has 201 characters; at most 200 are accepted"},
	{"name as a number", "config.kind", kpiWith("name = 5"), "name: is a whole number; accepted: a text in quotes"},
	{"no cadence", "config.kpi.every", "[kpi.a]\nname = \"A\"\n", `1:6: kpi.a: every is missing; write how often there is a value, such as every = "week"`},
	{"cadence misspelt", "config.key.unknown", "[kpi.a]\nevry = \"day\"\n", `2:1: kpi.a.evry: unknown key; did you mean "every"?`},
	{"cadence of a measure misspelt", "config.key.unknown", small + "[measure.b]\nevry = \"day\"\n", `measure.b.evry: unknown key; did you mean "every"?`},
	{"bound misspelt", "config.key.unknown", kpiWith("target = { mni = 1 }"), `target.mni: unknown key; did you mean "min"?`},
	{"day of a plan misspelt", "config.key.unknown", kpiWith("targets = [ { min = 1 }, { form = 2026-01-01, min = 2 } ]"), `targets.form: unknown key; did you mean "from"?`},
	{"day of a goal misspelt", "config.key.unknown", kpiWith("goal = { from = 1, to = 2, strat = 2026-01-01, by = 2026-06-30 }"), `goal.strat: unknown key; did you mean "start"?`},
	{"value of a path misspelt", "config.key.unknown", kpiWith("goal = { from = 1, to = 2, start = 2026-01-01, by = 2026-06-30, path = [{ on = 2026-03-01, vlaue = 1 }] }"), `path.vlaue: unknown key; did you mean "value"?`},
	{"tiles misspelt", "config.key.unknown", small + "[page.x]\ntils = [\"mrr\"]\n", `page.x.tils: unknown key; did you mean "tiles"?`},
	{"tiles of a group misspelt", "config.key.unknown", small + "[[page.x.groups]]\ntitle = \"G\"\ntils = [\"mrr\"]\n", `groups.tils: unknown key; did you mean "tiles"?`},
	{"zero of what does not add up", "config.sums_only", kpiWith(`missing = "zero"`), "missing: is for a KPI whose values add up"},
	{"zero of hours", "config.missing.hour", "[kpi.a]\nname = \"A\"\nevery = \"hour\"\ncombine = \"sum\"\nmissing = \"zero\"\n[page.x]\ntitle = \"X\"\ntiles = [\"a\"]\n", "missing: is for a KPI of days or longer"},
	{"zero beside a goal", "config.missing.goal", kpiWith("combine = \"sum\"\nmissing = \"zero\"\ngoal = { from = 1, to = 2, start = 2026-01-01, by = 2026-06-30 }"), "missing: cannot be used with a goal"},
	{"an hour a year ago", "config.compare", "[kpi.a]\nevery = \"hour\"\ncompare = \"year\"\n", "3:1: kpi.a.compare: \"year\" is for a period of a day or longer"},
	{"scale of nothing", "config.scale", kpiWith("scale = 0"), "scale: is not a factor for numbers; accepted: a number above 0"},
	{"scale in words", "config.scale", kpiWith(`scale = "percent"`), "scale: is not a factor"},
	{"weeks", "config.word", "weeks = \"usa\"\n" + small, `1:1: weeks: "usa" is not known; did you mean "us"?`},
	{"days", "config.word", kpiWith(`days = "every"`), `days: "every" is not known; accepted: workdays, all`},
	{"goal beside a target", "config.goal.target", kpiWith("target = { min = 1 }\ngoal = { from = 1, to = 2, start = 2026-01-01, by = 2026-06-30 }"), "goal: cannot be used with a target"},
	{"hourly goal", "config.goal.hour", "[kpi.a]\nevery = \"hour\"\ngoal = { from = 1, to = 2, start = 2026-01-01, by = 2026-06-30 }\n", "3:1: kpi.a.goal: is for a period of a day or longer"},
	{"goal without a day", "config.goal.missing", kpiWith("goal = { from = 1, to = 2, start = 2026-01-01 }"), "goal: by is missing; a goal is written as { from = 7,"},
	{"goal that stands still", "config.goal.still", kpiWith("goal = { from = 2, to = 2.0, start = 2026-01-01, by = 2026-06-30 }"), "goal.to: is the same as from"},
	{"goal before its start", "config.goal.order", kpiWith("goal = { from = 1, to = 2, start = 2026-06-30, by = 2026-06-30 }"), "goal.by: is not after start"},
	{"goal by a moment", "config.targets.day", kpiWith("goal = { from = 1, to = 2, start = 2026-01-01, by = 2026-06-30T12:00:00Z }"), "goal.by: is not a date"},
	{"goal in words", "config.kind", kpiWith(`goal = { from = "few", to = 2, start = 2026-01-01, by = 2026-06-30 }`), "goal.from: is text; accepted: a number without quotes"},
	{"path backwards", "config.goal.path.order", kpiWith("goal = { from = 1, to = 2, start = 2026-01-01, by = 2026-06-30, path = [{ on = 2026-03-01, value = 1.5 }, { on = 2026-02-01, value = 1.2 }] }"), "goal.path: does not lie between start and by"},
	{"path beyond the goal", "config.goal.path.order", kpiWith("goal = { from = 1, to = 2, start = 2026-01-01, by = 2026-06-30, path = [{ on = 2026-06-30, value = 1.5 }] }"), "goal.path: does not lie between"},
	{"path of nothing", "config.goal.path", kpiWith("goal = { from = 1, to = 2, start = 2026-01-01, by = 2026-06-30, path = [] }"), "goal.path: is not a list of points"},
	{"path without a value", "config.goal.point", kpiWith("goal = { from = 1, to = 2, start = 2026-01-01, by = 2026-06-30, path = [{ on = 2026-03-01 }] }"), "goal.path: has no day or no value"},
	{"objectives without a goal", "config.objectives.none", small + "[page.x]\nobjectives = true\n", "24:1: page.x.objectives: no KPI has a goal"},
	{"objectives with tiles", "config.objectives.tiles", "[kpi.a]\nevery = \"month\"\ngoal = { from = 1, to = 2, start = 2026-01-01, by = 2026-06-30 }\n[page.x]\nobjectives = true\ntiles = [\"a\"]\n", "page.x.tiles: cannot be used with objectives"},
	{"an overview with tiles", "config.overview.tiles", small + "[page.x]\nstyle = \"overview\"\ntiles = [\"a\"]\n", "page.x.tiles: cannot be used with style = \"overview\""},
	{"an overview of objectives", "config.overview.tiles", small + "[page.x]\nstyle = \"overview\"\nobjectives = true\n", "page.x.objectives: cannot be used with style = \"overview\""},
	{"a style that is none", "config.word", small + "[page.x]\nstyle = \"overvew\"\n", `page.x.style: "overvew" is not known; did you mean "overview"?`},
	{"cadence", "config.word", "[kpi.a]\nevery = \"weekly\"\n", `2:1: kpi.a.every: "weekly" is not known; did you mean "week"?`},
	{"cadence in capitals", "config.word", "[kpi.a]\nevery = \"Week\"\n", `"Week" is not known; did you mean "week"?`},
	{"combine", "config.word", kpiWith(`combine = "average"`), `did you mean "mean"?`},
	{"kind", "config.word", kpiWith(`kind = "leadin"`), `kind: "leadin" is not known; did you mean "leading"?`},
	{"format", "config.word", kpiWith(`format = "%"`), "format: \"%\" is not known; accepted: plain, percent, duration, compact"},
	{"too many decimals", "config.whole", kpiWith("decimals = 7"), "decimals: is 7; accepted: a whole number from 0 to 6"},
	{"decimals with a point", "config.whole", kpiWith("decimals = 1.0"), "decimals: is 1.0; accepted: a whole number"},
	{"two percent signs", "config.kpi.percent", kpiWith("format = \"percent\"\nsuffix = \" %\""), "4:1: kpi.a.suffix: format = \"percent\" writes the sign already"},
	{"long suffix", "config.text.long", kpiWith(`suffix = "qualified leads from the fair"`), "suffix: has 29 characters; at most 24"},
	{"note as text", "config.kind", kpiWith(`note_when_off = "true"`), "note_when_off: is text; accepted: true or false, without quotes"},
	{"bare staleness", "config.span.unit", kpiWith("stale_after = 36"), `stale_after: is 36 without a unit; write it in quotes with one, such as "36s"`},
	{"judged beside a target", "config.kpi.judged", kpiWith("judged = true\ntarget = { min = 1 }"), "judged: a judged KPI has no target"},
	{"hours that are none", "config.hours", "[sleep]\nawake = \"8 to 18\"\n" + kpiWith(""), "awake: is not a part of the day"},
	{"hours of no length", "config.hours", "[sleep]\nawake = \"08:00-08:00\"\n" + kpiWith(""), "awake: is not a part of the day"},
	{"a command in one piece", "config.command", "[sleep]\non_sleep = \"xset dpms force off\"\n" + kpiWith(""), "on_sleep: is not a command"},
	{"an unknown takeover", "config.word", "[motion]\ntakeover = \"yes\"\n" + kpiWith(""), "takeover: "},
	{"a PIN to close without a PIN", "config.pin_to_close", "[entry]\npin_to_close = true\n" + kpiWith(""), "2:1: entry.pin_to_close: there is no PIN to ask for; set pin_hash"},
	{"a PIN in the clear", "config.pin", "[entry]\npin_hash = \"1234\"\n" + kpiWith(""), "pin_hash: is not a PIN hash"},
	{"target as a number", "config.table", kpiWith("target = 95"), "target: is a whole number; accepted: a table, such as { min = … }"},
	{"empty target", "config.target.empty", kpiWith("target = {}"), "target: has neither min nor max"},
	{"target upside down", "config.target.inverted", kpiWith("target = { min = 5, max = 3 }"), "3:12: kpi.a.target.min: is above max"},
	{"target of nan", "config.number", kpiWith("target = { max = nan }"), "3:12: kpi.a.target.max: is nan; accepted: a number"},
	{"target of minus infinity", "config.number", kpiWith("target = { min = -inf }"), "is -inf; accepted: a number"},
	{"target as text", "config.kind", kpiWith(`target = { min = "95" }`), "3:12: kpi.a.target.min: is text; accepted: a number without quotes"},
	{"target too large", "config.number.digits", kpiWith("target = { min = 1_000_000_000_000_000 }"), "has more than 15 digits; choose a larger unit"},
	{"target key in capitals", "config.key.unknown", kpiWith("target = { Min = 1, min = 1 }"), `target.Min: unknown key; did you mean "min"?`},
	{"no duration", "config.duration", kpiWith("format = \"duration\"\ntarget = { max = \"soon\" }"), `4:12: kpi.a.target.max: "soon" is not a duration; accepted: "4:30"`},
	{"target and targets", "config.targets.target", kpiWith("target = { min = 1 }\ntargets = [ { from = 2026-01-01, min = 1 } ]"), "4:1: kpi.a.targets: cannot be used with target; use"},
	{"targets as a table", "config.targets", kpiWith("targets = { from = 2026-01-01, min = 1 }"), "targets: is not a list of targets"},
	{"empty targets", "config.targets", kpiWith("targets = []"), "targets: is not a list of targets"},
	{"plan without a day", "config.targets.from", kpiWith("targets = [ { min = 1 }, { min = 2 } ]"), "3:26: kpi.a.targets: from is missing"},
	{"plan of numbers", "config.table", kpiWith("targets = [ 95 ]"), "3:13: kpi.a.targets: is a whole number; accepted: a table, such as { from = … }"},
	{"plan with a time", "config.targets.day", kpiWith("targets = [ { from = 2026-01-01T00:00:00, min = 1 } ]"), "3:15: kpi.a.targets.from: is not a date; accepted: a date such as 2026-01-01"},
	{"plan with a zone", "config.targets.day", kpiWith("targets = [ { from = 2026-01-01T00:00:00Z, min = 1 } ]"), "is not a date"},
	{"plan with no such day", "config.targets.day", kpiWith(`targets = [ { from = "2026-02-30", min = 1 } ]`), "is not a date"},
	{"plan out of order", "config.targets.order", kpiWith("targets = [\n  { from = 2026-04-01, min = 1 },\n  { from = \"2026-01-01\", min = 1 },\n]"), "5:5: kpi.a.targets.from: does not come after the target of line 4; order the plan by date"},
	{"plan with a day twice", "config.targets.order", kpiWith("targets = [\n  { from = 2026-04-01, min = 1 },\n  { from = 2026-04-01, min = 1 },\n]"), "does not come after the target of line 4"},
	{"plan in blocks out of order", "config.targets.order", kpiWith("[[kpi.a.targets]]\nfrom = 2026-04-01\nmin = 1\n[[kpi.a.targets]]\nfrom = 2026-01-01\nmin = 1"), "7:1: kpi.a.targets.from: does not come after the target of line 3"},
	{"plan without an end", "config.target.empty", kpiWith("targets = [ { from = 2026-01-01 } ]"), "3:13: kpi.a.targets: has neither min nor max"},
	{"negative tolerance", "config.tolerance.negative", kpiWith("tolerance = -1"), "tolerance: is below 0"},
	{"tolerance over 100 %", "config.tolerance.share", kpiWith(`tolerance = "150%"`), `tolerance: "150%" is out of range`},
	{"tolerance as a word", "config.kind", kpiWith(`tolerance = "some"`), "tolerance: is text; accepted: a number without quotes"},
	{"tolerance key", "config.key.unknown", kpiWith("tolerance = { under = 1 }"), "tolerance.under: unknown key; accepted: below, above"},
	{"page without tiles", "config.page.tiles", small + "[page.x]\ntitle = \"X\"\n", `23:7: page.x: tiles is missing; write the ids of its KPIs, such as tiles = ["mrr"]`},
	{"no tile", "config.tiles", small + "[page.x]\ntiles = []\n", "24:1: page.x.tiles: is not a list of KPI ids"},
	{"tiles as text", "config.tiles", small + "[page.x]\ntiles = \"mrr\"\n", "24:1: page.x.tiles: is not a list of KPI ids"},
	{"unknown tile", "config.tiles.unknown", small + "[page.x]\ntiles = [\n  \"mrr\", \"repli\",\n]\n", `25:10: page.x.tiles: there is no KPI "repli"; did you mean "reply"?`},
	{"measure as a tile", "config.tiles.measure", small + "[measure.rep]\nevery = \"day\"\n[page.x]\ntiles = [\"mrr\", \"rep\"]\n", `26:17: page.x.tiles: "rep" is a measure, which no page shows; define it as [kpi.rep], or leave it out`},
	{"tile twice", "config.tiles.twice", small + "[page.x]\ntiles = [\"mrr\", \"reply\", \"mrr\"]\n", `24:26: page.x.tiles: "mrr" is on this page twice`},
	{"tile as a number", "config.tiles.id", small + "[page.x]\ntiles = [1]\n", "24:10: page.x.tiles: a tile is the id of a KPI in quotes, not 1"},
	{"empty tile", "config.tiles.id", small + "[page.x]\ntiles = [\"\"]\n", "24:10: page.x.tiles: a tile is the id of a KPI in quotes"},
	{"every page private", "config.page.private", "[kpi.a]\nevery = \"day\"\n[page.a]\ntiles = [\"a\"]\nprivate = true\n", "3:2: page: every page is private"},
	{"unknown style", "config.word", screen(`style = "filled"`), `2:1: screen.style: "filled" is not known; did you mean "fill"?`},
	{"brand without its sign", "config.colour", screen(`brand = "e6007e"`), `2:1: screen.brand: "e6007e" is not a colour; accepted: # and six digits`},
	{"brand in short", "config.colour", screen(`brand = "#e07"`), `screen.brand: "#e07" is not a colour`},
	{"brand with a sign inside", "config.colour", screen(`brand = "#+60070"`), `screen.brand: "#+60070" is not a colour`},
	{"brand by name", "config.colour", screen(`brand = "pink"`), `screen.brand: "pink" is not a colour`},
	{"brand as a number", "config.kind", screen(`brand = 0xe6007e`), `screen.brand: is a whole number; accepted: a colour in quotes, such as "#e6007e"`},
	{"theme that is not there", "config.attached", screen(`theme = "none.toml"`), `2:1: screen.theme: "none.toml" cannot be read: there is no such file; check the path`},
	{"logo that is not there", "config.attached", screen(`logo = "none.png"`), `2:1: screen.logo: "none.png" cannot be read: there is no such file`},
	{"logo of another kind", "config.logo", screen(`logo = "logo.gif"`), `2:1: screen.logo: "logo.gif" is not a picture; accepted: a file that ends in .png or .svg`},
	{"logo as a list", "config.kind", screen(`logo = ["logo.png"]`), `2:1: screen.logo: is a list; accepted: a text in quotes`},
	{"empty logo", "config.logo", screen(`logo = ""`), `2:1: screen.logo: "" is not a picture`},
	{"unknown chart", "config.word", kpiWith(`chart = "pie"`), `kpi.a.chart: "pie" is not known; accepted: line, bar, none`},
	{"bar without a target", "config.kpi.bar", kpiWith(`chart = "bar"`), "3:1: kpi.a.chart: a bar shows how far the number is from its target, and there is none"},
	{"hero elsewhere", "config.hero.unknown", small + "[page.x]\ntiles = [\"mrr\", \"reply\"]\nhero = \"churn\"\n", `25:1: page.x.hero: "churn" is not a tile of this page, or named twice; accepted: mrr, reply`},
	{"hero twice", "config.hero.unknown", small + "[page.x]\ntiles = [\"mrr\", \"reply\", \"eu.mrr\"]\nhero = [\"mrr\", \"mrr\"]\n", `25:1: page.x.hero: "mrr" is not a tile`},
	{"nothing but heroes", "config.hero.all", small + "[page.x]\ntiles = [\"mrr\", \"reply\"]\nhero = [\"mrr\", \"reply\"]\n", "25:1: page.x.hero: names every tile of the page"},
	{"four heroes", "config.hero.many", small + "[page.x]\ntiles = [\"mrr\"]\nhero = [\"a\", \"b\", \"c\", \"d\"]\n", "25:1: page.x.hero: names 4 tiles; at most 3"},
	{"hero as a number", "config.tiles", small + "[page.x]\ntiles = [\"mrr\"]\nhero = 1\n", "25:1: page.x.hero: is not a list of KPI ids"},
	{"groups beside tiles", "config.groups.tiles", small + "[page.x]\ntiles = [\"mrr\"]\ngroups = [{ title = \"A\", tiles = [\"reply\"] }]\n", "25:1: page.x.groups: cannot be used with tiles"},
	{"hero beside groups", "config.hero.groups", small + "[page.x]\nhero = \"reply\"\ngroups = [{ title = \"A\", tiles = [\"reply\"] }]\n", "24:1: page.x.hero: cannot be used with groups"},
	{"empty groups", "config.groups", small + "[page.x]\ngroups = []\n", "24:1: page.x.groups: is not a list of 1 to 6 groups"},
	{"groups as a table", "config.groups", small + "[page.x]\ngroups = { title = \"A\", tiles = [\"reply\"] }\n", "24:1: page.x.groups: is not a list of 1 to 6 groups"},
	{"group of a number", "config.table", small + "[page.x]\ngroups = [1]\n", "24:11: page.x.groups: is a whole number; accepted: a table"},
	{"group without a title", "config.groups.incomplete", small + "[page.x]\ngroups = [{ tiles = [\"reply\"] }]\n", "24:11: page.x.groups: has no title or no tiles"},
	{"group without tiles", "config.groups.incomplete", small + "[page.x]\ngroups = [{ title = \"A\" }]\n", "24:11: page.x.groups: has no title or no tiles"},
	{"tile in two groups", "config.tiles.twice", small + "[page.x]\ngroups = [\n  { title = \"A\", tiles = [\"reply\"] },\n  { title = \"B\", tiles = [\"mrr\", \"reply\"] },\n]\n", `26:34: page.x.groups.tiles: "reply" is on this page twice`},
	{"unknown tile of a group", "config.tiles.unknown", small + "[page.x]\ngroups = [{ title = \"A\", tiles = [\"repli\"] }]\n", `page.x.groups.tiles: there is no KPI "repli"; did you mean "reply"?`},
	{"page shown too short", "config.span.range", small + "[page.x]\ntiles = [\"mrr\"]\nstay = \"1s\"\n", `25:1: page.x.stay: "1s" is out of range; accepted: "3s" to "1h"`},
}

func screen(line string) string { return "[screen]\n" + line + "\n[kpi.a]\nevery = \"day\"\n" }

func kpiWith(lines string) string { return "[kpi.a]\nevery = \"day\"\n" + lines + "\n" }

func TestParse_NamesWhatIsWrongAndWhatWouldBeAccepted(t *testing.T) {
	for _, row := range rejected {
		if ps := problemsOf(t, row.text); len(ps) != 1 || ps[0].Code != row.code || !strings.Contains(words.English().Line(ps[0]), row.want) {
			t.Errorf("%s: got %q, want one problem %s with %q", row.name, words.English().Error(ps), row.code, row.want)
		}
	}
}

// Whoever looks at the line that a problem names has to see the key there, or
// the element of its list that is meant.
func TestParse_TheLineOfAProblemHoldsItsKey(t *testing.T) {
	for _, row := range rejected {
		for _, p := range problemsOf(t, row.text) {
			line := strings.Split(row.text, "\n")[p.Place.Line-1]
			keyed := strings.HasPrefix(strings.TrimLeft(line[p.Place.Column-1:], `"`), strings.Trim(p.Subject[strings.LastIndexByte(p.Subject, '.')+1:], `"`))
			listed := strings.HasSuffix(p.Subject, "tiles") || strings.HasSuffix(p.Subject, "workdays") || strings.HasSuffix(p.Subject, "targets") || strings.HasSuffix(p.Subject, "groups") || strings.HasSuffix(p.Subject, "closed") || strings.HasSuffix(p.Subject, "path")
			if !keyed && !listed {
				t.Errorf("%s: %q points at %q", row.name, p, line[p.Place.Column-1:])
			}
		}
	}
}

// Where nothing is there to choose from, no list of nothing is offered.
func TestParse_SaysWhatToDoOnAnEmptyBoard(t *testing.T) {
	for text, want := range map[string]string{
		"[page.x]\ntiles = [\"mrr\"]\n":                    `2:10: page.x.tiles: there is no KPI "mrr"; define it as [kpi.mrr]`,
		small + "[page.x]\ntiles = []\nhero = \"churn\"\n": `page.x.hero: "churn" is not a tile of this page, or named twice; add tiles to this page`,
	} {
		if got := words.English().Error(problemsOf(t, text)); !strings.Contains(got, want) {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
