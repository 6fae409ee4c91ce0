package gateway_test

import (
	"testing"

	"github.com/motcua/motcua/payment/gateway"
)

// TestVectors: digests that others computed.
func TestVectors(t *testing.T) {
	for _, v := range []struct {
		message gateway.Signable
		secret  string
		want    string
	}{
		{&gateway.Query{LoaiBanTin: "QUERY", PhienBan: "1.0.6", MaDoiTac: "DOITAC01", MaThamChieu: "THAMCHIEU0001", ThoiGianGD: "20260701083000"},
			"bi-mat-thu", "6fe7ce611f26fc90b19cc2748c0c00f5658cf115ff62b7c3d7cab9b90a328f55"},
		{&gateway.KeyPay{AdditionFee: "0", ClientID: "1001", Command: "PAY", TransAmount: "25000", TransactionID: "GD0001", Version: "3.0"},
			"khoa-1", "88d183c43e301d2593ad171e1ea75255f2f725443c8b7cfb8a078559b6942a43"},
	} {
		got, err := gateway.Sign(v.message, gateway.NewSecret(v.secret))
		if err != nil || got != v.want {
			t.Errorf("%v: %s, %v, want %s", v.message, got, err, v.want)
		}
	}
}
