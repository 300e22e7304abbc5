package config

import (
	"strings"
	"testing"
)

func TestNearest_FindsWhatWasMeant(t *testing.T) {
	for word, want := range map[string]string{
		"titel": "title", "TITLE": "title", "decimal": "decimals", "stale-after": "stale_after", "staleafter": "stale_after",
		"unit": "suffix", "lang": "language", "frequency": "every", "descripton": "", "xyz": "", "": "", "tolerence": "tolerance", "ü": "", "nmae": "name", "eveyr": "every",
	} {
		names := append(configFields.names(), kpiFields.names()...)
		if got := Nearest(word, names); got != want {
			t.Errorf("Nearest(%q) = %q, want %q", word, got, want)
		}
	}
}

func TestSynonyms_LeadToWordsThatAreAccepted(t *testing.T) {
	var all []string
	for _, names := range [][]string{configFields.names(), screenFields.names(), kpiFields.names(), pageFields.names(), planFields.names()} {
		all = append(all, names...)
	}
	for _, o := range cadences {
		all = append(all, o.word)
	}
	for _, o := range combines {
		all = append(all, o.word)
	}
	for _, o := range roles {
		all = append(all, o.word)
	}
	for word, meant := range synonyms {
		if !strings.Contains("\n"+strings.Join(all, "\n")+"\n", "\n"+meant+"\n") {
			t.Errorf("%q leads to %q, which nothing accepts", word, meant)
		}
	}
}
