package demo

// measured are the stories of the example board's measures, from which its formulas
// make what it shows: a new customer costs less than three thousand again, now that
// the fairs of summer are over, stays for almost four years, and ever fewer leave.
var measured = map[string]story{
	// Three months of fairs, half a year ago.
	"marketing_spend": {
		numbers: []float64{
			58_100, 61_200, 54_100, 63_600, 59_800, 65_800, 61_900, 67_800, 64_000, 57_200, 68_600, 64_900,
			61_200, 66_900, 63_400, 56_800, 71_100, 68_600, 62_200, 62_000, 67_400, 63_800, 60_300, 62_700,
		},
		notes: map[int]string{6: "Two fairs in one quarter"},
	},
	// About five a week.
	"new_customers": {
		numbers: []float64{
			17, 18, 16, 19, 18, 20, 19, 21, 20, 18, 22, 21,
			20, 22, 21, 19, 23, 22, 20, 21, 23, 22, 21, 22,
		},
	},
	// What is left at the end of each month.
	"customers": {
		numbers: []float64{
			640, 643, 643, 647, 651, 655, 659, 666, 671, 675, 683, 689,
			695, 703, 708, 707, 706, 708, 711, 717, 726, 734, 741, 750,
		},
	},
	// Many in the months after the price rise.
	"customers_lost": {
		numbers: []float64{
			17, 15, 16, 15, 14, 16, 15, 14, 15, 14, 14, 15,
			14, 14, 16, 20, 24, 20, 17, 15, 14, 14, 14, 13,
		},
		notes: map[int]string{7: "The new price of the small plan"},
	},
	// In months; the longer for each month in which fewer leave.
	"customer_lifetime": {
		numbers: []float64{
			40, 40, 41, 41, 41, 42, 42, 42, 43, 43, 43, 43,
			44, 44, 43, 42, 41, 41, 42, 43, 44, 45, 45, 46,
		},
	},
	// The videos bring more.
	"visitors": {
		numbers: []float64{
			6_100, 6_240, 5_980, 6_350, 6_420, 6_600, 6_510, 6_730, 6_900, 7_020, 6_850, 7_140,
			7_200, 7_350, 7_280, 7_420, 7_510, 7_640, 7_580, 7_720, 7_900, 8_050, 8_420, 9_100,
		},
	},
	// And more of them sign up than two years ago.
	"sign-ups": {
		numbers: []float64{
			128, 137, 126, 146, 141, 152, 156, 155, 166, 176, 164, 178,
			187, 184, 189, 186, 180, 183, 190, 201, 213, 217, 219, 228,
		},
	},
}
