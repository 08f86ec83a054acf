package cache

import (
	"bytes"
	"encoding/gob"
	"reflect"
)

// Through returns what compute makes, from the cache where it is there, and keeps it where it is not.
//
// Values are kept as gob, and only where gob gives them back exactly (it turns an empty slice into nil, for one): so what is returned
// never depends on the cache. A cache that cannot be written is no failure of the build: the error in kept tells of it.
func Through[T any](c *Cache, key Key, compute func() (T, error)) (value T, kept, err error) {
	if data, ok := c.Get(key); ok {
		if err := gob.NewDecoder(bytes.NewReader(data)).Decode(&value); err == nil {
			return value, nil, nil
		}
		var zero T // of another shape than T has now: as good as missing
		value = zero
	}
	value, err = compute()
	if err != nil || c == nil {
		return value, nil, err
	}
	if data, ok := encode(value); ok {
		kept = c.Put(key, data)
	}
	return value, kept, nil
}

// encode returns value as gob, and whether gob gives it back exactly.
func encode[T any](value T) ([]byte, bool) {
	var b bytes.Buffer
	if err := gob.NewEncoder(&b).Encode(&value); err != nil {
		return nil, false
	}
	var again T
	if err := gob.NewDecoder(bytes.NewReader(b.Bytes())).Decode(&again); err != nil || !reflect.DeepEqual(value, again) {
		return nil, false
	}
	return b.Bytes(), true
}
