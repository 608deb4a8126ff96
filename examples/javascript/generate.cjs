// Reports that the JSON Schema allows, one a line: node generate.cjs SCHEMA COUNT
// Needs json-schema-faker (npm install json-schema-faker@0.5). Their numbers do not add up.
"use strict";
const { readFileSync } = require("node:fs");
const faker = require("json-schema-faker");
const generator = faker.JSONSchemaFaker ?? faker.default ?? faker;

const [path, count] = process.argv.slice(2);
const schema = JSON.parse(readFileSync(path, "utf-8"));

// The generator follows neither `if` nor more than a few references, so both are written out; and
// it makes fractions with more digits than an amount may have, so amounts are whole numbers here.
function plain(part) {
  if (Array.isArray(part)) return part.map(plain);
  if (part === null || typeof part !== "object") return part;
  if (part.then) return plain(part.then);
  if ([part.type].flat().includes("number")) return { type: ["integer", "null"], minimum: 0, maximum: 1e9 };
  if (part.$ref) return plain(schema.$defs[part.$ref.replace("#/$defs/", "")]);
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, plain(value)]));
}

const { $defs, $id, ...form } = schema;
generator.option({ alwaysFakeOptionals: true, maxItems: 2 });
const written = plain(form);
for (let made = 0; made < Number(count); made += 1) {
  console.log(JSON.stringify(generator.generate(written)));
}
