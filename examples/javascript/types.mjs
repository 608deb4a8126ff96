// Writes TypeScript types of the schemas, one file a schema, by json-schema-to-typescript:
// node types.mjs FOLDER
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { compile } from "json-schema-to-typescript";

const folder = new URL("../../schemas/", import.meta.url);

/** The schemas, each with the name of its root; definitions are named in the schema. */
const ROOTS = {
  "report": "AnnualReport",
  "2019/report": "AnnualReport",
  "2021/report": "AnnualReport",
  "finding": "Finding",
  "review": "Reviews",
  "profile": "Profile",
  "waivers": "Waivers",
  "roster": "Roster",
  "rules": "Rules",
  "categories": "Categories",
  "crosswalk-2019-2021": "Crosswalk",
  "conformance/case": "Case",
  "conformance/answer": "Answer",
};
const isObject = (found) => typeof found === "object" && found !== null;
const each = (found) => Object.fromEntries(Object.entries(found).map(([key, below]) => [key, typed(below)]));

/** What a type can say of a schema: an alternative for a condition, a comment for a title. */
function typed(schema) {
  if (!isObject(schema)) return schema;
  const { title, description, type, examples, not, if: condition, then, else: otherwise, $ref, ...rest } = schema;
  const said = title ? { description: `${title}\n\n${description}` } : {};
  if ($ref) return { ...said, allOf: [{ $ref }] };
  if (condition && !rest.properties) {
    return { ...said, anyOf: [typed(then), otherwise ? typed(otherwise) : { type: "null" }] };
  }
  for (const word of ["items", "additionalProperties"]) if (isObject(rest[word])) rest[word] = typed(rest[word]);
  for (const word of ["properties", "$defs"]) if (rest[word]) rest[word] = each(rest[word]);
  return { ...said, ...(type ? { type } : {}), ...rest };
}

/** A schema whose root is one of its definitions, with that definition for its root. */
function unrolled({ $ref, $defs, ...root }) {
  if (!$ref) return { ...root, $defs };
  const { [$ref.split("/").at(-1)]: definition, ...others } = $defs;
  return { ...definition, $defs: others };
}

const [to] = process.argv.slice(2);
if (!to) {
  console.error("node types.mjs FOLDER");
  process.exit(2);
}

for (const [name, root] of Object.entries(ROOTS)) {
  const { $schema, $id, ...schema } = JSON.parse(readFileSync(new URL(`${name}.schema.json`, folder), "utf8"));
  const text = await compile(typed(unrolled(schema)), root, {
    additionalProperties: false,
    bannerComment: `/* Written by types.mjs from ${name}.schema.json; do not edit. */`,
    customName: (_schema, key) => key,
  });
  const path = join(to, `${name}.d.ts`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
