package ui

import (
	"fmt"

	"kpiwall/data/kpi"
)

// gallery are the boards whose pictures are kept, by what is to be seen on them.
var gallery = map[string]exhibit{
	"seven tiles":  {page: `title = "Seven"`, kpis: company[:7]},
	"twelve tiles": {top: "[screen]\ntheme = \"okabe\"\nstyle = \"edge\"", page: `title = "Twelve"`, kpis: company},
	"long names": {page: `title = "All that we know of our customers and of those who may yet come"`, kpis: []exhibited{
		{name: "Share of customers who left within a year of their first order", every: "month", keys: percent + most("2.5"), numbers: wave(1.8)},
		{name: "Donaudampfschifffahrtsgesellschaftskapitänspatente", every: "month", keys: least("10"), numbers: wave(12)},
		{name: "Average time until an invoice of the second reminder is paid", every: "month", keys: `suffix = " days"` + most("30"), numbers: wave(41)},
		{name: "x", every: "month", keys: least("3"), numbers: wave(2)},
	}},
	"wide numbers": {page: `title = "Wide"`, kpis: []exhibited{
		{name: "Order value", every: "day", keys: `suffix = " €"` + "\ndecimals = 2" + least("3_000"), numbers: wave(3301.45)},
		{name: "Open bugs", every: "day", keys: most("15"), numbers: wave(13)},
		{name: "Page views", every: "day", keys: "decimals = 0" + least("1_000_000"), numbers: wave(1_234_567)},
		{name: "Balance", every: "day", keys: `prefix = "$"` + "\ndecimals = 2" + least("0"), numbers: wave(-12_345.67)},
		{name: "Recurring revenue", every: "month", keys: `format = "compact"` + "\nprefix = \"$\"" + least("180_000"), numbers: wave(187_400)},
	}},
	"every status": {top: "[screen]\ntheme = \"daylight\"", page: `title = "Every status"`, kpis: statuses},
	"goals": {page: `title = "Goals"`, kpis: []exhibited{
		{name: "Days to the first report", every: "month", keys: goal(7, 1), numbers: []float64{7, 6, 4}},
		{name: "Customers who pay by card", every: "month", keys: percent + goal(20, 60), numbers: []float64{20, 22, 24}},
		{name: "Suppliers", every: "month", keys: goal(40, 25), numbers: []float64{40, 31, 25}},
		{name: "Languages of the help", every: "month", keys: "goal = { from = 2, to = 8, start = 2026-01-01, by = 2026-09-30 }", numbers: []float64{2, 4, 5, 5}},
		{name: "Offices without paper", every: "month", keys: "goal = { from = 0, to = 4, start = 2027-01-01, by = 2027-06-30 }", numbers: []float64{0}},
	}},
	"running week": {top: "[screen]\nstyle = \"edge\"", page: `title = "This week"`, kpis: []exhibited{
		{name: "Qualified leads", every: "week", keys: sum + least("40"), numbers: wave(42), days: []float64{9, 12, 7, 6}},
		{name: "Complaints", every: "week", keys: sum + most("10"), numbers: wave(8), days: []float64{5, 4, 3, 0}},
		{name: "Takings", every: "day", keys: sum + `suffix = " €"` + least("1_800"), numbers: wave(1912), days: []float64{640}},
		{name: "New customers", every: "month", keys: sum + least("20"), numbers: wave(22), days: []float64{3, 4, 2, 1}},
	}},
	"formulas that wait": {page: `title = "Computed"`, kpis: []exhibited{
		{name: "Marketing spend", every: "month", keys: sum + `prefix = "$"`, numbers: wave(48_000), days: []float64{9000}},
		{name: "New customers", every: "month", keys: sum, numbers: wave(16)},
		{name: "Cost per new customer", every: "month", keys: `formula = "k0 / k1"` + "\nprefix = \"$\"" + most("3_200")},
		{name: "Return on spend", every: "month", keys: `formula = "k4 / k0"` + least("3")},
		{name: "Revenue from campaigns", every: "month", keys: `prefix = "$"`},
	}},
	"overview": {page: "title = \"Overview\"\nstyle = \"overview\"\n[page.sales]\ntitle = \"Sales\"\ntiles = [\"k0\", \"k1\", \"k2\", \"k4\"]\n" +
		"[page.support]\ntitle = \"Support\"\ntiles = [\"k3\", \"k6\", \"k7\", \"k8\", \"k12\", \"k13\"]", kpis: append(company[:12:12], statuses[4:]...)},
	"objectives": {page: "title = \"Objectives\"\nobjectives = true", kpis: []exhibited{
		{name: "Days to the first report", every: "month", keys: goal(7, 1) + firstDay, numbers: []float64{7, 6, 4}},
		{name: "Calls in the first week", every: "month", keys: goal(30, 10) + firstDay, numbers: []float64{30, 29, 28}},
		{name: "Guides read to the end", every: "month", keys: percent + goal(20, 60) + firstDay, numbers: []float64{20, 42, 60}},
		{name: "Suppliers", every: "month", keys: goal(40, 25), numbers: []float64{40, 31, 29}},
	}},
	"right to left": {upright: true, page: `title = "لوحة المؤشرات"`, kpis: []exhibited{
		{name: "الإيرادات الشهرية المتكررة", every: "month", keys: `format = "compact"` + "\nprefix = \"$\"" + least("180_000"), numbers: wave(187_400)},
		{name: "שביעות רצון הלקוחות", every: "month", keys: percent + least("75"), numbers: wave(71), note: "עברנו למערכת חדשה"},
		{name: "Open tickets", every: "week", keys: most("20"), numbers: wave(17)},
	}},
	"german": {top: "locale = \"de-DE\"\n[screen]\ntheme = \"contrast\"", page: `title = "Kundendienst und Vertrieb"`, kpis: []exhibited{
		{name: "Monatlich wiederkehrender Umsatz", every: "month", keys: `format = "compact"` + "\nsuffix = \" €\"" + least("180_000"), numbers: wave(187_400)},
		{name: "Beim ersten Kontakt gelöst", every: "week", keys: percent + least("75") + "\ntolerance = 4", numbers: wave(73), note: "Zwei von uns sind neu"},
		{name: "Durchschnittlicher Auftragswert", every: "day", keys: `suffix = " €"` + "\ndecimals = 2" + least("3_000"), numbers: wave(3301.45)},
		{name: "Qualifizierte Anfragen", every: "week", keys: sum + least("40"), numbers: wave(42), days: []float64{9, 12, 7, 6}},
		{name: "Tage bis zum Zahlungseingang", every: "month", keys: `suffix = " Tage"` + most("30"), numbers: wave(41), back: 3},
		{name: "Abwanderung", every: "month", keys: percent + "decimals = 1" + most("2.5")},
	}},
}

// company are KPIs of a small company.
var company = []exhibited{
	{name: "Recurring revenue", every: "month", keys: `format = "compact"` + "\nprefix = \"$\"" + least("180_000"), numbers: wave(187_400)},
	{name: "Qualified leads", every: "week", keys: least("40") + "\ntolerance = \"10%\"", numbers: wave(29), note: "Videos draw students"},
	{name: "Cost per new customer", every: "month", keys: `prefix = "$"` + most("3_000"), numbers: wave(2870)},
	{name: "Solved at first contact", every: "week", keys: percent + least("75") + "\ntolerance = 4", numbers: wave(73)},
	{name: "Customers lost", every: "month", keys: percent + "decimals = 1" + most("2.5"), numbers: wave(1.8)},
	{name: "Operating cash flow", every: "month", keys: `format = "compact"` + "\nprefix = \"$\"" + least("20_000"), numbers: wave(31_500)},
	{name: "First reply in chat", every: "day", keys: `format = "duration"` + "\ntarget = { max = \"4:00\" }", numbers: wave(204)},
	{name: "Team workload", every: "week", keys: percent + "\ntarget = { min = 60, max = 85 }", numbers: wave(93)},
	{name: "Sessions per user and week", every: "week", keys: "decimals = 1" + least("3.5"), numbers: wave(3.8), back: 3},
	{name: "Net promoter score", every: "quarter", keys: least("30"), numbers: wave(34)},
	{name: "Open bugs", every: "day", keys: most("15"), numbers: wave(13)},
	{name: "Office temperature", every: "day", keys: `suffix = " °C"` + "\ndecimals = 1\ntarget = { min = 20, max = 24 }", numbers: wave(21.5)},
}

// statuses are KPIs of all statuses.
var statuses = []exhibited{
	{name: "On target", every: "week", keys: least("40"), numbers: wave(44)},
	{name: "Near", every: "week", keys: percent + least("75") + "\ntolerance = 4", numbers: wave(73), note: "Two of us are new"},
	{name: "Above", every: "week", keys: percent + "\ntarget = { min = 60, max = 85 }", numbers: wave(93)},
	{name: "Below", every: "week", keys: least("40"), numbers: wave(29)},
	{name: "No target", every: "week", numbers: wave(812)},
	{name: "No value", every: "week", keys: least("40")},
	{name: "Overdue", every: "week", keys: least("40"), numbers: wave(44), back: 4},
	{name: "Judged", every: "week", keys: "judged = true", numbers: []float64{kpi.Watch}, note: "Prospects ask for single sign-on"},
	{name: "Running", every: "week", keys: sum + least("40"), numbers: wave(44), days: []float64{4}},
}

// The keys of KPIs; each begins or ends a line.
const (
	percent  = "format = \"percent\"\n"
	sum      = "combine = \"sum\"\n"
	firstDay = "\nobjective = \"A first day that wins people over\""
)

func least(n string) string { return "\ntarget = { min = " + n + " }" }
func most(n string) string  { return "\ntarget = { max = " + n + " }" }

func goal(from, to int) string {
	return fmt.Sprintf("goal = { from = %d, to = %d, start = 2026-09-01, by = 2026-12-31 }", from, to)
}
