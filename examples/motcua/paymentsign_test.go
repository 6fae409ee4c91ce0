package main

import (
	"bytes"
	"crypto/sha256"
	"fmt"
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

// TestSecretFiles: a file holds a secret and the end of its line. Anything else is told,
// since a digest with it would be wrong and nobody would know.
func TestSecretFiles(t *testing.T) {
	const vector = "6fe7ce611f26fc90b19cc2748c0c00f5658cf115ff62b7c3d7cab9b90a328f55\n" // payments.md 1.3
	const query = `{"LoaiBanTin":"QUERY","PhienBan":"1.0.6","MaDoiTac":"DOITAC01","MaThamChieu":"THAMCHIEU0001","ThoiGianGD":20260701083000}`
	for _, c := range []struct{ reason, file, digest, wrong string }{
		{"no end of a line", "bi-mat-thu", vector, ""},
		{"an end of a line", "bi-mat-thu\n", vector, ""},
		{"that of Windows", "bi-mat-thu\r\n", vector, ""},
		{"marks and a bar are signed as UTF-8", "khóa|bí mật\n", fmt.Sprintf("%x\n", sha256.Sum256([]byte("QUERY|1.0.6|DOITAC01|THAMCHIEU0001|20260701083000|khóa|bí mật"))), ""},
		{"a secret may end in a space", "bi-mat-thu \n", fmt.Sprintf("%x\n", sha256.Sum256([]byte("QUERY|1.0.6|DOITAC01|THAMCHIEU0001|20260701083000|bi-mat-thu "))), ""},
		{"a byte order mark", "\ufeffbi-mat-thu\n", "", "byte order mark"},
		{"UTF-16, as PowerShell writes it", "\xff\xfeb\x00i\x00\r\x00\n\x00", "", "not UTF-8"},
		{"UTF-16 without a mark", "b\x00i\x00", "", "control character"},
		{"Latin-1", "bi-m\xe1t", "", "not UTF-8"},
		{"two lines", "bi-mat-thu\nkhoa-1\n", "", "more than one line"},
		{"an empty line after it", "bi-mat-thu\n\n", "", "more than one line"},
		{"spaces alone", "  \n", "", "no secret"},
		{"nothing", "", "", "no secret"},
	} {
		file := filepath.Join(t.TempDir(), "secret")
		if err := os.WriteFile(file, []byte(c.file), 0o600); err != nil {
			t.Fatal(err)
		}
		var out, errs bytes.Buffer
		code := run([]string{"payment", "sign", "--message", "query", "--secret-file", file, "-"}, strings.NewReader(query), &out, &errs, noon)
		if out.String() != c.digest || (code == exitOK) != (c.wrong == "") || !strings.Contains(errs.String(), c.wrong) || (errs.Len() == 0) != (c.wrong == "") {
			t.Errorf("%s: exit %d, %q, %q", c.reason, code, out.String(), errs.String())
		}
	}
}
