// Checks the relations of reports, and says in both languages what is broken: node check.mjs REPORT…
// Exit code 1: an error was found; 2: a report cannot be read.
import { readFileSync } from "node:fs";
import { message } from "./messages.mjs";
import { Rules } from "./rules.mjs";

const rules = new Rules(JSON.parse(readFileSync(new URL("../../schemas/rules.json", import.meta.url), "utf8")));
const paths = process.argv.slice(2);
if (!paths.length) {
  console.error("node check.mjs REPORT…");
  process.exit(2);
}

for (const path of paths) {
  let report;
  try {
    report = JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    console.error(`${path}: ${error.message}`);
    process.exitCode = 2;
    continue;
  }
  console.log(path);
  for (const judged of rules.judged(report, null, null)) {
    const { relation, instance, outcome, needed } = judged;
    if (outcome === "broken") {
      const { zh, en } = message(judged);
      console.log(`  ${relation.severity} ${relation.id} ${instance.at}\n    ${zh}\n    ${en}`);
      if (relation.severity === "error") process.exitCode ||= 1;
    }
    for (const { cell, value, at_least } of needed) console.log(`  ${relation.id} ${instance.at}\n    ${cell}: ${value ?? `≥ ${at_least}`}`);
  }
}
