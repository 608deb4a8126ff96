// Answers conformance cases: node conformance.mjs < cases, one JSON a line in and out.
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { Rules } from "./rules.mjs";

const folder = new URL("../../schemas/", import.meta.url);
const rules = new Rules(JSON.parse(readFileSync(new URL("rules.json", folder), "utf8")));

for await (const line of createInterface({ input: process.stdin })) {
  const { id, report, prior, members } = JSON.parse(line);
  process.stdout.write(`${JSON.stringify({ id, outcomes: rules.evaluate(report, prior, members) })}\n`);
}
