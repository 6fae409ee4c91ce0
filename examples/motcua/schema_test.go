package main

import (
	"encoding/json"
	"io/fs"
	"os"
	"path"
	"strings"
	"testing"
)

// TestEverySchemaIsListed: whatever schema a package ships, the program knows it, once,
// and as it is shipped.
func TestEverySchemaIsListed(t *testing.T) {
	listed := map[string][]byte{}
	for _, d := range documents() {
		if listed[d.ID] != nil {
			t.Errorf("%s is listed twice", d.ID)
		}
		listed[d.ID] = d.Schema
	}
	shipped := 0
	root := os.DirFS("../..")
	err := fs.WalkDir(root, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || path.Base(path.Dir(name)) != "schema" || !strings.HasSuffix(name, ".json") || strings.Contains(name, "testdata/") {
			return err
		}
		shipped++
		text, err := fs.ReadFile(root, name)
		if err != nil {
			return err
		}
		var schema struct {
			ID string `json:"$id"`
		}
		if err := json.Unmarshal(text, &schema); err != nil {
			return err
		}
		if string(listed[schema.ID]) != string(text) {
			t.Errorf("%s is not listed as it is shipped", name)
		}
		return nil
	})
	if err != nil || shipped != len(listed) {
		t.Errorf("%d schemas, %d listed: %v", shipped, len(listed), err)
	}
}
