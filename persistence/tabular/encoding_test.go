package tabular

import (
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"

	"athar/domain/metric"
)

func encodeLegacy(t *testing.T, m *charmap.Charmap, text string) string {
	t.Helper()
	out, err := m.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func utf16Bytes(text string, big, mark bool) string {
	var b strings.Builder
	put := func(u uint16) {
		if big {
			b.WriteByte(byte(u >> 8))
		}
		b.WriteByte(byte(u))
		if !big {
			b.WriteByte(byte(u >> 8))
		}
	}
	if mark {
		put(0xFEFF)
	}
	for _, u := range utf16.Encode([]rune(text)) {
		put(u)
	}
	return b.String()
}

const (
	arabicTable = "معرف المنشور,نوع المنشور,الإعجابات,النص\n11,صورة,٥,الماء حق للجميع، وليس سلعة\n12,فيديو,7,«نقطة» ماء؟ نعم!\n"
	frenchTable = "Identifiant de la publication;Type de publication;J’aime;Réactions\n11;vidéo;5;6\n12;Photo à l’école;7;8\n"
)

func TestTheEncodingIsRecognised(t *testing.T) {
	tests := []struct{ name, file, encoding, word string }{
		{"UTF-8", arabicTable, "utf-8", "صورة"},
		{"UTF-8 with a mark", "\uFEFF" + arabicTable, "utf-8", "صورة"},
		{"UTF-16, little end first", utf16Bytes(arabicTable, false, true), "utf-16le", "صورة"},
		{"UTF-16, big end first", utf16Bytes(arabicTable, true, true), "utf-16be", "صورة"},
		{"UTF-16 without a mark", utf16Bytes(arabicTable, false, false), "utf-16le", "صورة"},
		{"UTF-16 without a mark, big end first", utf16Bytes(arabicTable, true, false), "utf-16be", "صورة"},
		{"Windows-1256", encodeLegacy(t, charmap.Windows1256, strings.Replace(arabicTable, "٥", "5", 1)), "windows-1256", "صورة"},
		{"Windows-1252", encodeLegacy(t, charmap.Windows1252, frenchTable), "windows-1252", "vidéo"},
		{"old Macintosh line ends", strings.ReplaceAll(arabicTable, "\n", "\r"), "utf-8", "صورة"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			i := readText(t, "a.csv", tt.file, Options{})
			r := &i.Report
			if r.Encoding != tt.encoding || r.Rows != (Rows{2, 2, 0, 0}) || len(r.Damaged) > 0 {
				t.Errorf("%s %+v %v", r.Encoding, r.Rows, r.Damaged)
			}
			if c := i.Table.Column(metric.Likes); c == nil || c.Values[0]+c.Values[1] != 12 {
				t.Errorf("%+v", r.Columns)
			}
			if d := i.Table.Dim(metric.DimType); d == nil || d.Words[0] != tt.word {
				t.Errorf("%+v", i.Table.Dims)
			}
			if len(i.Table.IDs) != 2 || i.Table.IDs[0] != "11" {
				t.Errorf("%q", i.Table.IDs)
			}
		})
	}
}

func TestASmallLegacyReadGivesEveryCharacter(t *testing.T) {
	// The reader of records asks for as few bytes as its buffer has room for:
	// the rows are long and of odd lengths so that all of them occur.
	var text strings.Builder
	text.WriteString("post id,likes,text\n")
	for i := range 3000 {
		text.WriteString("1,2," + strings.Repeat("ماء ", 1+i%97) + "\n")
	}
	r := &readText(t, "a.csv", encodeLegacy(t, charmap.Windows1256, text.String()), Options{}).Report
	if r.Encoding != "windows-1256" || r.Rows.Kept != 3000 || find(r, "likes").Sum != 6000 || len(r.Damaged) > 0 {
		t.Errorf("%s %+v %v", r.Encoding, r.Rows, r.Columns)
	}
}

func TestBytesThatCannotBeDecodedAreListedByRow(t *testing.T) {
	// The ellipsis and the quotation marks of these texts were destroyed long
	// before; there is no encoding in which they make sense.
	file := "created_at,text,url,replies,retweets,favorites,user\n" +
		"10/16/17 22:59,all well,https://twitter.com/a/status/920061541986250758,1,2,3,a\n" +
		"10/2/17 12:41,Join us a\xe4\xf3_ here,https://twitter.com/a/status/914832655170011137,10,20,30,a\n" +
		"9/30/17 2:22,well \"\xe4\xf3\xeePresident \xe4\xf3_,https://twitter.com/a/status/913952069765271559,1,x\xff,3,a\n" +
		"9/29/17 2:22,\"and \xe4\xf3\xeb we\xe4\xf3\xbbve\nmore\",https://twitter.com/a/status/913952069765271560,1,2,3,a\n"
	i := readText(t, "a.csv", file, Options{})
	r := &i.Report
	want := []Place{{2, "text"}, {3, "text"}, {3, "retweets"}, {4, "text"}}
	if r.Encoding != "utf-8" || r.Rows != (Rows{4, 4, 0, 0}) || len(r.Damaged) != len(want) {
		t.Fatalf("%s %+v %v", r.Encoding, r.Rows, r.Damaged)
	}
	for k, p := range want {
		if r.Damaged[k] != p {
			t.Errorf("%v, want %v", r.Damaged[k], p)
		}
	}
	if r.DamagedRows() != 3 || find(r, "replies").Sum != 13 || find(r, "retweets").Missing != 1 {
		t.Errorf("%d rows, %+v", r.DamagedRows(), r.Columns)
	}
}

func TestDamageLaterInALongFileIsFound(t *testing.T) {
	var b strings.Builder
	b.WriteString("post id,text,likes\n")
	for i := range 60_000 {
		if i == 54_321 {
			b.WriteString("7,broken \xe4\xf3_ text,1\n")
			continue
		}
		b.WriteString("7,whole ماء text,1\n")
	}
	r := &readText(t, "a.csv", b.String(), Options{}).Report
	if len(r.Damaged) != 1 || r.Damaged[0] != (Place{54_322, "text"}) || find(r, "likes").Sum != 60_000 {
		t.Errorf("%v %v", r.Damaged, r.Columns)
	}
}

func TestAZeroByteAndAReplacementCharacterAreDamage(t *testing.T) {
	r := &readText(t, "a.csv", "post id,text,likes\n1,a\x00b,5\n2,a\uFFFDb,6\n", Options{}).Report
	if len(r.Damaged) != 2 || find(r, "likes").Sum != 11 {
		t.Errorf("%v", r.Damaged)
	}
}
