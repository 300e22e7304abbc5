package kpi

import "testing"

func TestParseValue_ReadsMarksAsTheLocaleMeansThem(t *testing.T) {
	for _, row := range []typing{
		{"en-US", two, "1234.56", 1234.56, ""},
		{"en-US", two, "1,234.56", 1234.56, ""},
		{"en-US", two, "1,234,567", 1234567, ""},
		{"de-DE", two, "1.234,56", 1234.56, ""},
		{"de-DE", two, "1234,56", 1234.56, ""},
		{"de-DE", two, "1.234.567", 1234567, ""},
		{"de-DE", two, "1.5", 1.5, ""},
		{"de-DE", two, "12.50", 12.5, ""}, // a keypad's decimal point
		{"de-DE", two, "1,234.56", 1234.56, ""},
		{"en-US", two, "1.234,56", 1234.56, ""}, // foreign, but clear
		{"de-DE", two, "1.234", 1234, ""},
		{"de-DE", three, "1.234", 0, `A="1234" B="1,234"`},
		{"en-US", two, "1.234", 1.234, ""},
		{"en-US", three, "1.234", 1.234, ""},
		{"en-US", two, "1,234", 1234, ""},
		{"en-US", three, "1,234", 0, `A="1234" B="1.234"`},
		{"de-DE", two, "0.123", 0.123, ""},
		{"de-DE", two, "1234.567", 1234.567, ""},
		{"de-DE", two, ".5", 0.5, ""},
		{"de-DE", two, ",5", 0.5, ""},
		{"fr-FR", two, "1 234,5", 1234.5, ""},
		{"fr-FR", two, "1 234", 1234, ""},
		{"fr-FR", two, "1 234 567,5", 1234567.5, ""},
		{"fr-FR", two, "1.5", 1.5, ""},
		{"fr-FR", two, "1.234", 0, `A="1234" B="1,234"`},
		{"fr-FR", two, "1 234.567", 1234.567, ""},
		{"de-CH", two, "1'234.5", 1234.5, ""},
		{"de-CH", two, "1’234’567", 1234567, ""},
		{"de-CH", two, "1,5", 1.5, ""},
		{"de-CH", two, "1,234", 0, `A="1234" B="1.234"`},
		{"en-IN", two, "12,34,567", 1234567, ""},
		{"en-IN", two, "1,234,567.5", 1234567.5, ""},
		{"en-US", two, "12,34,567", 0, "number.grouped"},
		{"es-ES", two, "1.234", 1234, ""},
		{"es-ES", two, "1234", 1234, ""},
		{"en-US", two, "1,23,456", 0, "number.grouped"},
		{"en-US", two, "1,234,56", 0, "number.grouped"},
		{"en-US", two, "0,123,456", 0, "number.grouped"},
		{"en-US", two, "12 34", 0, "number.grouped"},
		{"en-US", two, "1  234", 0, "number.grouped"},
		{"en-US", two, "1'23", 0, "number.grouped"},
		{"en-US", two, "1.234'567", 0, "number.grouped"},
		{"en-US", two, "1'234.567,89", 0, "number.grouped"},
		{"en-US", two, "1,234.567.890", 0, "number.grouped"},
		{"en-US", two, "12,34.5", 0, "number.grouped"},
		{"en-US", two, ",234,567", 0, "number.grouped"},
		{"en-US", two, "1.", 0, "number.none"},
		{"en-US", two, ".", 0, "number.none"},
		{"en-US", two, "'5", 0, "number.none"},
	} {
		row.check(t)
	}
}
