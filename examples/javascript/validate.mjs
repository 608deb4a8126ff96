// Validates documents with ajv in strict mode: node validate.mjs SCHEMA DOCUMENT…
// Exit code 1: a document is not valid, and each error is printed with its path; 2: a file cannot be read.
import { readFileSync } from "node:fs";
import Ajv2020 from "ajv/dist/2020.js";

/** The JSON of a file; the program ends where there is none. */
function json(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    console.error(`${path}: ${error.message}`);
    return process.exit(2);
  }
}

/** What is wrong, with the key or the values that ajv's sentence leaves out. */
function said({ keyword, message, params }) {
  if (keyword === "additionalProperties") return `${message}: '${params.additionalProperty}'`;
  if (keyword === "enum") return `${message}: ${params.allowedValues.map((value) => JSON.stringify(value)).join(", ")}`;
  return message;
}

const [schema, ...documents] = process.argv.slice(2);
if (!documents.length) {
  console.error("node validate.mjs SCHEMA DOCUMENT…");
  process.exit(2);
}
const validate = new Ajv2020.default({ strict: true, strictRequired: true, allErrors: true }).compile(json(schema));

for (const path of documents) {
  const valid = validate(json(path));
  console.log(`${path}: ${valid ? "valid" : "not valid"}`);
  for (const error of validate.errors ?? []) console.log(`  ${error.instancePath || "/"} ${said(error)}`);
  if (!valid) process.exitCode = 1;
}
