package cache

import "reflect"

// Through returns what compute makes, from the cache where it is there, and keeps it where it is not.
//
// What is returned never depends on the cache: values come back exactly, to a nil slice that is not an empty one, and values that would not
// are not kept. What an entry shares in memory, it shares no more when it comes back; stages do not change what they are given. A cache that
// cannot be written is no failure of the build: the error in kept tells of it.
func Through[T any](c *Cache, key Key, compute func() (T, error)) (value T, kept, err error) {
	if data, ok := c.Get(key); ok {
		if rest, err := decodeExact(data, reflect.ValueOf(&value).Elem()); err == nil && len(rest) == 0 {
			return value, nil, nil
		}
		var zero T // of another shape than T has now: as good as missing
		value = zero
	}
	value, err = compute()
	if err != nil || c == nil {
		return value, nil, err
	}
	if data, err := appendExact(nil, reflect.ValueOf(&value).Elem()); err == nil {
		kept = c.Put(key, data)
	}
	return value, kept, nil
}
