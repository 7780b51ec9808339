package domain

func mediaParts(m *Media) []part {
	return []part{
		reference("message", &m.Message),
		order(&m.Order),
		name("type", &m.Type),
		name("file", &m.File),
		words("alt", &m.Alt),
		words("caption", &m.Caption),
		name("credit", &m.Credit),
		name("people", &m.People),
		prose("consent", &m.Consent),
		name("consent_item", &m.ConsentItem),
	}
}

func alternativeParts(a *Alternative) []part {
	return []part{
		reference("message", &a.Message),
		order(&a.Order),
		name("name", &a.Name),
		prose("hypothesis", &a.Hypothesis),
		words("text", &a.Text),
	}
}

func pretestParts(p *Pretest) []part {
	return []part{
		reference("message", &p.Message),
		reference("alternative", &p.Alternative),
		order(&p.Order),
		reference("segment", &p.Segment),
		moment("on", &p.On),
		whole("readers", &p.Readers),
		whole("attention", &p.Attention),
		whole("understood", &p.Understood),
		whole("believed", &p.Believed),
		whole("for_me", &p.ForMe),
		whole("offensive", &p.Offensive),
		whole("would_do", &p.WouldDo),
		prose("meaning", &p.Meaning),
		prose("hurt", &p.Hurt),
		prose("missing", &p.Missing),
	}
}

func commentParts(c *Comment) []part {
	return []part{
		reference("message", &c.Message),
		reference("reply", &c.Reply),
		name("field", &c.Field),
		name("anchor_quote", &c.Anchor.Quote),
		name("anchor_before", &c.Anchor.Before),
		name("anchor_after", &c.Anchor.After),
		whole("anchor_at", &c.Anchor.At),
		name("author", &c.Author),
		moment("at", &c.At),
		prose("body", &c.Body),
		flag("request", &c.Request),
		moment("resolved", &c.Resolved),
		name("resolved_by", &c.ResolvedBy),
	}
}

func claimParts(c *Claim) []part {
	return []part{
		order(&c.Order),
		words("text", &c.Text),
		name("type", &c.Type),
		name("origin", &c.Origin),
		idSet("messages", &c.Messages),
		prose("first_appearance", &c.FirstAppearance),
		prose("appearances", &c.Appearances),
		moment("claim_date", &c.ClaimDate),
		moment("data_date", &c.DataDate),
		name("place", &c.Place),
		set("checks", &c.Checks),
		name("risk", &c.Risk),
		name("risk_type", &c.RiskType),
		name("verdict", &c.Verdict),
		name("confidence", &c.Confidence),
		prose("confidence_reason", &c.ConfidenceReason),
		name("added_by", &c.AddedBy),
		name("checked_by", &c.CheckedBy),
		moment("checked_on", &c.CheckedOn),
		moment("review_by", &c.ReviewBy),
		prose("correction_published", &c.Correction.Published),
		prose("correction_corrected", &c.Correction.Corrected),
		moment("correction_on", &c.Correction.On),
		prose("correction_where", &c.Correction.Where),
	}
}

func evidenceParts(e *Evidence) []part {
	return []part{
		reference("claim", &e.Claim),
		order(&e.Order),
		name("title", &e.Title),
		name("publisher", &e.Publisher),
		name("author", &e.Author),
		name("link", &e.Link),
		moment("published", &e.Published),
		moment("accessed", &e.Accessed),
		name("page", &e.Page),
		name("source", &e.Source),
		name("archived", &e.Archived),
		name("stance", &e.Stance),
	}
}
