//go:build !unix || darwin

package kiosk

// connect has nothing to do where there is no X server.
func connect(func()) (disconnect func(), ok bool) { return func() {}, true }

// keysGoNowhere is a question for X servers.
func keysGoNowhere() bool { return false }
