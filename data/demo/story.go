package demo

// story is what the values of one KPI tell, by the periods of its cadence.
type story struct {
	numbers []float64      // one a period, oldest first
	silent  int            // how many of the last full periods have none
	notes   map[int]string // by how many periods before the newest number
}

// stories are told by id of the example board's KPIs. They belong together: in
// spring the price of the small plan rose and customers left, support got two
// more people in summer, and now the new campaign fills the agenda with the
// wrong people while two releases fall into one week.
var stories = map[string]story{
	// On target: crossed 180 thousand three months ago.
	"recurring_revenue": {
		numbers: []float64{
			139_600, 142_100, 144_900, 146_300, 149_800, 152_400, 154_000, 156_900, 158_700, 161_200, 163_900, 165_100,
			166_800, 169_700, 171_300, 171_900, 170_600, 171_100, 173_800, 176_500, 178_900, 181_600, 184_200, 187_400,
		},
		notes: map[int]string{7: "The new price of the small plan cost us 14 customers"},
	},
	// Below: the warning of the board.
	"qualified_leads": {
		numbers: []float64{
			41, 44, 39, 43, 47, 45, 42, 48, 51, 46, 44, 49,
			52, 47, 45, 50, 48, 46, 43, 44, 41, 42, 36, 29,
		},
		notes: map[int]string{
			0:  "Videos draw students: as many requests as ever, but few from companies",
			11: "Spring fair",
		},
	},
	// On target since two more people answer.
	"first_reply": {
		numbers: []float64{
			251, 243, 262, 238, 229, 247, 236, 225, 231, 219, 240, 226,
			214, 222, 209, 217, 228, 211, 206, 219, 208, 213, 201, 204,
		},
		notes: map[int]string{21: "One of us ill"},
	},
	// Near: quick replies, not quite as often a solution.
	"solved_at_first_contact": {
		numbers: []float64{
			77, 78, 76, 79, 80, 78, 77, 79, 81, 80, 78, 79,
			80, 78, 77, 79, 78, 77, 76, 77, 76, 75, 74, 73,
		},
		notes: map[int]string{0: "Invoices: our new colleagues still pass on those questions"},
	},
	// Overdue: a good number that nobody has renewed for three weeks.
	"sessions_per_user": {
		silent: 2,
		numbers: []float64{
			3.4, 3.4, 3.5, 3.5, 3.6, 3.5, 3.6, 3.6, 3.7, 3.6, 3.7, 3.7,
			3.6, 3.7, 3.8, 3.7, 3.6, 3.6, 3.7, 3.8, 3.8, 3.7, 3.8, 3.8,
		},
	},
	// Above its range.
	"team_workload": {
		numbers: []float64{
			78, 80, 76, 81, 79, 83, 82, 78, 74, 71, 68, 73,
			77, 80, 82, 79, 81, 84, 82, 80, 83, 84, 86, 93,
		},
		notes: map[int]string{
			0:  "Two releases at once and one of us away. On Monday we decide which one waits",
			13: "Half the team on holiday",
		},
	},
	// On target: yearly fees and taxes come and go.
	"operating_cash_flow": {
		numbers: []float64{
			18_400, 21_200, 9_700, 22_800, 20_100, 24_600, 17_300, 23_500, 21_900, -6_200, 25_400, 22_300,
			24_100, 26_800, 12_500, 25_900, 23_700, 21_400, 24_800, 27_600, 26_300, 8_900, 28_700, 31_500,
		},
		notes: map[int]string{2: "New laptops", 14: "Taxes for last year"},
	},
}
