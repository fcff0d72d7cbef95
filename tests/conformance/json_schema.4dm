// JSON Validate: what fits
var $schema : Object:={type: "object"; properties: {name: {type: "string"; minLength: 2}; age: {type: "integer"; minimum: 0}}; required: ["name"]}
$result:=JSON Validate({name: "Ann"; age: 5}; $schema)
ASSERT($result.success & Undefined($result.errors))
ASSERT(JSON Validate({name: "Ann"; other: True}; $schema).success)
//---
// JSON Validate: what does not, with code and places
var $schema : Object:={properties: {name: {type: "string"; minLength: 2}; list: {items: {type: "integer"}}}; required: ["name"; "age"]}
$result:=JSON Validate({name: "A"; list: [1; "x"; 2.5; 3.0]}; $schema)
ASSERT(Not($result.success))
ASSERT($result.errors.extract("code").join(",")="16,8,20,20")
ASSERT($result.errors.extract("jsonPath").join(",")=",name,list[1],list[2]")
ASSERT($result.errors.extract("schemaPaths").join(",")="#/required,#/properties/name/minLength,#/properties/list/items/type,#/properties/list/items/type")
ASSERT($result.errors.every(Formula($1.value.message#"")))
ASSERT(Undefined($result.errors[0].line))
//---
// JSON Validate: lines are known where JSON Parse was asked for them
$o:=JSON Parse("{\n  \"a\": {\n    \"b\": \"x\"\n  }\n}"; *)
$result:=JSON Validate($o; {properties: {a: {properties: {b: {type: "number"}}}}; additionalProperties: False})
ASSERT($result.errors.length=1)
ASSERT(($result.errors[0].jsonPath="a.b") & ($result.errors[0].line=3) & ($result.errors[0].offset=4))
//---
// JSON Validate: the codes of version 4
//% method code
#DECLARE($value : Variant; $schema : Object) : Text
return JSON Validate({v: $value}; {properties: {v: $schema}}).errors.extract("code").join(",")
//% end
ASSERT(code(5; {multipleOf: 2})="2")
ASSERT(JSON Validate([0.3]; {items: {multipleOf: 0.1}}).success)
ASSERT(code(5; {maximum: 4})="3")
ASSERT(code(5; {maximum: 5; exclusiveMaximum: True})="4")
ASSERT(code(5; {minimum: 6})="5")
ASSERT(code(5; {minimum: 5; exclusiveMinimum: True})="6")
ASSERT(code("abc"; {maxLength: 2})="7")
ASSERT(code("abc"; {minLength: 4})="8")
ASSERT(code("abc"; {pattern: "^b"})="9")
ASSERT(code([1; 2]; {items: [{type: "integer"}]; additionalItems: False})="10")
ASSERT(code([1; 2]; {maxItems: 1})="11")
ASSERT(code([1; 2]; {minItems: 3})="12")
ASSERT(code([1; {a: 1}; {a: 1.0}]; {uniqueItems: True})="13")
ASSERT(code({a: 1; b: 2}; {maxProperties: 1})="14")
ASSERT(code({a: 1}; {minProperties: 2})="15")
ASSERT(code({a: 1}; {required: ["b"]})="16")
ASSERT(code({a: 1; x1: 2}; {additionalProperties: False; patternProperties: {"^x": {type: "integer"}}})="17")
ASSERT(code({a: 1}; {dependencies: {a: ["b"]}})="18")
ASSERT(code({a: 1}; {dependencies: {a: {required: ["c"]}}})="16")
ASSERT(code("d"; {enum: ["a"; "b"]})="19")
ASSERT(code(True; {type: ["string"; "number"]})="20")
ASSERT(code(5; {oneOf: [{type: "integer"}; {minimum: 1}]})="21")
ASSERT(code(5; {oneOf: [{type: "string"}; {minimum: 6}]})="22")
ASSERT(code(5; {anyOf: [{type: "string"}; {minimum: 6}]})="22")
ASSERT(code(5; {not: {type: "integer"}})="23")
ASSERT(code("2024-13-01"; {format: "date"})="24")
ASSERT(code(5; {allOf: [{type: "string"}; {minimum: 6}]})="20,5")
ASSERT(JSON Validate({d: !2024-05-03!; t: ?01:00:00?}; {properties: {d: {type: "string"; format: "date"}; t: {type: "integer"}}}).success)
//---
// JSON Validate: the codes of version 2020-12
//% method code
#DECLARE($value : Variant; $schema : Object) : Text
$schema["$schema"]:="https://json-schema.org/draft/2020-12/schema"
return JSON Validate([$value]; {"$schema": $schema["$schema"]; prefixItems: [$schema]}).errors.extract("code").join(",")
//% end
ASSERT(code(5; {exclusiveMaximum: 5})="35,4")
ASSERT(code(5; {exclusiveMinimum: 5})="35,6")
ASSERT(code("b"; {const: "a"})="35,25")
ASSERT(code({a: 1; b: 2}; {allOf: [{properties: {a: {}}}]; unevaluatedProperties: False})="35,26")
ASSERT(code([1; 2]; {prefixItems: [{}]; unevaluatedItems: False})="35,27")
ASSERT(code({abc: 1}; {propertyNames: {maxLength: 2}})="35,28")
ASSERT(code([1; 2]; {contains: {type: "string"}})="35,29")
ASSERT(code([1; "a"]; {contains: {type: "string"}; minContains: 2})="35,30")
ASSERT(code(["b"; "a"]; {contains: {type: "string"}; maxContains: 1})="35,31")
ASSERT(code({a: 1}; {dependentRequired: {a: ["b"]}})="35,32")
ASSERT(code({a: 1}; {dependentSchemas: {a: {required: ["b"]}}})="35,36,16")
ASSERT(code(5; {if: {type: "integer"}; then: {minimum: 6}})="35,5")
ASSERT(code("x"; {if: {type: "integer"}; else: {minLength: 2}})="35,8")
ASSERT(code([1; "x"]; {prefixItems: [True]; items: {type: "integer"}})="35,20")
ASSERT(code(5; {"$ref": "#/nowhere"})="35,37")
ASSERT(JSON Validate([5]; {"$schema": "https://json-schema.org/draft/2020-12/schema"; items: {not: False}}).success)
//---
// JSON Validate: references
$schema:={definitions: {node: {type: "object"; properties: {next: {"$ref": "#/definitions/node"}}; required: ["id"]}}; "$ref": "#/definitions/node"}
ASSERT(JSON Validate({id: 1; next: {id: 2}}; $schema).success)
$result:=JSON Validate({id: 1; next: {next: {id: 3}}}; $schema)
ASSERT(($result.errors.length=1) & ($result.errors[0].jsonPath="next") & ($result.errors[0].schemaPaths="#/definitions/node/required"))
$result:=JSON Validate({id: 1}; {definitions: {a: {"$ref": "#/definitions/a"}}; "$ref": "#/definitions/a"})
ASSERT($result.errors[0].code=38)
$schema:={"$schema": "https://json-schema.org/draft/2020-12/schema"; "$defs": {n: {"$anchor": "num"; type: "number"}}; items: {"$ref": "#num"}}
ASSERT(JSON Validate([1; 2]; $schema).success & Not(JSON Validate(["x"]; $schema).success))
//---
// JSON Validate: formats
For each ($good; [{f: "date-time"; v: "2024-05-03T09:15:02Z"}; {f: "email"; v: "ann@example.com"}; {f: "ipv4"; v: "10.0.0.1"}; {f: "ipv6"; v: "::1"}; {f: "uri"; v: "https://example.com/a?b"}; {f: "uuid"; v: "2EB22D1C-8A0D-4B1B-9C0C-3F0A0A4B2C1D"}; {f: "hostname"; v: "mail.example.com"}; {f: "time"; v: "09:15:02+02:00"}; {f: "regex"; v: "^a+$"}; {f: "unknown"; v: "x"}])
	ASSERT(JSON Validate([$good.v]; {items: {format: $good.f}}).success; $good.f)
End for each
For each ($bad; [{f: "date-time"; v: "2024-05-03"}; {f: "email"; v: "ann"}; {f: "ipv4"; v: "10.0.0.256"}; {f: "ipv6"; v: ":::"}; {f: "uri"; v: "no uri"}; {f: "uuid"; v: "1"}; {f: "hostname"; v: "-a"}; {f: "regex"; v: "("}])
	ASSERT(Not(JSON Validate([$bad.v]; {items: {format: $bad.f}}).success); $bad.f)
End for each
//---
// JSON Validate: a schema that is none
$result:=JSON Validate({}; {type: "text"})  //! JSON Validate: vSchema: #/type: it cannot have this value
//---
// JSON Validate: an invalid schema below
$result:=JSON Validate({}; {properties: {a: {minLength: -1}}})  //! vSchema: #/properties/a/minLength
//---
// JSON Validate: another version
$result:=JSON Validate({}; {"$schema": "http://json-schema.org/draft-07/schema#"})  //! vSchema: #/\$schema: wanted version 4 or 2020-12, got http://json-schema.org/draft-07
//---
// JSON Validate: a pattern that is none
$result:=JSON Validate({}; {properties: {a: {pattern: "("}}})  //! vSchema: #/properties/a/pattern: wanted a regular expression, got \(
//---
// JSON Validate: a schema in a list of items, and one that only a reference names, are checked, too
var $bad : Object:={type: 5}
Try(JSON Validate({v: [1]}; {properties: {v: {items: [$bad]}}}))
ASSERT(Last errors[0].message="@cannot have this value@")
Try(JSON Validate({v: 1}; {properties: {v: {$ref: "#/elsewhere"}}; elsewhere: $bad}))
ASSERT(Last errors[0].message="@cannot have this value@")
