package main

import (
	"fmt"
	"os"
	"runtime"
	"syscall"
	"time"
)

// processorTime returns how long the processor worked for this process and its
// children.
func processorTime() (sum time.Duration) {
	for _, who := range []int{syscall.RUSAGE_SELF, syscall.RUSAGE_CHILDREN} {
		var u syscall.Rusage
		if syscall.Getrusage(who, &u) == nil {
			sum += time.Duration(u.Utime.Nano() + u.Stime.Nano())
		}
	}
	return sum
}

// load returns how many processes want to run, for each processor there is: above
// 1 they wait for each other.
func load() float64 {
	var all float64
	text, err := os.ReadFile("/proc/loadavg")
	if err == nil {
		_, err = fmt.Sscanf(string(text), "%f", &all)
	}
	if err != nil {
		return 0
	}
	return all / float64(runtime.NumCPU())
}
