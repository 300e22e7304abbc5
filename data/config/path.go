package config

import (
	"strconv"
	"strings"

	"github.com/BurntSushi/toml"
)

// Key writes the parts of a key as problems do, dotted, with quotes around a
// part that needs them: kpi.mrr.every, kpi."eu.mrr".every.
func Key(parts ...string) string { return toml.Key(parts).String() }

// Quoted writes a text without control characters as the file has it.
func Quoted(text string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(text) + `"`
}

// join returns the path of the key name inside the table at path.
func join(path, name string) string {
	if path == "" {
		return Key(name)
	}
	return path + "." + Key(name)
}

// element returns the path of the n-th element (from 0) of the list at path.
// No key collides with it: brackets in a key put the key in quotes.
func element(path string, n int) string { return path + "[" + strconv.Itoa(n) + "]" }

// above returns the path of the table that holds key, or "" at the top.
func above(key string) string {
	end := len(key)
	if strings.HasSuffix(key, `"`) {
		end = strings.LastIndexByte(key[:end-1], '"')
	}
	return key[:max(0, strings.LastIndexByte(key[:max(0, end)], '.'))]
}
