// Package kpi is the subject itself: what a KPI is, which period a value
// belongs to, whether it is inside its target, how it is written and how it is
// typed. It does no I/O and has no clock: whoever calls it says what time it is.
package kpi
