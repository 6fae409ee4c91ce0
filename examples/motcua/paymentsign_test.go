package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestSecretIsNotPrinted: whatever is wrong with a message or a call, neither output
// shows the secret, nor the digest that was expected.
func TestSecretIsNotPrinted(t *testing.T) {
	const planted = "khoa-bi-mat-7Q9"
	dir := t.TempDir()
	write := func(name, text string) string {
		file := filepath.Join(dir, name)
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return file
	}
	secret := write("secret", planted+"\n")
	const sound = `{"client_id":"1001","command":"PAY","transaction_id":"GD0001","check_sum":"abc"}`
	var digest bytes.Buffer
	if code := run([]string{"payment", "sign", "--message", "keypay-query", "--secret-file", secret, write("m", sound)}, nil, &digest, &digest, noon); code != exitOK {
		t.Fatal(digest.String())
	}
	own := strings.TrimSpace(digest.String())
	for name, text := range map[string]string{
		"sound": sound, "missing": `{"client_id":"1001"}`, "broken": `{"client_id":`, "odd": strings.Replace(sound, `"PAY"`, `[]`, 1),
		"bar": strings.Replace(sound, "PAY", "P|Y", 1), "none": strings.Replace(sound, `"abc"`, `""`, 1), "empty": ``, "digest": strings.Replace(sound, "abc", own, 1),
	} {
		file := write(name, text)
		for _, verb := range []string{"sign", "verify"} {
			for _, format := range []string{"json", "table", "csv"} {
				for _, message := range []string{"keypay-query", "init", "nothing"} {
					var out, errs bytes.Buffer
					run([]string{"payment", verb, "--message", message, "--secret-file", secret, file, "--format", format}, nil, &out, &errs, noon)
					if strings.Contains(out.String()+errs.String(), "7Q9") {
						t.Errorf("%s %s %s %s shows the secret: %s%s", verb, name, format, message, out.String(), errs.String())
					}
					if verb == "verify" && strings.Contains(out.String()+errs.String(), own) {
						t.Errorf("%s %s %s shows the digest: %s%s", name, format, message, out.String(), errs.String())
					}
				}
			}
		}
	}
	var out, errs bytes.Buffer
	if code := run([]string{"payment", "verify", "--message", "keypay-query", "--secret-file", secret, filepath.Join(dir, "digest"), "--format", "json"}, nil, &out, &errs, noon); code != exitOK || out.String() != "{\"valid\":true}\n" {
		t.Errorf("its own digest: exit %d, %s%s", code, out.String(), errs.String())
	}
}
