package main

import (
	"syscall"

	"golang.org/x/sys/unix"
)

// stop has the child stand still, and waits until it does: what it says or
// writes afterwards would count as done before.
func (c *proc) stop() error {
	if err := c.cmd.Process.Signal(syscall.SIGSTOP); err != nil {
		return err
	}
	return unix.Waitid(unix.P_PID, c.cmd.Process.Pid, nil, unix.WSTOPPED|unix.WEXITED|unix.WNOWAIT, nil)
}
