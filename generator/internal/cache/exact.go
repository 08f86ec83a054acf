package cache

import (
	"encoding"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"reflect"
	"time"
)

// errShort is of data that ends too early or goes on too long.
var errShort = errors.New("damaged")

// Marks before what may be missing: nil is told from empty.
const (
	isNil  = 0
	isHere = 1
)

var timeType = reflect.TypeFor[time.Time]()

// appendExact appends v so that decodeExact gives back the same value: a nil slice stays nil and an empty one empty. Values that are not
// plain data, such as functions and structs with fields of their package's own, are refused.
func appendExact(b []byte, v reflect.Value) ([]byte, error) {
	switch v.Kind() {
	case reflect.String:
		return append(binary.AppendUvarint(b, uint64(v.Len())), v.String()...), nil
	case reflect.Bool:
		if v.Bool() {
			return append(b, 1), nil
		}
		return append(b, 0), nil
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return binary.AppendVarint(b, v.Int()), nil
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		return binary.AppendUvarint(b, v.Uint()), nil
	case reflect.Float32, reflect.Float64:
		return binary.LittleEndian.AppendUint64(b, math.Float64bits(v.Float())), nil
	case reflect.Pointer:
		if v.IsNil() {
			return append(b, isNil), nil
		}
		return appendExact(append(b, isHere), v.Elem())
	case reflect.Slice:
		if v.IsNil() {
			return append(b, isNil), nil
		}
		return appendItems(binary.AppendUvarint(append(b, isHere), uint64(v.Len())), v)
	case reflect.Array:
		return appendItems(b, v)
	case reflect.Struct:
		return appendStruct(b, v)
	case reflect.Map:
		return appendMap(b, v)
	case reflect.Interface:
		return appendAny(b, v)
	}
	return nil, fmt.Errorf("a %s is no plain data", v.Type())
}

func appendItems(b []byte, v reflect.Value) (_ []byte, err error) {
	for i := range v.Len() {
		if b, err = appendExact(b, v.Index(i)); err != nil {
			return nil, err
		}
	}
	return b, nil
}

// appendStruct appends the fields in their order, or a time. A time comes back equal to the bit only in UTC.
func appendStruct(b []byte, v reflect.Value) (_ []byte, err error) {
	if v.Type() == timeType {
		t := v.Interface().(time.Time)
		if t != t.Round(0).UTC() {
			return nil, fmt.Errorf("the time %v is not in UTC", t)
		}
		data, err := t.MarshalBinary()
		if err != nil {
			return nil, err
		}
		return append(append(b, byte(len(data))), data...), nil
	}
	for i := range v.NumField() {
		if !v.Type().Field(i).IsExported() {
			return nil, fmt.Errorf("a %s is no plain data", v.Type())
		}
		if b, err = appendExact(b, v.Field(i)); err != nil {
			return nil, err
		}
	}
	return b, nil
}

// decodeExact sets v, which can be set, to what appendExact wrote at the beginning of b, and returns the rest.
func decodeExact(b []byte, v reflect.Value) ([]byte, error) {
	switch v.Kind() {
	case reflect.String:
		n, b, err := length(b)
		if err != nil {
			return nil, err
		}
		v.SetString(string(b[:n]))
		return b[n:], nil
	case reflect.Bool:
		here, b, err := mark1(b)
		v.SetBool(here)
		return b, err
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		n, size := binary.Varint(b)
		if size <= 0 || v.OverflowInt(n) {
			return nil, errShort
		}
		v.SetInt(n)
		return b[size:], nil
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		n, size := binary.Uvarint(b)
		if size <= 0 || v.OverflowUint(n) {
			return nil, errShort
		}
		v.SetUint(n)
		return b[size:], nil
	case reflect.Float32, reflect.Float64:
		if len(b) < 8 {
			return nil, errShort
		}
		v.SetFloat(math.Float64frombits(binary.LittleEndian.Uint64(b)))
		return b[8:], nil
	case reflect.Pointer, reflect.Slice:
		here, b, err := mark1(b)
		if err != nil || !here {
			return b, err
		}
		if v.Kind() == reflect.Pointer {
			v.Set(reflect.New(v.Type().Elem()))
			return decodeExact(b, v.Elem())
		}
		n, b, err := length(b)
		if err != nil {
			return nil, err
		}
		v.Set(reflect.MakeSlice(v.Type(), n, n))
		return decodeItems(b, v)
	case reflect.Array:
		return decodeItems(b, v)
	case reflect.Struct:
		return decodeStruct(b, v)
	case reflect.Map:
		return decodeMap(b, v)
	case reflect.Interface:
		return decodeAny(b, v)
	}
	return nil, fmt.Errorf("a %s is no plain data", v.Type())
}

func decodeItems(b []byte, v reflect.Value) (_ []byte, err error) {
	for i := range v.Len() {
		if b, err = decodeExact(b, v.Index(i)); err != nil {
			return nil, err
		}
	}
	return b, nil
}

func decodeStruct(b []byte, v reflect.Value) (_ []byte, err error) {
	if v.Type() == timeType {
		if len(b) == 0 || len(b)-1 < int(b[0]) {
			return nil, errShort
		}
		n := int(b[0])
		err := v.Addr().Interface().(encoding.BinaryUnmarshaler).UnmarshalBinary(b[1 : 1+n])
		return b[1+n:], err
	}
	for i := range v.NumField() {
		if !v.Type().Field(i).IsExported() {
			return nil, fmt.Errorf("a %s is no plain data", v.Type())
		}
		if b, err = decodeExact(b, v.Field(i)); err != nil {
			return nil, err
		}
	}
	return b, nil
}

// length reads how many bytes or items follow. There are never more items than bytes, so a damaged length asks for no memory to speak of.
func length(b []byte) (int, []byte, error) {
	n, size := binary.Uvarint(b)
	if size <= 0 || n > uint64(len(b)-size) {
		return 0, nil, errShort
	}
	return int(n), b[size:], nil
}

// mark1 reads one mark of two.
func mark1(b []byte) (bool, []byte, error) {
	if len(b) == 0 || b[0] > 1 {
		return false, nil, errShort
	}
	return b[0] == isHere, b[1:], nil
}
