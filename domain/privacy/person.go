package privacy

import (
	"strings"
	"unicode/utf8"
)

// Names cannot be told from other words without a list of everybody. What can be
// told is that somebody introduces a person: by a title or by kinship. That is a hint
// and no more, so it is Low, and given names of the most common kind make it surer
// in Arabic, where "أم" is also "or" and nothing is written in capitals.
var (
	titles = wordSet("mr mrs ms miss mx mme mlle")
	kin    = wordSet(`mother father mum dad son daughter brother sister wife husband aunt uncle grandmother grandfather
		widow child baby boy girl`)
	whose   = wordSet("my his her their our the a named called")
	naming  = wordSet("named called")
	people  = wordSet("child boy girl baby woman man refugee patient survivor teenager student orphan son daughter mother father")
	arTitle = wordSet("سيد سيده انسه")
	arKin   = wordSet(`ام ابو ابن ابنه بنت اخت اخو والد والده زوج زوجه ارمله حاج حاجه استاذ استاذه طفل طفله فتاه صبي رضيع عم خال جد جده
		ابنها ابنته ابنتها والدته والدتها زوجته زوجها شقيقه شقيقته شقيقتها اخته اخوه`)
	arNaming = wordSet("اسمه اسمها يدعي تدعي اسمي يسمي تسمي")
	minors   = wordSet("child boy girl baby toddler schoolboy schoolgirl orphan طفل طفله فتاه صبي صبيه رضيع رضيعه قاصر يتيم يتيمه")
	given    = wordSet(`محمد احمد محمود مصطفي علي عمر عثمان خالد حسن حسين حسام يوسف ابراهيم اسماعيل عبدالله عبدالرحمن عبد
		سامي سمير كريم طارق زياد وليد ياسر ياسين بلال حمزه انس ايمن ماهر رامي فادي هادي مازن باسل عماد عادل جمال كمال ناصر
		منصور صالح سالم سعيد سعد فيصل فهد سلطان تركي بدر ماجد نواف راشد زيد جاسم قاسم عباس جعفر رضا مهدي صادق باقر
		فاطمه عايشه مريم زينب خديجه اسماء سميه امينه امنه حليمه ليلي سلمي هدي نور نورا نوره ساره رنا رانيا ريم رغد دعاء
		اسراء الاء ايه هبه هند هناء سعاد سميره كريمه نادي نادين ناديه نجلاء وفاء صفاء شيماء رحمه بسمه لينا لمي دانا دينا ديما
		جنا جني شهد غاده امل اماني حنان ايمان بشري جميله خلود منال مني مها ميس ميساء رهف روان سوسن`)
)

// findNames adds the hints at names, and at children who could be recognised.
func (d *draft) findNames() {
	for n, w := range d.words {
		text := d.s[w.start:w.end]
		var to int // the last word of the hint
		switch b := bare(text); {
		case isLatin(text[0]):
			to = d.latinName(n, text)
		case arTitle[b]:
			to = d.arabicNames(n+1, true)
		case arNaming[b], arKin[b]:
			to = d.arabicNames(n+1, false)
		}
		if to == 0 {
			continue
		}
		kind, end := Name, d.words[to].end
		if minors[bare(text)] {
			if age := d.ageAfter(end); age > 0 {
				kind, end = Minor, age
			}
		}
		d.add(hit{kind: kind, severity: Low, start: w.start, end: end})
	}
}

// latinName returns the last word of a name that the word n introduces, 0 if none.
func (d *draft) latinName(n int, text string) int {
	next := n + 1
	switch {
	case titles[text] && d.capital(n):
	case naming[text] && n > 0 && people[d.text(n-1)]:
	case kin[text] && n > 0 && whose[d.text(n-1)] && !d.capital(n):
		if next < len(d.words) && naming[d.text(next)] {
			next++
		}
	default:
		return 0
	}
	if next >= len(d.words) || !d.capital(next) || strings.Trim(d.s[d.words[n].end:d.words[next].start], " .,abcdefghijklmnopqrstuvwxyz") != "" ||
		d.words[next].end-d.words[next].start < 2 {
		return 0
	}
	if next+1 < len(d.words) && d.capital(next+1) && d.s[d.words[next].end:d.words[next+1].start] == " " {
		next++
	}
	return next
}

// arabicNames returns the last of the words from n on that are a name, 0 if none.
// Behind a title any word without an article is taken, else only a common given name.
func (d *draft) arabicNames(n int, titled bool) int {
	if n >= len(d.words) || d.words[n].start-d.words[n-1].end > 2 || strings.ContainsAny(d.s[d.words[n-1].end:d.words[n].start], "\n.") {
		return 0
	}
	text := d.text(n)
	known := given[text]
	if !known && (!titled || strings.HasPrefix(text, "ال") || utf8.RuneCountInString(text) < 3 || isLatin(text[0])) {
		return 0
	}
	if n+1 < len(d.words) && given[d.text(n+1)] && d.s[d.words[n].end:d.words[n+1].start] == " " {
		n++
	}
	return n
}

// ageAfter returns where an age under 18 ends that is told within a few words.
func (d *draft) ageAfter(i int) int {
	const room = 48
	for at := i; at < len(d.s) && at-i < room; at++ {
		switch {
		case d.s[at] == '\n' || d.s[at] == '.':
			return 0
		case !isDigit(d.s[at]):
			continue
		}
		end := d.digitsFrom(at)
		if end-at <= 2 && between(d.s[at:end], 0, 17) {
			return end
		}
		return 0
	}
	return 0
}

func (d *draft) text(n int) string { return d.s[d.words[n].start:d.words[n].end] }

// capital reports whether the word begins with a capital letter.
func (d *draft) capital(n int) bool { return d.upper[d.words[n].start] }
