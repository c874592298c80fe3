//go:build race

package quiz

func init() { many = 20_000 }
