package gui

import (
	"testing"

	"athar/domain"
)

func TestTheKeychainIsOfferedWhereThereIsOne(t *testing.T) {
	for chain, want := range map[Keychain]string{KeychainNone: "", KeychainOff: "keychain.use", KeychainOn: "keychain.forget"} {
		b, _, _ := guarded(t, "en")
		b.guard.chain = chain
		b.do("protection")
		for _, key := range []string{"keychain.use", "keychain.forget"} {
			if got := b.reads(b.env.T(key)); got != (key == want) {
				t.Errorf("%d: %s is offered %v", chain, key, got)
			}
		}
	}
}

func TestTheKeychainOpensTheDataOnlyAfterThePassphraseWasTyped(t *testing.T) {
	inBoth(t, func(t *testing.T, language string) {
		b, _, person := guarded(t, language)
		b.guard.chain = KeychainOff
		b.do("protection")
		person.Press("keychain.use")
		b.settle()
		b.want(b.env.T("keychain.what"), b.env.T("keychain.risk"))
		b.fill(person, otherOne)
		person.Press("keychain.accept")
		b.settle()
		b.want(b.env.T("lock.wrong"))
		if b.guard.chain != KeychainOff {
			t.Fatal("a wrong passphrase did it")
		}
		b.secrets()[0].Clear()
		b.fill(person, goodPass)
		person.Press("keychain.accept")
		b.settle()
		b.want(b.env.T("keychain.used"))
		if b.guard.chain != KeychainOn || !b.guard.wiped() {
			t.Fatalf("the keychain is %d, wiped %v", b.guard.chain, b.guard.wiped())
		}
		b.do("protection")
		person.Press("keychain.forget")
		b.settle()
		b.want(b.env.T("keychain.forgotten"))
		if b.guard.chain != KeychainOff {
			t.Error("the keychain opens it still")
		}
	})
}

func TestAKeychainThatKeepsNothingIsTold(t *testing.T) {
	b, _, person := guarded(t, "en")
	b.guard.chain, b.guard.fails = KeychainOff, domain.Problem(domain.ErrKeychain, "")
	b.do("protection")
	person.Press("keychain.use")
	b.settle()
	b.fill(person, goodPass)
	person.Press("keychain.accept")
	b.settle()
	b.want(b.env.Printer.Error(b.guard.fails))
}
