package config_test

import (
	"testing"

	. "kpiwall/data/config"
)

func TestAbove_NamesTheTableThatHoldsAKey(t *testing.T) {
	for key, want := range map[string]string{
		"kpi.mrr.every":         "kpi.mrr",
		`kpi."eu.mrr".every`:    `kpi."eu.mrr"`,
		`kpi."eu.mrr"`:          "kpi",
		"title":                 "",
		"":                      "",
		`"`:                     "",
		`"a.b"`:                 "",
		"kpi.mrr.targets[1].to": "kpi.mrr.targets[1]",
	} {
		if got := Above(key); got != want {
			t.Errorf("Above(%s) = %s, want %s", key, got, want)
		}
	}
}

func TestKey_QuotesAnIDWithDots(t *testing.T) {
	if got, want := Key("kpi", "eu.mrr", "every"), `kpi."eu.mrr".every`; got != want {
		t.Errorf("Key = %s, want %s", got, want)
	}
}
