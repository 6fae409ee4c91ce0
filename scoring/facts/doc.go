// Package facts turns messages and lines of facts into rows that can be counted.
package facts
