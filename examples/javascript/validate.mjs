// Validates documents with ajv in strict mode: node validate.mjs SCHEMA DOCUMENT…
// Exit code 1: a document is not valid, and each error is printed with its path.
import { readFileSync } from "node:fs";
import Ajv2020 from "ajv/dist/2020.js";

const json = (path) => JSON.parse(readFileSync(path, "utf8"));
const [schema, ...documents] = process.argv.slice(2);
const validate = new Ajv2020.default({ strict: true, strictRequired: true, allErrors: true }).compile(json(schema));

for (const path of documents) {
  const valid = validate(json(path));
  console.log(`${path}: ${valid ? "valid" : "not valid"}`);
  for (const { instancePath, message } of validate.errors ?? []) console.log(`  ${instancePath || "/"} ${message}`);
  if (!valid) process.exitCode = 1;
}
