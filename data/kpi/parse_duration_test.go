package kpi

import "testing"

func TestParseValue_ReadsDurations(t *testing.T) {
	clock := Format{Style: Duration}
	for _, row := range []typing{
		{"en-US", clock, "4:30", 270, ""},
		{"en-US", clock, "0:05", 5, ""},
		{"en-US", clock, "1:04:30", 3870, ""},
		{"en-US", clock, "90:00", 5400, ""},
		{"en-US", clock, "30:00:00", 108000, ""},
		{"en-US", clock, "-4:30", -270, ""},
		{"en-US", clock, "4:30.5", 270.5, ""},
		{"de-DE", clock, "4:30,5", 270.5, ""},
		{"en-US", clock, "90", 90, ""},
		{"en-US", clock, "90s", 90, ""},
		{"en-US", clock, "4m30s", 270, ""},
		{"en-US", clock, "1h 5m", 3900, ""},
		{"en-US", clock, "5 min", 300, ""},
		{"en-US", clock, "1.1h", 3960, ""},
		{"de-DE", clock, "1,5 h", 5400, ""},
		{"en-US", clock, "1H5M", 3900, ""},
		{"en-US", clock, "1,234", 1234, ""},
		{"en-US", clock, "4.30", 0, `Clock="4:30"`},
		{"de-DE", clock, "4,30", 0, `Clock="4:30"`},
		{"en-US", clock, "4.3", 4.3, ""},
		{"en-US", clock, "4.3s", 4.3, ""},
		{"en-US", clock, "4:3", 0, "number.no_time"},
		{"en-US", clock, "4:60", 0, "number.no_time"},
		{"en-US", clock, "4:300", 0, "number.no_time"},
		{"en-US", clock, ":30", 0, "number.no_time"},
		{"en-US", clock, "1:2:3:4", 0, "number.no_time"},
		{"en-US", clock, "1:60:00", 0, "number.no_time"},
		{"en-US", clock, "4:", 0, "number.no_time"},
		{"en-US", clock, "4:30.", 0, "number.no_time"},
		{"en-US", clock, "4: 30", 0, "number.no_time"},
		{"en-US", clock, "1234567890123:00", 0, "number.no_time"},
		{"en-US", clock, "5m 1h", 0, "number.no_time"},
		{"en-US", clock, "1h 5", 0, "number.no_time"},
		{"en-US", clock, "1.5h 5m", 0, "number.no_time"},
		{"en-US", clock, "5k", 0, "number.no_time"},
		{"en-US", clock, "h", 0, "number.none"},
		{"en-US", clock, "45%", 0, "number.no_percentage"},
		{"en-US", Format{Style: Duration, Suffix: " h"}, "5h", 18000, ""},
		{"en-US", Format{Style: Duration, Suffix: " h"}, "5:00:00 h", 18000, ""},
		{"en-US", Format{Style: Duration, Suffix: " per call"}, "4m30s per call", 270, ""},
	} {
		row.check(t)
	}
}
