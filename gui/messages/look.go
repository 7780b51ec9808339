package messages

import (
	"athar/domain"
	"athar/gui/messages/listing"
)

// View is what somebody chose to see of the messages: how the list is filtered and
// sorted, and the side of the message that is on show. The window keeps it while it
// is open, for the screen is made anew with another language. The zero View is how a
// campaign begins.
type View struct {
	campaign domain.ID // that it was chosen for
	filter   listing.Filter
	order    listing.Order
	side     string
}

// of returns the view for a campaign: that of another one does not fit it.
func (v *View) of(campaign domain.ID) *View {
	if v.campaign != campaign {
		*v = View{campaign: campaign, order: listing.Own, side: sides()[0].key}
	}
	return v
}
