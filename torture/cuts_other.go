//go:build !linux

package main

const needsLinux = "it needs Linux"

func (p *plan) cuts() error {
	p.out.row("power cut").Skipped = needsLinux
	return nil
}

func (p *plan) drops() error {
	p.out.row("power cut, pages dropped at will (model)").Skipped = needsLinux
	return nil
}

func (p *plan) fullDisks() error {
	p.out.row("full disk").Skipped = needsLinux
	return nil
}

func (p *plan) syscalls() error {
	p.out.row("failing system call").Skipped = needsLinux
	return nil
}
