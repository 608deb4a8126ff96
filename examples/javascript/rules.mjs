// Evaluates the relations of schemas/rules.json on a report. Money is exact: BigInt, in millionths.

const OTHER_LAYOUT = Symbol("the row has another layout");
const isObject = (found) => typeof found === "object" && found !== null;
const split = (address) => [address.slice(0, address.lastIndexOf(".")), address.slice(address.lastIndexOf(".") + 1)];
const at = (document, path) =>
  path.split(".").reduce((found, key) => (isObject(found) && Object.hasOwn(found, key) ? found[key] : undefined), document);

/** A JSON number of at most 15 digits, six of them decimals, in millionths. */
export function exact(number) {
  const [whole, decimals = ""] = String(Math.abs(number)).split(".");
  const size = BigInt(whole + decimals.padEnd(6, "0"));
  return number < 0 ? -size : size;
}

/** Millionths as a number, or as a text where a number would not be exact. */
export function plain(size) {
  const digits = (size < 0n ? -size : size).toString().padStart(7, "0");
  const text = (size < 0n ? "-" : "") + `${digits.slice(0, -6)}.${digits.slice(-6)}`.replace(/\.?0+$/, "");
  return text.replace(/[-.]/g, "").length <= 15 ? Number(text) : text;
}

export class Rules {
  constructor(rules) {
    this.relations = rules.relations;
    this.split = new Map(rules.split.map((part) => [part.part, part]));
    this.within = new Map(rules.rows.map((row) => [row.address, row.within]));
    this.kinds = new Map(rules.rows.flatMap((row) => row.layouts.flatMap((layout) =>
      Object.entries(layout.columns).map(([column, { kind }]) => [`${row.address}.${column}`, kind]))));
    this.eitherSign = (cell) => rules.kinds[this.kinds.get(cell.replace(/^(prior|members)\./, ""))].either_sign;
  }

  /** Every instance of every relation: {rule, at, outcome, needed}. */
  evaluate(report, prior, members) {
    return [...this.judged(report, prior, members)].map(({ relation, instance, outcome, needed }) => (
      { rule: relation.id, at: instance.at, outcome, needed }));
  }

  /** Every instance with its relation and its figures (null where it does not apply). */
  *judged(report, prior, members) {
    const family = this.family(report, members);
    for (const relation of this.relations) {
      for (const instance of relation.instances) {
        const figures = relation.needs === "members" ? this.rollUp(instance, report, family) : this.figures(relation, instance, report, prior);
        yield { relation, instance, figures, ...this.judge(relation, figures, relation.needs === "members" && family?.missing > 0) };
      }
    }
  }

  /** The state of a cell: a number, null for a blank, or OTHER_LAYOUT. */
  cell(document, address) {
    const [row, column] = split(address);
    const found = at(document, row);
    if (isObject(found)) return Object.hasOwn(found, column) ? found[column] : OTHER_LAYOUT;
    const part = this.within.get(row);
    return part && !this.isSeveral(document, part) ? OTHER_LAYOUT : null;
  }

  isSeveral(document, part) {
    const found = at(document, part);
    return isObject(found) && !Object.hasOwn(found, this.split.get(part).columns[0]);
  }

  /** The figures of an instance within a report or with the year before; null: not applicable. */
  figures(relation, { row, expected, stated }, report, prior) {
    if (relation.needs === "prior" && !prior) return null;
    if (row && !isObject(at(report, row))) return null;
    const figures = [];
    for (const [side, terms] of [[-1, expected], [1, stated]]) {
      for (const { coefficient, cell, cells } of terms) {
        for (const name of cells ?? [cell]) {
          const value = name.startsWith("prior.") ? this.cell(prior, name.slice(6)) : this.cell(report, name);
          if (value !== OTHER_LAYOUT) figures.push({ name, value, coefficient, raises: side * coefficient });
          else if (cell) return null;
        }
      }
    }
    return figures;
  }

  family(report, members) {
    if (!members?.length || report.scope === "own") return null;
    const reported = members.filter((member) => member !== null);
    const documents = [report, ...reported];
    const isMixed = (part) => documents.some((d) => !isObject(at(d, part))) || new Set(documents.map((d) => this.isSeveral(d, part))).size > 1;
    return { reported, documents, missing: members.length - reported.length, mixed: new Set([...this.split.keys()].filter(isMixed)) };
  }

  /** The figures of a cell and its sum over the members; null: not applicable. */
  rollUp({ at: address }, report, family) {
    if (!family) return null;
    const [row, column] = split(address);
    if (!family.mixed.has(row) && family.documents.some((d) => this.cell(d, address) === OTHER_LAYOUT)) return null;
    if (this.kinds.get(address) === "amount") {
      const units = new Set(family.documents.map((d) => at(d, row)).filter(isObject).map((found) => found.unit));
      if (units.size > 1 || units.has(null)) return null;
    }
    const names = (d) => (family.mixed.has(row) && this.isSeveral(d, row) ? this.split.get(row).rows.map((r) => `${r}.${column}`) : [address]);
    const of = (d, prefix, raises) => names(d).map((name) => ({ name: prefix + name, value: this.cell(d, name), coefficient: 1, raises }));
    const missing = Array.from({ length: family.missing }, () => ({ name: `members.${address}`, value: null, coefficient: 1, raises: -1 }));
    return [...family.reported.flatMap((d) => of(d, "members.", -1)), ...missing, ...of(report, "", 1)];
  }

  judge({ sign }, figures, incomplete) {
    const blanks = figures?.filter(({ value }) => value === null);
    if (!figures || blanks.length === figures.length) return { outcome: "not_applicable", needed: [] };
    const d = figures.reduce((sum, { value, raises }) => sum + BigInt(raises) * (value === null ? 0n : exact(value)), 0n);
    const mends = blanks.some(({ name, raises }) => this.eitherSign(name) || raises > 0 === d < 0n);
    let outcome = mends ? "undetermined" : "broken";
    if (d === 0n || (sign === "<=" && d > 0n)) outcome = incomplete ? "undetermined" : "holds";
    if (outcome !== "undetermined" || blanks.length !== 1) return { outcome, needed: [] };
    const [{ name, raises }] = blanks;
    return { outcome, needed: [{ cell: name, [sign === "=" ? "value" : "at_least"]: plain(-d * BigInt(raises)) }] };
  }
}
