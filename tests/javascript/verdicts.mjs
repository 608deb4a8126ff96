// Says of documents whether ajv, at its strictest, takes them: node verdicts.mjs SCHEMAS < lines.
// A line is {"schema", "document"}; the schema is a key of the file of schemas. Answers true or false.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";

const require = createRequire(new URL("../../examples/javascript/package.json", import.meta.url));
const Ajv2020 = require("ajv/dist/2020.js").default;
const ajv = new Ajv2020({ strict: true, strictRequired: true, validateSchema: true, allErrors: true });
const schemas = Object.entries(JSON.parse(readFileSync(process.argv[2], "utf8")));
const validators = new Map(schemas.map(([name, schema]) => [name, ajv.compile(schema)]));

for await (const line of createInterface({ input: process.stdin })) {
  const { schema, document } = JSON.parse(line);
  process.stdout.write(`${validators.get(schema)(document)}\n`);
}
