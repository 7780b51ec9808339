package spelling

import "strings"

// otherSide returns how an English word would be written on the other side of the
// Atlantic, for the pairs that are regular. Systems bring one dictionary, mostly the
// American one; to mark every "neighbour" would be to nag those who write rightly.
func otherSide(word string) []string {
	var out []string
	for _, pair := range [][2]string{
		{"our", "or"},
		{"isation", "ization"},
		{"ise", "ize"},
		{"isi", "izi"},
		{"yse", "yze"},
		{"ysi", "yzi"},
		{"tre", "ter"},
		{"tring", "tering"},
		{"ogue", "og"},
		{"lled", "led"},
		{"lling", "ling"},
		{"ller", "ler"},
		{"ence", "ense"},
		{"programme", "program"},
		{"aemi", "emi"},
		{"paed", "ped"},
		{"oea", "ea"},
	} {
		for i, from := range pair {
			if to := pair[1-i]; strings.Contains(word, from) {
				// The last place is the ending, which is where the two differ.
				at := strings.LastIndex(word, from)
				out = append(out, word[:at]+to+word[at+len(from):])
			}
		}
	}
	return out
}
