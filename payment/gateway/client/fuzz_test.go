package client_test

import (
	"bytes"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/motcua/motcua/payment"
)

func FuzzHandler(f *testing.F) {
	f.Add(signed(confirm(), "bi-mat-thu"), "application/json")
	f.Add(signed(confirm(), "khac"), "application/json; charset=utf-8")
	f.Add([]byte(`{"MaLoi":1e9}`), "a/b")
	good := signed(confirm(), "bi-mat-thu")
	f.Fuzz(func(t *testing.T, body []byte, kind string) {
		var took []payment.Claim
		h := desk(&took, nil)
		r := httptest.NewRequest(http.MethodPost, "/", bytes.NewReader(body))
		r.Header.Set("Content-Type", kind)
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		acknowledged := strings.Contains(w.Body.String(), `"MaLoi":"00"`)
		if acknowledged != (len(took) == 1) {
			t.Errorf("%d %s, took %v", w.Code, w.Body, took)
		}
		if len(took) > 0 && took[0].Transaction != "GD1" && !bytes.Equal(body, good) {
			t.Errorf("somebody without the secret was believed: %s", body)
		}
	})
}
