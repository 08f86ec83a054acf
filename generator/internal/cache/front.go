package cache

import (
	"encoding/binary"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"time"
)

// loose are the types that front matter may hold where its values have no type of their own. Their order is part of the format.
var loose = [...]reflect.Type{
	reflect.TypeFor[string](), reflect.TypeFor[bool](), reflect.TypeFor[int](), reflect.TypeFor[int64](), reflect.TypeFor[uint64](),
	reflect.TypeFor[float64](), reflect.TypeFor[time.Time](), reflect.TypeFor[[]any](), reflect.TypeFor[map[string]any](),
}

// appendAny appends a value of one of the loose types, after its number; nil has the number after the last.
func appendAny(b []byte, v reflect.Value) ([]byte, error) {
	if v.IsNil() {
		return append(b, byte(len(loose))), nil
	}
	i := slices.Index(loose[:], v.Elem().Type())
	if i < 0 {
		return nil, fmt.Errorf("a %s is no plain data", v.Elem().Type())
	}
	return appendExact(append(b, byte(i)), v.Elem())
}

func decodeAny(b []byte, v reflect.Value) ([]byte, error) {
	if len(b) == 0 || int(b[0]) > len(loose) || v.NumMethod() > 0 {
		return nil, errShort
	}
	if int(b[0]) == len(loose) {
		return b[1:], nil
	}
	of := reflect.New(loose[b[0]]).Elem()
	b, err := decodeExact(b[1:], of)
	v.Set(of)
	return b, err
}

// appendMap appends a map with words for keys, in their order.
func appendMap(b []byte, v reflect.Value) (_ []byte, err error) {
	if v.Type().Key().Kind() != reflect.String {
		return nil, fmt.Errorf("a %s is no plain data", v.Type())
	}
	if v.IsNil() {
		return append(b, isNil), nil
	}
	keys := v.MapKeys()
	slices.SortFunc(keys, func(a, b reflect.Value) int { return strings.Compare(a.String(), b.String()) })
	b = binary.AppendUvarint(append(b, isHere), uint64(len(keys)))
	for _, key := range keys {
		if b, err = appendExact(b, key); err != nil {
			return nil, err
		}
		if b, err = appendExact(b, v.MapIndex(key)); err != nil {
			return nil, err
		}
	}
	return b, nil
}

func decodeMap(b []byte, v reflect.Value) ([]byte, error) {
	here, b, err := mark1(b)
	if err != nil || !here {
		return b, err
	}
	n, b, err := length(b)
	if err != nil {
		return nil, err
	}
	v.Set(reflect.MakeMap(v.Type()))
	for range n {
		key, value := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
		if b, err = decodeExact(b, key); err != nil {
			return nil, err
		}
		if b, err = decodeExact(b, value); err != nil {
			return nil, err
		}
		v.SetMapIndex(key, value)
	}
	return b, nil
}
