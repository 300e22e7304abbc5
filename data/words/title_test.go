package words

import (
	"testing"

	"kpiwall/data/config"
)

func TestPageTitle_OfAPageThatTheFileDoesNotNameIsSaidInTheLanguage(t *testing.T) {
	for _, row := range []struct {
		page            config.Page
		english, german string
	}{
		{config.Page{Title: "Growth", Range: config.Range{First: 1, Last: 2, Of: 2}}, "Growth", "Growth"},
		{config.Page{Range: config.Range{First: 1, Last: 3, Of: 3}}, "All KPIs", "Alle Kennzahlen"},
		{config.Page{Range: config.Range{First: 6, Last: 10, Of: 14}}, "KPIs 6–10 of 14", "Kennzahlen 6–10 von 14"},
	} {
		if en, de := speechOf(t, "en", "en-US").PageTitle(&row.page), speechOf(t, "de", "de-DE").PageTitle(&row.page); en != row.english || de != row.german {
			t.Errorf("got %q and %q, want %q and %q", en, de, row.english, row.german)
		}
	}
}

func TestSource_IsSaidInTheLanguageButForThoseOfOtherPrograms(t *testing.T) {
	for source, want := range map[string]string{"put": "Terminal", "undo 17": "rückgängig gemacht", "redo 18": "wiederhergestellt", "billing job": "billing job", "": ""} {
		if got := speechOf(t, "de", "de-DE").Source(source); got != want {
			t.Errorf("%q: got %q, want %q", source, got, want)
		}
	}
}
