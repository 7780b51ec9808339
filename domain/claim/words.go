package claim

import (
	"strings"

	"athar/domain/text"
)

// set returns the folded words of a list; a phrase is written with underscores.
func set(lists ...string) map[string]bool {
	all := map[string]bool{}
	for _, list := range lists {
		for _, w := range strings.Fields(list) {
			all[text.Fold(strings.ReplaceAll(w, "_", " "))] = true
		}
	}
	return all
}

// The words of the rules; all of them are constant.
var (
	// scales are said after a number and belong to it.
	scales = set(`hundred thousand million millions billion billions trillion bn mn k
		مئة مائة مئات ألف ألفا آلاف مليون مليونا مليوني ملايين مليار مليارا مليارات`)
	shares = set("بالمئة بالمائة بالمية")

	// notCounted follow numbers that count nothing to be proved: the clock and the
	// calendar, what a text is made of, and small words.
	notCounted = set(`am pm a.m p.m o'clock gmt utc january february march april may june july august september october november december
		jan feb mar apr jun jul aug sep sept oct nov dec second seconds minute minutes min mins hour hours hrs day days night nights
		week weeks weekend weekends month months st nd rd th old steps step tips tip ways things reasons questions facts points lines
		words characters slides pages and or to in on at by for from with is are was were the a an it this that as per then than but if we you so ago only more less each every
		صباحا مساء ظهرا عصرا ليلا ص م ميلادي ميلادية هجري هجرية يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر
		كانون شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين محرم صفر ربيع جمادى رجب شعبان رمضان شوال
		ثانية ثواني ثوان دقيقة دقائق ساعة ساعات يوم يوما أيام ليلة ليالي أسبوع أسابيع أسبوعا شهر شهرا أشهر شهور
		خطوات خطوة نصائح طرق أسباب أسئلة حقائق نقاط كلمات صفحات و أو إلى في على عن مع هو هي هذا هذه ثم لكن التي الذي`)
	// ages follow a number that is somebody's age.
	ages = set("old years year سنة سنوات عاما أعوام عام")
	// labels stand before a number that says which one.
	labels = set(`no nr number page pages article articles chapter section step room grade class day week episode part phase version level
		goal sdg resolution law item point figure table age aged age_of channel line bus route street building floor block zone area call dial text
		ext season round group team form year covid top
		مادة صفحة فصل قرار رقم هدف مرحلة حلقة جزء يوم عام سنة ساعة بند قسم صف عمر عمره عمرها شارع خطوة قناة طابق غرفة مبنى اتصل
		كوفيد مستوى فقرة جدول شكل لسنة لعام بعام وعام وسنة العامين`)
	yearWords = set(`in since by of from until till before after year to and between during
		عام سنة في منذ حتى قبل بعد من إلى لعام بعام لسنة وعام بين خلال مطلع نهاية بداية`)
	// people are what is counted even where the number could be a year.
	people = set(`people persons children families women men girls boys refugees patients students schools households victims deaths cases homes
		شخص شخصا طفل طفلا أسرة عائلة امرأة رجل فتاة لاجئ لاجئا مريض طالب طالبا مدرسة ضحية حالة منزل نازح نازحا مواطن`)

	// Amounts in words.
	crowds          = set("dozens hundreds thousands millions billions tens مئات آلاف ملايين مليارات عشرات")
	fractions       = set("half third quarter thirds quarters majority")
	arabicFractions = set("نصف ثلث ثلثا ثلثي ربع خمس غالبية معظم أغلبية")
	small           = set("one two three four five six seven eight nine ten 2 3 4 5 6 7 8 9 10")

	// quotes has the marks that may close what a mark opens.
	quotes = map[string]string{"“": "”“", "„": "”“", "«": "»", "\"": "\"", "”": "“”"}

	// An authority without a name, and what it is said to do.
	authorities = set(`study studies research researchers experts scientists doctors science statistics surveys polls data evidence reports
		دراسة دراسات أبحاث بحوث إحصاءات إحصائيات خبراء علماء أطباء علم باحثون باحثين تقارير أرقام
		الدراسات الأبحاث البحوث الإحصاءات الإحصائيات الخبراء العلماء الأطباء العلم الباحثون التقارير الأرقام`)
	showing = set(`show shows showed shown prove proves proved proven say says said agree agrees confirm confirms confirmed suggest suggests
		suggested reveal reveals revealed found find finds warn warns indicate indicates demonstrate demonstrates
		أثبتت تثبت يثبت أثبت أظهرت تظهر تشير أشارت كشفت تكشف تؤكد أكدت يؤكد أكد يؤكدون أكدوا يقولون تقول قالت يقول بينت تبين أفادت تفيد
		يحذرون حذروا يجمعون أجمع وجدت خلصت أثبتوا`)
	helping     = set("have has had also now clearly often consistently recent new قد لقد")
	provenWords = set("scientifically_proven clinically_proven medically_proven ثبت_علميا مثبت_علميا مثبتة_علميا ثبت_طبيا مثبت_طبيا العلم_أثبت")

	// Beyond all others.
	irregular = set("best worst largest biggest highest lowest first only greatest oldest youngest deadliest poorest richest")
	plainEst  = set(`forest interest request honest harvest protest arrest invest suggest contest latest modest digest conquest
		earnest inquest tempest behest manifest nearest closest guest priest breast interest southwest northwest midwest earliest`)
	// opinions follow a superlative that nobody could prove.
	opinions = set(`important beautiful interesting of wishes regards practice practices friend friends time step thing things way part week
		day name lady aid person place one ones moment interests efforts vulnerable likely common`)
	alone  = set("unprecedented unparalleled unrivalled الوحيد الوحيدة")
	beyond = set(`number_one world's_first world's_largest world's_biggest never_before first_ever record_high all_time
		لأول_مرة غير_مسبوق غير_مسبوقة لا_مثيل رقم_قياسي رقما_قياسيا الأول_من الأولى_من على_الإطلاق أول_مرة`)
	elatives = set("أكبر أصغر أعلى أدنى أسوأ أفضل أحسن أخطر أسرع أقدم أغنى أفقر أطول أقصر أقوى أضخم أكثر أقل")
)

func percent(sign string) bool { return sign == "%" || sign == "٪" || sign == "‰" }

func currencySign(sign string) bool { return sign != "" && strings.Contains("$€£¥₪₺", sign) }
