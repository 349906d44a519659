// Reads an exported Terraform module and its example with HashiCorp's own library for the language, which shares nothing
// with Spotdock, and prints what the module's resources come to, as JSON. Fails where Terraform would: on what can't be
// parsed, on values that break a variable's rule, on references to nothing; and on what "terraform fmt" would lay out
// otherwise. It is no Terraform: providers are not asked, so the schema of the resources is not checked.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"sort"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/ext/tryfunc"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/hashicorp/hcl/v2/hclwrite"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
	"github.com/zclconf/go-cty/cty/function/stdlib"
	ctyjson "github.com/zclconf/go-cty/cty/json"
)

var functions = map[string]function.Function{
	"can":        tryfunc.CanFunc,
	"concat":     stdlib.ConcatFunc,
	"join":       stdlib.JoinFunc,
	"jsonencode": stdlib.JSONEncodeFunc,
	"length":     length,
	"regex":      stdlib.RegexFunc,
}

// Terraform's length counts the characters of a text, and else the members.
var length = function.New(&function.Spec{
	Params: []function.Parameter{{Name: "value", Type: cty.DynamicPseudoType}},
	Type:   function.StaticReturnType(cty.Number),
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		if args[0].Type() == cty.String {
			return stdlib.Strlen(args[0])
		}
		return args[0].Length(), nil
	},
})

func main() {
	partition := flag.String("partition", "aws", "what data.aws_partition says")
	account := flag.String("account", "", "what data.aws_caller_identity says")
	region := flag.String("region", "us-east-1", "what data.aws_s3_bucket says")
	layout := flag.Bool("layout", false, "only parse, and compare the layout, of all files below the folder")
	flag.Parse()
	if flag.NArg() != 1 {
		fail("the folder of the module, please")
	}
	folder := flag.Arg(0)
	if *layout {
		layouts(folder)
		return
	}

	example := read(filepath.Join(folder, "example"))
	given := arguments(one(example, "module").Body, &hcl.EvalContext{})
	delete(given, "source")

	module := read(folder)
	values := map[string]cty.Value{}
	for _, block := range module["variable"] {
		values[block.Labels[0]] = variable(block, given)
		delete(given, block.Labels[0])
	}
	for name := range given {
		fail("the example gives " + name + ", which the module has no variable for")
	}
	context := &hcl.EvalContext{Functions: functions, Variables: map[string]cty.Value{"var": object(values)}}
	for _, block := range module["variable"] {
		validate(block, context)
	}
	known := map[string]map[string]cty.Value{}
	for _, block := range module["data"] {
		arguments(block.Body, context) // for what is wrong in them
		add(known, "data."+block.Labels[0], block.Labels[1], cty.ObjectVal(map[string]cty.Value{
			"partition":  cty.StringVal(*partition),
			"account_id": cty.StringVal(*account),
			"region":     cty.StringVal(*region),
			"bucket":     values["bucket_name"],
		}))
	}
	for _, block := range module["resource"] {
		name := block.Labels[0] + "." + block.Labels[1]
		stands := cty.ObjectVal(map[string]cty.Value{
			"id":     cty.StringVal(name),
			"arn":    cty.StringVal(name + ".arn"),
			"name":   cty.StringVal(name),
			"bucket": cty.StringVal(name),
			"region": cty.StringVal(*region),
		})
		if _, counted := block.Body.Attributes["count"]; counted {
			stands = cty.TupleVal([]cty.Value{stands})
		}
		add(known, block.Labels[0], block.Labels[1], stands)
	}
	data := map[string]cty.Value{}
	for kind, named := range known {
		if len(kind) > 5 && kind[:5] == "data." {
			data[kind[5:]] = object(named)
		} else {
			context.Variables[kind] = object(named)
		}
	}
	context.Variables["data"] = object(data)

	resources := map[string]interface{}{}
	for _, block := range module["resource"] {
		resources[block.Labels[0]+"."+block.Labels[1]] = body(block.Body, context)
	}
	outputs := map[string]interface{}{}
	for _, block := range module["output"] {
		outputs[block.Labels[0]] = body(block.Body, context)["value"]
	}
	text, err := json.MarshalIndent(map[string]interface{}{"resources": resources, "outputs": outputs}, "", "  ")
	if err != nil {
		fail(err.Error())
	}
	fmt.Println(string(text))
}

// All blocks of a folder's files, by kind.
func read(folder string) map[string][]*hclsyntax.Block {
	files, _ := filepath.Glob(filepath.Join(folder, "*.tf"))
	if len(files) == 0 {
		fail("no files in " + folder)
	}
	blocks := map[string][]*hclsyntax.Block{}
	for _, file := range files {
		for _, block := range parse(file) {
			blocks[block.Type] = append(blocks[block.Type], block)
		}
	}
	return blocks
}

func parse(file string) []*hclsyntax.Block {
	source, err := os.ReadFile(file)
	if err != nil {
		fail(err.Error())
	}
	parsed, diagnostics := hclsyntax.ParseConfig(source, file, hcl.InitialPos)
	check(diagnostics)
	if string(hclwrite.Format(source)) != string(source) {
		fail(file + " is not laid out as terraform fmt would")
	}
	return parsed.Body.(*hclsyntax.Body).Blocks
}

func layouts(folder string) {
	err := filepath.Walk(folder, func(file string, _ os.FileInfo, err error) error {
		if err == nil && filepath.Ext(file) == ".tf" {
			parse(file)
		}
		return err
	})
	if err != nil {
		fail(err.Error())
	}
}

func one(blocks map[string][]*hclsyntax.Block, kind string) *hclsyntax.Block {
	if len(blocks[kind]) != 1 {
		fail(fmt.Sprintf("%d blocks of kind %s", len(blocks[kind]), kind))
	}
	return blocks[kind][0]
}

func variable(block *hclsyntax.Block, given map[string]cty.Value) cty.Value {
	if value, ok := given[block.Labels[0]]; ok {
		return value
	}
	standard, ok := block.Body.Attributes["default"]
	if !ok {
		fail("nothing is given for " + block.Labels[0])
	}
	value, diagnostics := standard.Expr.Value(nil)
	check(diagnostics)
	return value
}

func validate(block *hclsyntax.Block, context *hcl.EvalContext) {
	for _, inner := range block.Body.Blocks {
		holds, diagnostics := inner.Body.Attributes["condition"].Expr.Value(context)
		check(diagnostics)
		if holds.False() {
			fail(block.Labels[0] + " breaks its own rule")
		}
	}
}

func arguments(body *hclsyntax.Body, context *hcl.EvalContext) map[string]cty.Value {
	values := map[string]cty.Value{}
	for name, attribute := range body.Attributes {
		value, diagnostics := attribute.Expr.Value(context)
		check(diagnostics)
		values[name] = value
	}
	return values
}

// References of meta-arguments are names, not values.
func body(from *hclsyntax.Body, context *hcl.EvalContext) map[string]interface{} {
	values := map[string]interface{}{}
	for name, attribute := range from.Attributes {
		if name == "depends_on" {
			continue
		}
		value, diagnostics := attribute.Expr.Value(context)
		check(diagnostics)
		text, err := ctyjson.Marshal(value, value.Type())
		if err != nil {
			fail(err.Error())
		}
		values[name] = json.RawMessage(text)
	}
	for _, block := range from.Blocks {
		list, _ := values[block.Type].([]interface{})
		values[block.Type] = append(list, body(block.Body, context))
	}
	return values
}

func add(known map[string]map[string]cty.Value, kind, name string, value cty.Value) {
	if known[kind] == nil {
		known[kind] = map[string]cty.Value{}
	}
	known[kind][name] = value
}

func object(values map[string]cty.Value) cty.Value {
	return cty.ObjectVal(values)
}

func check(diagnostics hcl.Diagnostics) {
	if !diagnostics.HasErrors() {
		return
	}
	lines := []string{}
	for _, diagnostic := range diagnostics {
		lines = append(lines, diagnostic.Error())
	}
	sort.Strings(lines)
	fail(fmt.Sprint(lines))
}

func fail(why string) {
	fmt.Fprintln(os.Stderr, why)
	os.Exit(1)
}
