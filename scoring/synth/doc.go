// Package synth makes synthetic worlds. A placeholder sentence. Another.
package synth
