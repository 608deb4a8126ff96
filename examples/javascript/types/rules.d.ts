/* Written by types.mjs from rules.schema.json; do not edit. */

/**
 * 规则 | Rules
 *
 * 全部规则：勾稽关系是数据，实例全部展开；其余规则只作说明。 | Every rule: the relations as data with their instances written out, the others described.
 */
export interface Rules {
  /**
   * 标识 | Identifier
   *
   * 含主版本号。 | It has the number of the major version in it.
   */
  id: "urn:govdisclosure:1:rules";
  /**
   * 约定的版本 | Release of the contract
   *
   * 主、次、修订三段；各可改变什么，见文档。 | Major, minor, patch; the documentation says what each may change.
   */
  contract: string;
  /**
   * 摘要 | Digest
   *
   * 规则的编号、严重程度、内容或各项改变时随之改变；名称和表述改变时不变。 | It changes with the ids, severities, sentences or terms of rules, not with labels or messages.
   */
  digest: string;
  /**
   * 怎样判断 | Semantics
   *
   * 逐步说明。 | How to evaluate an instance, step by step.
   */
  semantics: Wording[];
  /**
   * 汇总怎样判断 | Roll-up
   *
   * 不同之处。 | What differs where members are added up.
   */
  roll_up: Wording[];
  /**
   * 单元格的类别 | Kinds
   *
   * 各类可以填什么。 | What a cell of each kind may hold.
   */
  kinds: {
    /**
     * 件数 | Count
     *
     * 不为负的整数。 | A whole number, not negative.
     */
    count: Limits;
    /**
     * 增减数 | Change
     *
     * 正负皆可的整数。 | A whole number of either sign.
     */
    change: Limits;
    /**
     * 金额 | Amount
     *
     * 精确的十进制数。 | Money, an exact decimal.
     */
    amount: Limits;
  };
  /**
   * 行 | Rows
   *
   * 两版格式的每一行。 | Every row of either edition.
   */
  rows: Row[];
  /**
   * 一行或几行的部分 | Split parts
   *
   * 一种布局为一行，另一种为几行。 | One row in one layout, several in another.
   */
  split: Split[];
  /**
   * 勾稽关系 | Relations
   *
   * 可移植的规则。 | The portable rules.
   */
  relations: Relation[];
  /**
   * 其余规则 | Other rules
   *
   * 需要文字、日期或其他文件，只作说明。 | They need the text, dates or other documents, and are only described.
   */
  documents: Rule[];
}
/**
 * 两种语言的文字 | Wording
 *
 * 中文和英文，意思相同。 | Chinese and English, of one meaning.
 */
export interface Wording {
  /**
   * 中文 | Chinese
   *
   * 中文文字。 | The text in Chinese.
   */
  zh: string;
  /**
   * 英文 | English
   *
   * 英文文字。 | The text in English.
   */
  en: string;
}
/**
 * 可填的数 | Limits
 *
 * 该类单元格可填的数。 | What a cell of the kind may hold.
 */
export interface Limits {
  /**
   * 中文 | Chinese
   *
   * 中文文字。 | The text in Chinese.
   */
  zh: string;
  /**
   * 英文 | English
   *
   * 英文文字。 | The text in English.
   */
  en: string;
  /**
   * 最小 | Minimum
   *
   * 不小于。 | The least.
   */
  minimum: number;
  /**
   * 最大 | Maximum
   *
   * 不大于。 | The greatest.
   */
  maximum: number;
  /**
   * 整数 | Integer
   *
   * 是否只能是整数。 | Whether it is whole.
   */
  integer: boolean;
  /**
   * 可为负 | Either sign
   *
   * 空白是否可能为负。 | Whether a blank may be negative.
   */
  either_sign: boolean;
}
/**
 * 行 | Row
 *
 * 一行及其各种布局。 | A row with every layout that it may have.
 */
export interface Row {
  /**
   * 地址 | Address
   *
   * 报告 JSON 中的路径，各段以点分隔。 | A path in a report's JSON, with dots.
   */
  address: string;
  /**
   * 名称 | Label
   *
   * 最新一版格式所印的名称；英文为本项目所译。 | As printed in the newest edition that has it; the English is ours.
   */
  label: Wording;
  /**
   * 所在的部分 | Within
   *
   * 所在的、可为一行或几行的部分；没有的为 null。 | The part of one row or several that it is in; null where in none.
   */
  within: string | null;
  /**
   * 布局 | Layouts
   *
   * 旧版在前。 | That of the older edition first.
   *
   * @minItems 1
   */
  layouts: [Layout, ...Layout[]];
}
/**
 * 布局 | Layout
 *
 * 一行的一组列。 | A set of columns that a row has.
 */
export interface Layout {
  /**
   * 名称 | Name
   *
   * 类的名称。 | The name of its class.
   */
  name: string;
  /**
   * 版本 | Editions
   *
   * 该行有此布局的各版格式；空表示只在混用两版的报告中出现。 | Those in which the row has this layout; empty where only reports that mix the editions do.
   */
  editions: ("2019" | "2021")[];
  /**
   * 列 | Columns
   *
   * 键为列名，按顺序。 | By name, in order.
   */
  columns: {
    [k: string]: Column;
  };
  /**
   * 有无单位 | Unit
   *
   * 该行是否有 unit。 | Whether the row has a unit.
   */
  unit: boolean;
}
/**
 * 列 | Column
 *
 * 一列的类别和名称。 | A column's kind and label.
 */
export interface Column {
  /**
   * 类别 | Kind
   *
   * kinds 中的一类。 | One of kinds.
   */
  kind: "count" | "change" | "amount";
  /**
   * 名称 | Label
   *
   * 格式所印的名称；英文为本项目所译。 | As printed; the English is ours.
   */
  label: Wording;
}
/**
 * 一行或几行的部分 | Split part
 *
 * 地址是行还是组，看键。 | A row or a group, by its keys.
 */
export interface Split {
  /**
   * 地址 | Address
   *
   * 报告 JSON 中的路径，各段以点分隔。 | A path in a report's JSON, with dots.
   */
  part: string;
  /**
   * 名称 | Label
   *
   * 格式所印的名称；英文为本项目所译。 | As printed; the English is ours.
   */
  label: Wording;
  /**
   * 列 | Columns
   *
   * 一行时的各列。 | Those of the one row.
   */
  columns: string[];
  /**
   * 行 | Rows
   *
   * 几行时各行的地址。 | Addresses of the several.
   */
  rows: string[];
}
/**
 * 勾稽关系 | Relation
 *
 * 单元格之间的线性关系。 | A linear relation between cells.
 */
export interface Relation {
  /**
   * 规则编号 | Id
   *
   * 不会改变。 | It does not change.
   */
  id: string;
  /**
   * 可移植 | Portable
   *
   * 是否为数据。 | Whether the rule is data.
   */
  portable: true;
  /**
   * 严重程度 | Severity
   *
   * 错误、警告或提示。 | An error, a warning or a note.
   */
  severity: "error" | "warning" | "note";
  /**
   * 审核机关是否检查 | Whether a reviewer applies it
   *
   * H 必查，M 通常检查，L 本项目的建议。 | H surely, M probably, L our own idea.
   */
  confidence: "H" | "M" | "L";
  /**
   * 依据 | Basis
   *
   * 规则的依据。 | What the rule rests on.
   */
  basis: Basis;
  /**
   * 内容 | Sentences
   *
   * 规则要求什么。 | What the rule demands.
   */
  sentences: Wording;
  /**
   * 为什么 | Why
   *
   * 不这样会怎样。 | What goes wrong without it.
   */
  why: Wording;
  /**
   * 怎样改正 | Mend
   *
   * 怎么办。 | What to do about a finding.
   */
  mend: Wording;
  /**
   * 问题的表述 | Message
   *
   * 不成立的实例怎样说。{at} 为实例的 label，{expected}、{actual} 为两侧之和，{difference} 为二者之差的绝对值，{expected_sum}、{actual_sum} 为两侧写出的算式，如 4 + 2。 | What is said of a broken instance. {at} is the instance's label, {expected} and {actual} are what its sides come to, {difference} is how far they are apart, {expected_sum} and {actual_sum} are the sides written out, as 4 + 2.
   */
  message: Wording;
  /**
   * 所需的文件 | Needs
   *
   * report 本报告，prior 上年报告，members 各成员报告。 | The report alone, that of the year before, or those of the members.
   */
  needs: "report" | "prior" | "members";
  /**
   * 关系 | Sign
   *
   * = 或 <=。 | = or <=.
   */
  sign: "=" | "<=";
  /**
   * 范围 | Range
   *
   * 实例的范围名称。 | Name of the instances' range.
   */
  over: string;
  /**
   * 模板 | Template
   *
   * 展开之前的写法。 | The relation before it is written out.
   */
  template: Template;
  /**
   * 实例 | Instances
   *
   * 全部展开。 | All of them, written out.
   */
  instances: RelationInstance[];
}
/**
 * 依据 | Basis
 *
 * 文字，以及所引的各处；没有可引的，citations 为空。 | In words, and the places cited; citations is empty where there is none.
 */
export interface Basis {
  /**
   * 中文 | Chinese
   *
   * 中文文字。 | The text in Chinese.
   */
  zh: string;
  /**
   * 英文 | English
   *
   * 英文文字。 | The text in English.
   */
  en: string;
  /**
   * 引用 | Citations
   *
   * 按顺序。 | In order.
   */
  citations: Citation[];
}
/**
 * 引用 | Citation
 *
 * 文件中的一处；条、款、项为 null 的，指整件或整条。 | A place in an instrument; where article, paragraph or item is null, the whole.
 */
export interface Citation {
  /**
   * 文件 | Instrument
   *
   * 法规或通知的名称。 | The law's or notice's title.
   */
  instrument: Wording;
  /**
   * 文号 | Number
   *
   * 文件的文号。 | Its official number.
   */
  number: string;
  /**
   * 条 | Article
   *
   * 第几条。 | The number of the article.
   */
  article: number | null;
  /**
   * 款 | Paragraph
   *
   * 第几款。 | The number of the paragraph.
   */
  paragraph: number | null;
  /**
   * 项 | Item
   *
   * 第几项。 | The number of the item.
   */
  item: number | null;
  /**
   * 把握程度 | Confidence
   *
   * verified 已核对原文，excerpt 见于摘录，observed 见于已公布的报告，inferred 本项目的理解，local 按本地配置，memory 未核实。 | Verified in the text, read in an excerpt, observed in reports, inferred by us, cited by a local profile, or from memory.
   */
  confidence: "verified" | "excerpt" | "observed" | "inferred" | "local" | "memory";
}
/**
 * 模板 | Template
 *
 * {at} 为实例的键。 | {at} stands for an instance's key.
 */
export interface Template {
  /**
   * 所涉及的行 | Row
   *
   * 报告中必须有的行；不涉及某一行的为 null。 | The row that must be in the report; null where it is about none.
   */
  row: string | null;
  /**
   * 应等于的一侧 | Expected side
   *
   * 各项之和。 | The sum of its terms.
   *
   * @minItems 1
   */
  expected: [Term, ...Term[]];
  /**
   * 所填的一侧 | Stated side
   *
   * 各项之和。 | The sum of its terms.
   *
   * @minItems 1
   */
  stated: [Term, ...Term[]];
}
/**
 * 一项 | Term
 *
 * 系数乘以单元格。 | A coefficient times a cell.
 */
export interface Term {
  /**
   * 系数 | Coefficient
   *
   * 1 或 -1。 | 1 or -1.
   */
  coefficient: 1 | -1;
  /**
   * 单元格 | Cell
   *
   * 地址，可含 {at} 和另一个范围；后者表示求和。 | An address; it may hold {at}, and one further range to be summed.
   */
  cell: string;
}
/**
 * 实例 | Instance
 *
 * 一行、一列或一组。 | For one row, column or block.
 */
export interface RelationInstance {
  /**
   * 键 | At
   *
   * 实例的键。 | The key of the instance.
   */
  at: string;
  /**
   * 名称 | Label
   *
   * 格式所印的名称；英文为本项目所译。 | As printed; the English is ours.
   */
  label: Wording;
  /**
   * 所涉及的行 | Row
   *
   * 报告中必须有的行；不涉及某一行的为 null。 | The row that must be in the report; null where it is about none.
   */
  row: string | null;
  /**
   * 应等于的一侧 | Expected side
   *
   * 各项之和。 | The sum of its terms.
   *
   * @minItems 1
   */
  expected: [InstanceTerm, ...InstanceTerm[]];
  /**
   * 所填的一侧 | Stated side
   *
   * 各项之和。 | The sum of its terms.
   *
   * @minItems 1
   */
  stated: [InstanceTerm, ...InstanceTerm[]];
}
/**
 * 实例的一项 | Term of an instance
 *
 * cell 与 cells 有且仅有一个。 | Either cell or cells.
 */
export interface InstanceTerm {
  /**
   * 系数 | Coefficient
   *
   * 1 或 -1。 | 1 or -1.
   */
  coefficient: 1 | -1;
  /**
   * 单元格 | Cell
   *
   * 一个单元格。 | The address of one cell.
   */
  cell?: string;
  /**
   * 各单元格 | Cells
   *
   * 求和的单元格。 | Addresses of the cells of a sum.
   *
   * @minItems 1
   */
  cells?: [string, ...string[]];
}
/**
 * 规则 | Rule
 *
 * 只作说明的规则。 | A rule that is only described.
 */
export interface Rule {
  /**
   * 规则编号 | Id
   *
   * 不会改变。 | It does not change.
   */
  id: string;
  /**
   * 可移植 | Portable
   *
   * 是否为数据。 | Whether the rule is data.
   */
  portable: false;
  /**
   * 严重程度 | Severity
   *
   * 错误、警告或提示。 | An error, a warning or a note.
   */
  severity: "error" | "warning" | "note";
  /**
   * 审核机关是否检查 | Whether a reviewer applies it
   *
   * H 必查，M 通常检查，L 本项目的建议。 | H surely, M probably, L our own idea.
   */
  confidence: "H" | "M" | "L";
  /**
   * 依据 | Basis
   *
   * 规则的依据。 | What the rule rests on.
   */
  basis: Basis;
  /**
   * 内容 | Sentences
   *
   * 规则要求什么。 | What the rule demands.
   */
  sentences: Wording;
  /**
   * 为什么 | Why
   *
   * 不这样会怎样。 | What goes wrong without it.
   */
  why: Wording;
  /**
   * 怎样改正 | Mend
   *
   * 怎么办。 | What to do about a finding.
   */
  mend: Wording;
}
