package gallery

import "athar/gui/kit"

// Mixed returns the sentences to try everything with: none is of one direction
// only. They are the same in both languages of the interface.
func Mixed() []string {
	return []string{
		"نسبة التفاعل 4.5% في Facebook لعام 2025 (تقرير)",
		"حملة 2026 للمياه (Clean Water) 75%.",
		"الهدف: 5,000 توقيع (بحلول 30/06/2026) عبر WhatsApp!",
		"Hello عالم 123 test.",
	}
}

// sample is what the widgets show: what somebody could have typed, not what the
// interface says, so it is in no catalog.
type sample struct {
	title, sentence, long    string
	name, typed, placeholder string
	problem, reason, help    string
	save, remove, more, undo string
	yes, partly, no, unknown string
	channel, date, views     string
	rate, parent, child      string
	segments                 []string
	cities                   []string
}

func sampleFor(env *kit.Env) sample {
	if env.RTL() {
		return arabicSample()
	}
	return englishSample()
}

func arabicSample() sample {
	return sample{
		title: "مياه نظيفة في وادي نور", sentence: "الماء المغلي دقيقةً واحدةً ماءٌ آمن.",
		long: "كل أسرة في وادي نور تعرف قبل نهاية حزيران أين تحصل على ماء نظيف، ومن تسأل إذا تغيّر لونه أو طعمه. " +
			"الهدف: 5,000 توقيع (بحلول 30/06/2026) عبر WhatsApp!",
		name: "اسم الحملة", typed: "حملة 2026 للمياه (Clean Water) 75%.", placeholder: "اكتب كلمة للبحث",
		problem: "اكتب اسمًا قبل الحفظ.", reason: "لا شيء لحفظه بعد.", help: "يظهر الاسم في القائمة وفي التقارير.",
		save: "حفظ", remove: "حذف", more: "رسالة جديدة", undo: "تراجع",
		yes: "نعم", partly: "جزئيًا", no: "لا", unknown: "غير معروف",
		channel: "القناة", date: "التاريخ", views: "الظهور", rate: "نسبة التفاعل",
		parent: "الحملة", child: "رسالة",
		segments: []string{"أمهات أطفال دون الخامسة", "معلّمو المدارس", "Volunteers المتطوعون", "أصحاب المتاجر"},
		cities: []string{
			"عمّان", "بغداد", "بيروت", "تونس", "الجزائر", "الخرطوم", "الدوحة", "الرباط", "الرياض", "صنعاء", "طرابلس", "القاهرة",
		},
	}
}

func englishSample() sample {
	return sample{
		title: "Clean water in Wadi Noor", sentence: "Water that has boiled for a minute is safe to drink.",
		long: "Before the end of June every family in Wadi Noor knows where to find clean water, and whom to ask when its colour " +
			"or taste changes. Target: 5,000 signatures (by 30/06/2026) through واتساب!",
		name: "Campaign name", typed: "Campaign 2026 (مياه نظيفة) 75%.", placeholder: "Type a word to search",
		problem: "Type a name before saving.", reason: "There is nothing to save yet.", help: "The name is shown in the list and in reports.",
		save: "Save", remove: "Delete", more: "New message", undo: "Undo",
		yes: "Yes", partly: "Partly", no: "No", unknown: "Not known",
		channel: "Channel", date: "Date", views: "Views", rate: "Engagement rate",
		parent: "Campaign", child: "Message",
		segments: []string{"Mothers of children under five", "Teachers", "Volunteers المتطوعون", "Shopkeepers"},
		cities: []string{
			"Algiers", "Amman", "Baghdad", "Beirut", "Cairo", "Doha", "Khartoum", "Rabat", "Riyadh", "Sana’a", "Tripoli", "Tunis",
		},
	}
}
