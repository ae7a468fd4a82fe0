package store

import (
	"context"
	"testing"

	"laurel/model"
)

func TestValuesOfEntries(t *testing.T) {
	b, edition, of := aList(t, model.Scheme{Kind: model.SchemeFull}, "Ada", "Ben")
	ctx := context.Background()
	gender := do(t, b, AddCustomField{model.CustomField{Name: "Gender", Kind: model.CustomChoice, Choices: []string{"woman", "man"}}}).Created
	motto := do(t, b, AddCustomField{model.CustomField{Name: "Motto", Kind: model.CustomText}}).Created
	ada, err := b.Placement(ctx, of["Ada"])
	if err != nil {
		t.Fatal(err)
	}
	do(t, b, SetCustomValue{PersonID: ada.Members[0].PersonID, FieldID: gender, Value: "woman"})
	do(t, b, SetCustomValue{PersonID: ada.Members[0].PersonID, FieldID: motto, Value: "Onwards"})
	fields, values, err := b.EntryValues(ctx, edition)
	if err != nil || len(fields) != 1 || fields[0].Name != "Gender" {
		t.Fatalf("the fields are %+v, %v", fields, err)
	}
	if values[of["Ada"]][gender] != "woman" || len(values) != 1 {
		t.Errorf("the values are %v", values)
	}
}
