//go:build race

package board

// oracleBoards is small here: the judging has no goroutines, and ten times the time.
const oracleBoards = 150
