package vault

import (
	"bytes"
	"encoding/hex"
	"testing"
)

func unhex(t *testing.T, text string) []byte {
	t.Helper()
	b, err := hex.DecodeString(text)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// The vectors of the reference implementation's own tests. Those in RFC 9106
// itself have a secret and associated data, which a password hash has not.
func TestKeysComeOfPassphrasesAsPublishedVectorsSay(t *testing.T) {
	for _, v := range []struct {
		p    Params
		want string
	}{
		{Params{2, 1 << 16, 1}, "09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7"},
		{Params{2, 1 << 8, 1}, "9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe"},
		{Params{2, 1 << 8, 2}, "6d093c501fd5999645e0ea3bf620d7b8be7fd2db59c20d9fff9539da2bf57037"},
	} {
		if got := v.p.derive([]byte("password"), []byte("somesalt")); !bytes.Equal(got, unhex(t, v.want)) {
			t.Errorf("%+v gives %x", v.p, got)
		}
	}
}

// RFC 5869, appendix A, test cases 1 and 3, of which a key takes 32 bytes.
func TestSubkeysAreAsPublishedVectorsSay(t *testing.T) {
	key := bytes.Repeat([]byte{0x0b}, 22)
	info := string(unhex(t, "f0f1f2f3f4f5f6f7f8f9"))
	if got := subkey(key, unhex(t, "000102030405060708090a0b0c"), info); !bytes.Equal(got,
		unhex(t, "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf")) {
		t.Errorf("case 1 gives %x", got)
	}
	if got := subkey(key, nil, ""); !bytes.Equal(got,
		unhex(t, "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d")) {
		t.Errorf("case 3 gives %x", got)
	}
}

// draft-irtf-cfrg-xchacha-03, appendix A.3.1.
func TestSealsAreAsPublishedVectorsSay(t *testing.T) {
	key := unhex(t, "808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f")
	nonce := unhex(t, "404142434445464748494a4b4c4d4e4f5051525354555657")
	about := unhex(t, "50515253c0c1c2c3c4c5c6c7")
	plain := "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it."
	want := unhex(t, "bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb731c7f1b0b4aa6440bf3a82f4eda7e39ae64c6708c54c216cb96b72e1213b452"+
		"2f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff921f9664c97637da9768812f615c68b13b52e"+
		"c0875924c1c7987947deafd8780acf49")
	if got := aead(key).Seal(nil, nonce, []byte(plain), about); !bytes.Equal(got, want) {
		t.Fatalf("sealing gives %x", got)
	}
	s := Sealer{key}
	got, err := s.Open(append(nonce, want...), about)
	if err != nil || string(got) != plain {
		t.Fatalf("opening gives %q, %v", got, err)
	}
}
