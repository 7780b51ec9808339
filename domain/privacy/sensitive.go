package privacy

import "strings"

// sensitive are words for what can bring harm when it becomes known of a person:
// illness, violence suffered, religion, sexuality, standing with the authorities (the
// special categories of the GDPR, article 9, and of humanitarian codes). Only words
// that mean nothing else are here: "حامل" also carries things, "علوي" is also upper.
var sensitive = wordSet(`hiv aids cancer epilepsy epileptic schizophrenia schizophrenic autism autistic depression tuberculosis hepatitis
	pregnant miscarriage abortion raped rape trafficked suicidal
	muslim christian jewish druze yazidi shia sunni atheist
	gay lesbian transgender bisexual undocumented deported convicted
	سرطان ايدز صرع اكتئاب فصام توحد سكيزوفرينيا اجهاض اغتصاب مغتصبه اغتصبت منتحر انتحار انتحاريه
	مسيحي مسيحيه مسلمه درزي درزيه ايزيدي ايزيديه شيعي شيعيه ملحد ملحده يهوديه
	مثليه متحول متحوله مهرب مهربه مدان مدانه`)

// nearName is how far, in words, such a word may be from the hint at a person.
const nearName = 12

// findSensitive adds a hint at the first such word that stands in one sentence with a
// hint at a person. Of nobody in particular, all of that can be said.
func (d *draft) findSensitive() {
	for _, person := range d.hits {
		if person.kind != Name && person.kind != Minor {
			continue
		}
		first := max(0, d.wordsBefore(person.start)-nearName)
		last := min(len(d.words), d.wordsBefore(person.end)+nearName)
		for _, w := range d.words[first:last] {
			text := d.s[w.start:w.end]
			inside := w.start < person.end && w.end > person.start // "Mr. Christian"
			if inside || !sensitive[text] && !sensitive[bare(text)] {
				continue
			}
			between := d.s[min(w.end, person.end):max(w.start, person.start)]
			if strings.ContainsAny(between, ".!?؟\n") {
				continue
			}
			d.add(hit{kind: Sensitive, severity: Low, start: w.start, end: w.end})
			break
		}
	}
}
