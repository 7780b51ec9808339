package plain

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strconv"
	"strings"
	"time"
	"unicode"

	"athar/domain"
)

// object is a JSON object that keeps the order of its keys.
type object []member

type member struct {
	name  string
	value any // nil, string, bool, int, float64, []any or object
}

// MarshalJSON implements json.Marshaler.
func (o object) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, m := range o {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(strconv.Quote(m.name) + ":")
		enc := json.NewEncoder(&b)
		enc.SetEscapeHTML(false)
		if err := enc.Encode(m.value); err != nil {
			return nil, err
		}
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// fieldsOf returns every field of a record under its name in snake case. They
// come from the struct, so that none can be forgotten; a test holds the names.
func fieldsOf(record any) object {
	v := reflect.ValueOf(record)
	var out object
	for i := range v.NumField() {
		out = append(out, member{snake(v.Type().Field(i).Name), plainValue(v.Field(i))})
	}
	return out
}

func plainValue(v reflect.Value) any {
	switch x := v.Interface().(type) {
	case domain.ID:
		if x == domain.NoID {
			return nil
		}
		return x.String()
	case time.Time:
		if x.IsZero() {
			return nil
		}
		return x.UTC().Format(time.RFC3339Nano)
	case domain.Text:
		return plainText(x)
	}
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() {
			return nil
		}
		return plainValue(v.Elem())
	case reflect.Struct:
		return fieldsOf(v.Interface())
	case reflect.Slice:
		list := make([]any, v.Len())
		for i := range list {
			list[i] = plainValue(v.Index(i))
		}
		return list
	case reflect.String:
		return v.String()
	case reflect.Int:
		return int(v.Int())
	}
	return v.Interface() // numbers, bool and maps, which JSON sorts
}

// snake writes a Go name in snake case: SizeLow becomes size_low, ID id.
func snake(name string) string {
	var b strings.Builder
	for i, r := range name {
		if unicode.IsUpper(r) && i > 0 && !unicode.IsUpper(rune(name[i-1])) {
			b.WriteByte('_')
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}

// plainText is a text in Arabic and in English, which every row has, and in what
// other languages there are.
func plainText(t domain.Text) object {
	more := []any{}
	for _, lang := range t.Languages() {
		if lang != "ar" && lang != "en" {
			more = append(more, object{{"language", lang}, {"text", t.Of(lang)}})
		}
	}
	return object{{"ar", t.Ar}, {"en", t.En}, {"more", more}}
}
