// Says what is broken in cases, one JSON a line in and out: node messages.mjs RULES < cases.
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { message } from "../../examples/javascript/messages.mjs";
import { Rules } from "../../examples/javascript/rules.mjs";

const rules = new Rules(JSON.parse(readFileSync(process.argv[2], "utf8")));

for await (const line of createInterface({ input: process.stdin })) {
  const { report, prior, members } = JSON.parse(line);
  const broken = [...rules.judged(report, prior, members)].filter(({ outcome }) => outcome === "broken");
  process.stdout.write(`${JSON.stringify(broken.map((judged) => [judged.relation.id, judged.instance.at, message(judged)]))}\n`);
}
