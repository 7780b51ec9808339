package claims

import (
	"fmt"
	"testing"

	"athar/domain"
	"athar/gui/guitest"
)

// many is a campaign with n claims, three pieces of evidence each.
func many(n int) domain.Campaign {
	c := campaign()
	wells, proof := c.Claims[0], c.Evidence[0]
	c.Claims, c.Evidence = nil, nil
	order := ""
	for i := range n {
		order = domain.OrderBetween(order, "")
		k := wells
		k.ID, k.Order, k.Text.En = domain.NewID(), order, fmt.Sprintf("%d of %d wells contain germs.", i, n)
		c.Claims = append(c.Claims, k)
		for range 3 {
			e := proof
			e.ID, e.Claim = domain.NewID(), k.ID
			c.Evidence = append(c.Evidence, e)
		}
	}
	return c
}

// BenchmarkKey300 types a letter into the text of one of 300 claims. It is to stay
// under 16 ms, a frame of the window.
func BenchmarkKey300(b *testing.B) {
	d := open(b, guitest.Env(b, "ar"), many(300))
	d.screen.choose(150)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		d.screen.edit(fieldText, func(k *domain.Claim) { k.Text.Ar = fmt.Sprintf("كلمة %d", i) })
	}
}
