// Package core is the screen on which a campaign's core message is built: a
// framework is chosen, and its fields are filled in the campaign's languages side
// by side. The message house is drawn as a house where there is room.
//
// What is shown is computed by pure functions (present.go, page.go), put into
// widgets by the view and connected to the session by Screen. What a framework asks
// is for domain/framework to say; nothing written is ever dropped here, and no text
// is judged but for the order of an answer to a rumour, by domain/claim.
package core
