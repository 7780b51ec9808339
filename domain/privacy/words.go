package privacy

import "strings"

// vocabulary lists the words of each meaning, as people of several languages write
// them beside numbers. Arabic words stand without the article.
var vocabulary = []struct {
	says  context
	words string
}{
	{ofPhone, `phone phones telephone tel mobile mob cell cellphone call calls calling whatsapp whats wa viber text sms fax
		dial contact telefon telefono telefone telephoner movil celular portable appelez appeler llamar llame handy
		هاتف هاتفي هاتفه هاتفها تلفون تليفون جوال جوالي جواله جوالها موبايل محمول خليوي نقال واتساب واتس وتساب اتصل اتصلوا اتصلي اتصال
		للاتصال للتواصل تواصل تواصلوا كلم كلموا هتف تلفن فاكس رقمي رقمه رقمها موبايله موبايلها تماس تلفن زنگ ☎ ☏ ✆ 📞 📱 📲`},
	{ofHotline | ofPhone, `hotline helpline tollfree freephone switchboard ساخن طواري`},
	{ofID, `id ids identity identification identite identidad ident kimlik tc tckn هويه هويتي هويته هويتها كملي`},
	{ofID | ofNational | ofSSN, `ssn`},
	{ofID | ofNational, `nir cin cni cnic cpr qid nin nid nric aadhaar dni nie curp cpf iqama nino
		اقامه اقامتي قومي ctb`},
	{ofCard, `card cards visa mastercard amex credit debit carte tarjeta kredi بطاقه بطاقتي فيزا ماستركارد ايتمان ايتمانيه`},
	{ofBirth, `born birth birthday birthdate dob naissance nee nacido nacida nacimiento dogum geboren
		مواليد ولد ولدت ولاده ميلاد ميلادي ميلاده ميلادها مولود مولوده متولد تولد`},
	{ofPassport, `passport passports passeport pasaporte pasaport reisepass جواز جوازي جوازه جوازها باسبور پاسپورت گذرنامه`},
	{ofCase, `case file registration unhcr progres dossier proces refno beneficiary individual household
		قضيه ملف ملفي تسجيل مفوضيه حاله مستفيد مستفيده دعوي`},
	{ofPlate, `plate plates licenseplate immatriculation matricula plaka kennzeichen لوحه لوحات نمره`},
	{ofMoney, `usd eur gbp sar aed egp jod kwd qar bhd omr iqd syp lbp ils tnd mad dzd lyd sdg yer try irr dollar dollars euro euros
		pound pounds riyal riyals dirham dirhams dinar dinars lira liras shekel shekels million billion thousand
		دولار دولارا يورو ريال ريالا درهم درهما دينار دينارا جنيه جنيها ليره شيكل شيقل تومان مليون مليار الف الاف`},
	{ofThing, `order orders invoice receipt tracking parcel shipment ticket booking reservation flight post posts tweet tweets
		video page ad campaign product item sku model serial isbn issn doi barcode transaction meeting zoom session form
		reference ref code pin otp article law resolution decree build token app apple facebook grant tender lot bill vote votes
		طلب طلبيه فاتوره شحنه تتبع ايصال تذكره حجز رحله منشور تغريده فيديو صفحه منتج حمله معامله اجتماع جلسه استماره
		مرجع مرجعي كود رمز ماده قانون قرار مرسوم مناقصه منحه صوت مشاهده`},
	{ofVersion, `version versions v ver release firmware update chapter section clause نسخه اصدار الاصدار فصل بند فقره`},
	{ofPlace, `lat latitude lon lng long longitude gps coordinates coordinate coords location position map maps point
		احداثيات احداثيه موقع موقعنا موقعهم خريطه عرض طول نقطه`},
	{filler, `no nr num number numbers numero n is are the his her their my our of for a at on to with ref id card code s # : رقم ارقام هو هي
		رقمه رقمها سفر سفرها سفره ذو ذات تحت بحمل يحمل تحمل يحملون لدي عند de du le la est es nuestro je ce with has holds`},
}

// pairVocabulary lists what two words in a row say together.
var pairVocabulary = []struct {
	says  context
	first string
	then  string
}{
	{ofID | ofNational, "national", "id number insurance identity identifier"},
	{ofID | ofNational | ofSSN, "social", "security"},
	{ofID | ofNational, "securite", "sociale"},
	{ofID | ofNational, "identity", "card number"},
	{ofID | ofNational, "emirates", "id"},
	{ofID | ofNational, "civil", "id number"},
	{ofID | ofNational, "residence", "permit"},
	{ofID | ofNational, "رقم", "وطني هويه قومي مدني شخصي الوطني الهويه القومي المدني الشخصي اقامه"},
	{ofID | ofNational, "بطاقه", "هويه شخصيه تعريف وطنيه مدنيه موحده"},
	{ofID | ofNational, "هويه", "وطنيه مقيم"},
	{ofID | ofNational, "كد", "ملي"},
	{ofID | ofNational, "شماره", "ملي"},
	{ofID | ofNational, "codice", "fiscale"},
	{ofPlate, "license", "plate number"},
	{ofPlate, "licence", "plate number"},
	{ofPlate, "رقم", "سياره مركبه لوحه"},
	{ofPlate, "car", "number registration"},
	{ofPlate, "vehicle", "number registration"},
	{ofPhone, "رقم", "هاتف جوال موبايل"},
	{ofHotline | ofPhone, "hot", "line"},
	{ofHotline | ofPhone, "help", "line"},
	{ofHotline | ofPhone, "toll", "free"},
	{ofHotline | ofPhone, "خط", "ساخن مساعده"},
	{ofHotline | ofPhone, "رقم", "موحد مجاني طواري"},
	{ofThing, "رقم", "طلب فاتوره شحنه تتبع مرجعي عمليه"},
}

// meanings and pairs are the vocabularies by word. They are constant.
var (
	meanings = byWord()
	pairs    = byPair()
)

func byWord() map[string]context {
	all := map[string]context{}
	for _, v := range vocabulary {
		for _, w := range strings.Fields(v.words) {
			all[folded(w)] |= v.says
		}
	}
	return all
}

func byPair() map[[2]string]context {
	all := map[[2]string]context{}
	for _, v := range pairVocabulary {
		for _, then := range strings.Fields(v.then) {
			all[[2]string{bare(folded(v.first)), bare(folded(then))}] |= v.says
		}
	}
	return all
}

// folded returns s as it would stand in a folded draft.
func folded(s string) string {
	return strings.Map(foldRune, s)
}
