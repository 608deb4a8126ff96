// Says in words what an instance of Rules.judged is about: the relation's message, filled in.
import { exact, plain } from "./rules.mjs";

/** Figures as a written sum, 10 + 2 − _: a blank is _, and zeros are left out if two or more figures stay. */
function written(figures) {
  const others = figures.filter(({ value }) => value !== 0);
  const shown = others.length > 1 ? others : figures;
  const terms = shown.map(({ coefficient, value }) => `${coefficient < 0 ? "−" : "+"} ${value === null ? "_" : plain(exact(value))}`);
  return terms.join(" ").replace(/^\+ /, "");
}

/** The message of a broken instance, {zh, en}. */
export function message({ relation, instance, figures }) {
  const sides = [figures.filter((f) => f.raises !== f.coefficient), figures.filter((f) => f.raises === f.coefficient)];
  const total = (side) => side.reduce((sum, { coefficient, value }) => sum + BigInt(coefficient) * exact(value ?? 0), 0n);
  const [expected, actual] = sides.map(total);
  const values = {
    expected: plain(expected),
    actual: plain(actual),
    difference: plain(actual > expected ? actual - expected : expected - actual),
    expected_sum: written(sides[0]),
    actual_sum: written(sides[1]),
  };
  const filled = (language) => relation.message[language].replace(/\{(\w+)\}/g, (_, name) => (name === "at" ? instance.label[language] : values[name]));
  return { zh: filled("zh"), en: filled("en") };
}
