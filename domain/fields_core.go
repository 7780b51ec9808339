package domain

import (
	"maps"
	"slices"
	"strings"

	"athar/domain/journal"
	"athar/domain/text"
)

func coreParts(k *Core) []part { return []part{name("framework", &k.Framework)} }

// coreFieldPath begins the paths of what is written in a framework's fields; the
// field and the language follow.
const coreFieldPath = "field/"

func writeCoreFields(f journal.Fields, fields []FieldText) {
	written := map[string]bool{}
	for _, field := range fields {
		if path, ok := pathBelow(coreFieldPath, field.Field); ok && !written[path] {
			writeText(f, path, field.Text)
			written[path] = !field.Text.Empty()
		}
	}
}

func readCoreFields(f journal.Fields) []FieldText {
	found := map[string]Text{}
	for path, v := range f {
		rest, ok := strings.CutPrefix(path, coreFieldPath)
		i := strings.LastIndexByte(rest, '/')
		if !ok || i < 0 || !IsLanguage(rest[i+1:]) || wordsOf(v) == "" {
			continue
		}
		if field, ok := nameInPath(coreFieldPath, rest[:i]); ok {
			found[field] = found[field].With(rest[i+1:], wordsOf(v))
		}
	}
	var out []FieldText
	for _, field := range slices.Sorted(maps.Keys(found)) {
		out = append(out, FieldText{field, found[field]})
	}
	return out
}

// pathBelow returns the path of a name below another path. ok is false for a name
// that is too long to be in a path with a language after it.
func pathBelow(base, name string) (path string, ok bool) {
	path = base + toPathName.Replace(text.Canonical(name))
	return path, isPath(path + "/aaa")
}

// nameInPath is the other way: the name that is written in one piece of a path.
func nameInPath(base, piece string) (name string, ok bool) {
	name = fromPathName.Replace(piece)
	return name, toPathName.Replace(name) == piece && isPath(base+piece+"/aaa")
}
