package starter

import "athar/domain"

// Core is the core message to begin with: a framework, and what is written in its
// fields.
type Core struct {
	Framework string                 `json:"framework"`
	Fields    map[string]domain.Text `json:"fields"`
}

// Message is a message to begin with. A template names the channels that are
// to be written for; the sample brings the texts, and what people did with them.
type Message struct {
	Key      string               `json:"key"` // by which claims name it in this file
	Title    domain.Text          `json:"title"`
	Purpose  string               `json:"purpose"`
	Core     domain.Text          `json:"core"`
	Action   domain.Text          `json:"action"`
	Call     Call                 `json:"call"`
	Status   domain.MessageStatus `json:"status"` // draft when left out
	Segments []string             `json:"segments"`
	Channels []string             `json:"channels"`
	Variants []Variant            `json:"variants"`

	Writers      []domain.Text `json:"writers"`
	Approved     *Approval     `json:"approved"`
	Media        []Media       `json:"media"`
	Alternatives []Alternative `json:"alternatives"`
	Pretests     []Pretest     `json:"pretests"`
	Comments     []Comment     `json:"comments"`
}

// Call is a call to action in its parts.
type Call struct {
	Who   domain.Text `json:"who"`
	What  domain.Text `json:"what"`
	Where domain.Text `json:"where"`
	By    Day         `json:"by"`
}

// Approval says who agreed to the message as it is in this file.
type Approval struct {
	By domain.Text `json:"by"`
	At Day         `json:"at"`
}

// Variant is a message as it is written for one channel.
type Variant struct {
	Channel string                 `json:"channel"`
	Text    domain.Text            `json:"text"`
	Parts   map[string]domain.Text `json:"parts"` // by field: what stands beside the main text
}

// Media is a media item of a message. The fields are those of domain.Media.
type Media struct {
	Type    string      `json:"type"`
	File    string      `json:"file"`
	Alt     domain.Text `json:"alt"`
	Caption domain.Text `json:"caption"`
	Credit  domain.Text `json:"credit"`
	People  string      `json:"people"`
	Consent domain.Text `json:"consent"`
}

// Alternative is another wording of a message.
type Alternative struct {
	Name       domain.Text `json:"name"`
	Hypothesis domain.Text `json:"hypothesis"`
	Text       domain.Text `json:"text"`
}

// Pretest is what readers said of a message, or of one of its alternatives.
type Pretest struct {
	Alternative int    `json:"alternative"` // from 1; 0 for the message as it is
	Segment     string `json:"segment"`
	On          Day    `json:"on"`

	Readers    int `json:"readers"`
	Attention  int `json:"attention"`
	Understood int `json:"understood"`
	Believed   int `json:"believed"`
	ForMe      int `json:"for_me"`
	Offensive  int `json:"offensive"`
	WouldDo    int `json:"would_do"`

	Meaning domain.Text `json:"meaning"`
	Missing domain.Text `json:"missing"`
}

// Comment is a comment on the core text of a message, with the answers to it.
type Comment struct {
	Author  domain.Text `json:"author"`
	At      Day         `json:"at"`
	Body    domain.Text `json:"body"`
	Request bool        `json:"request"`
	Quote   domain.Text `json:"quote"` // passage of the core text; none for the message as a whole
	Answers []Comment   `json:"answers"`
}

// Claim is a claim to begin with. The fields are those of domain.Claim.
type Claim struct {
	Text     domain.Text `json:"text"`
	Type     string      `json:"type"`
	Origin   string      `json:"origin"`
	Messages []string    `json:"messages"` // keys

	FirstAppearance domain.Text `json:"first_appearance"`
	ClaimDate       Day         `json:"claim_date"`
	DataDate        Day         `json:"data_date"`
	Place           domain.Text `json:"place"`

	Checks           []string    `json:"checks"`
	Risk             string      `json:"risk"`
	RiskType         string      `json:"risk_type"`
	Verdict          string      `json:"verdict"`
	Confidence       string      `json:"confidence"`
	ConfidenceReason domain.Text `json:"confidence_reason"`
	AddedBy          domain.Text `json:"added_by"`
	CheckedBy        domain.Text `json:"checked_by"`
	CheckedOn        Day         `json:"checked_on"`
	ReviewBy         Day         `json:"review_by"`

	Evidence []Evidence `json:"evidence"`
}

// Evidence is a source of a claim. The fields are those of domain.Evidence.
type Evidence struct {
	Title     domain.Text `json:"title"`
	Publisher domain.Text `json:"publisher"`
	Published Day         `json:"published"`
	Accessed  Day         `json:"accessed"`
	Page      string      `json:"page"`
	Source    string      `json:"source"`
	Archived  domain.Text `json:"archived"`
	Stance    string      `json:"stance"`
}
