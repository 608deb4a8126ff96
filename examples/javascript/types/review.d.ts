/* Written by types.mjs from review.schema.json; do not edit. */

/**
 * 检查结果 | Reviews of documents
 *
 * check --format json 的输出：每份文件一项。 | What check --format json prints: an entry a document.
 */
export interface Reviews {
  /**
   * 工具 | Tool
   *
   * 检查所用的程序。 | The program that checked.
   */
  tool: {
    /**
     * 名称 | Name
     *
     * 程序名称。 | The name of the program.
     */
    name: string;
    /**
     * 版本 | Version
     *
     * 程序版本。 | The version of the program.
     */
    version: string;
  };
  /**
   * 规则 | Rules
   *
   * 所用规则的标识。 | What tells the rules from others.
   */
  rules: {
    /**
     * 摘要 | Digest
     *
     * 规则改变时随之改变。 | It changes with the rules.
     */
    digest: string;
  };
  /**
   * 各份文件 | Reports
   *
   * 每份文件一项。 | An entry a document.
   */
  reports: Review[];
}
/**
 * 一份文件的检查结果 | Review of a document
 *
 * 检查结果；文件无法读取的，只有 source 和 error。 | What the checks came to; of a document that cannot be read, only source and error.
 */
export interface Review {
  /**
   * 文件 | Source
   *
   * 文件的路径。 | The path of the document.
   */
  source: string;
  /**
   * 无法读取的原因 | Error
   *
   * 只在无法读取时有。 | Only there where the document cannot be read.
   */
  error?: Wording | null;
  /**
   * 哪份报告 | Key
   *
   * 机关、口径和年度。 | Body, scope and year.
   */
  key?: ReportKey;
  /**
   * 各结果的实例数 | Counts
   *
   * 勾稽关系的实例数。 | Instances of relations, by outcome.
   */
  counts?: {
    /**
     * 成立 | Holds
     *
     * 成立的实例数。 | How many hold.
     */
    holds: number;
    /**
     * 不成立 | Broken
     *
     * 不成立的实例数。 | How many are broken.
     */
    broken: number;
    /**
     * 无法判断 | Undetermined
     *
     * 因空白无法判断的实例数。 | How many blanks leave open.
     */
    undetermined: number;
    /**
     * 不适用 | Not applicable
     *
     * 不适用的实例数。 | How many do not apply.
     */
    not_applicable: number;
  };
  /**
   * 问题 | Findings
   *
   * 最严重的在前。 | The worst first.
   */
  findings?: Finding[];
  /**
   * 无法判断的实例 | Undetermined
   *
   * 因空白无法判断。 | What blanks leave open.
   */
  undetermined?: Undetermined[];
  /**
   * 没有适用的规则 | Skipped
   *
   * 及其原因。 | With the reason.
   */
  skipped?: Skipped[];
  /**
   * 本地配置 | Profile
   *
   * 所用配置的名称。 | The name of the profile in use.
   */
  profile?: string;
  /**
   * 没有用到的豁免 | Unused waivers
   *
   * 及其原因。 | With the reason.
   */
  unused_waivers?: UnusedWaiver[];
  /**
   * 全部实例 | Instances
   *
   * 只在 --all 时有。 | Only there with --all.
   */
  instances?: Instance[];
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
 * 区分报告的键 | Key of a report
 *
 * 机关、口径、年度都相同的是同一份报告。 | Reports of one body, scope and year are one report.
 */
export interface ReportKey {
  /**
   * 机关 | Agency
   *
   * 代码，没有代码的为名称；都没有的为 null。 | Its code, or else its name; null where there is neither.
   */
  agency: string | null;
  /**
   * 口径 | Scope
   *
   * own 本级，consolidated 汇总；未写明的为 null。 | The body's own or consolidated; null where it is not said.
   */
  scope: "own" | "consolidated" | null;
  /**
   * 报告年度 | Year reported on
   *
   * 未写明的为 null。 | Null where the document does not say.
   */
  year: number | null;
}
/**
 * 检查发现的一个问题 | Finding
 *
 * 一条规则对报告的一处指出的问题。 | One thing that a rule found, at one place of a report.
 */
export interface Finding {
  /**
   * 规则编号 | Id of the rule
   *
   * 见 govdisclosure rules。 | govdisclosure rules explains it.
   */
  rule: string;
  /**
   * 位置 | Where
   *
   * 实例的键：行、列或组的名称。 | The key of the instance: the name of a row, column or block.
   */
  at: string;
  /**
   * 严重程度 | Severity
   *
   * error 错误，warning 警告，note 提示。 | An error, a warning or a note.
   */
  severity: "error" | "warning" | "note";
  /**
   * 有关的单元格 | Cells concerned
   *
   * 地址，按顺序。 | Their addresses, in the rule's order.
   */
  cells: string[];
  /**
   * 应为 | Expected
   *
   * 应等于的数，空白按 0 计；与数无关的为 null。 | What it should be, blanks as zero; null where there is no number.
   */
  expected: number | null;
  /**
   * 实为 | Actual
   *
   * 报告所填的数，空白按 0 计；与数无关的为 null。 | What is stated, blanks as zero; null where there is no number.
   */
  actual: number | null;
  /**
   * 相差 | Difference
   *
   * actual 减 expected；与数无关的为 null。 | actual minus expected; null where there is no number.
   */
  difference: number | null;
  /**
   * 问题的表述 | Message
   *
   * 一句话，含有关数字。 | A sentence, with the numbers in it.
   */
  message: Wording;
  /**
   * 原文中的位置 | Places
   *
   * 已知的位置。 | Where the cells stand, as far as known.
   */
  places: Place[];
  /**
   * 依据 | Basis
   *
   * 法律依据及把握程度。 | What it rests on, and how sure that is.
   */
  basis: string;
  /**
   * 豁免理由 | Waived
   *
   * 已豁免的，为理由；否则为 null。 | The reason where it is waived, else null.
   */
  waived: Wording | null;
}
/**
 * 原文中的位置 | Place
 *
 * 在文件中的哪里；格式说不出的，省去其键。序号从 1 起。 | Where something stands in a document; what the format cannot tell is an absent key. Numbers start at 1.
 */
export interface Place {
  /**
   * 所印文字 | Text
   *
   * 该处所印的文字。 | What is printed there.
   */
  text: string;
  /**
   * 页 | Page
   *
   * 第几页。 | The number of the page.
   */
  page?: number;
  /**
   * 行号 | Line
   *
   * 文本的第几行。 | The number of the line of a text.
   */
  line?: number;
  /**
   * 表 | Table
   *
   * 第几张表。 | The number of the table in the document.
   */
  table?: number;
  /**
   * 表中的行 | Row
   *
   * 表或工作表的第几行。 | The row of the table or sheet.
   */
  row?: number;
  /**
   * 表中的列 | Column
   *
   * 表或工作表的第几列。 | The column of the table or sheet.
   */
  column?: number;
  /**
   * 单元格地址 | Cell
   *
   * 读入的单元格。 | The address of the cell that was read from it.
   */
  cell?: string;
  /**
   * 工作表 | Sheet
   *
   * 工作表的名称。 | The name of the workbook's sheet.
   */
  sheet?: string;
}
/**
 * 因空白无法判断的实例 | Undetermined instance
 *
 * 空白按 0 计不成立，填上某些数则成立。 | It does not hold with blanks as zero, and would with some numbers in them.
 */
export interface Undetermined {
  /**
   * 规则编号 | Id of the rule
   *
   * 见 govdisclosure rules。 | govdisclosure rules explains it.
   */
  rule: string;
  /**
   * 位置 | Where
   *
   * 实例的键：行、列或组的名称。 | The key of the instance: the name of a row, column or block.
   */
  at: string;
  /**
   * 空白单元格 | Blank cells
   *
   * 带前缀的地址。 | Their addresses, with prefixes.
   */
  blanks: string[];
  /**
   * 空白应填的数 | What the blank needs
   *
   * 该实例恰有一个单元格为空白时一项，否则没有。 | One entry where exactly one cell of the instance is blank, else none.
   */
  needed: Needed[];
}
/**
 * 空白应填的数 | What a blank needs
 *
 * 填 value，或不小于 at_least，该实例即成立。 | With value, or at_least so much, the instance holds.
 */
export interface Needed {
  /**
   * 单元格 | Cell
   *
   * 空白单元格的地址。 | The address of the blank.
   */
  cell: string;
  /**
   * 应填 | Value
   *
   * 应填的数。 | The number that it must hold.
   */
  value?: number;
  /**
   * 至少 | At least
   *
   * 不小于此数。 | It must hold this or more.
   */
  at_least?: number;
}
/**
 * 没有适用的规则 | Skipped rule
 *
 * 整条规则没有检查，及其原因。 | A rule that was not applied at all, and why.
 */
export interface Skipped {
  /**
   * 规则编号 | Id of the rule
   *
   * 见 govdisclosure rules。 | govdisclosure rules explains it.
   */
  rule: string;
  /**
   * 原因 | Reason
   *
   * 为什么没有检查。 | Why it was not applied.
   */
  reason: Wording;
}
/**
 * 没有用到的豁免 | Unused waiver
 *
 * 没有对应的问题，或已过期。 | A waiver that waived nothing, and why.
 */
export interface UnusedWaiver {
  /**
   * 规则编号 | Id of the rule
   *
   * 见 govdisclosure rules。 | govdisclosure rules explains it.
   */
  rule: string;
  /**
   * 位置 | Where
   *
   * 实例的键：行、列或组的名称。 | The key of the instance: the name of a row, column or block.
   */
  at: string;
  /**
   * 原因 | Reason
   *
   * 为什么没有用到。 | Why it waived nothing.
   */
  reason: Wording;
}
/**
 * 勾稽关系的一个实例 | Instance of a relation
 *
 * 一条勾稽关系用于一行、一列或一组，及其结果。 | A relation applied to one row, column or block, and what came of it.
 */
export interface Instance {
  /**
   * 规则编号 | Id of the rule
   *
   * 见 govdisclosure rules。 | govdisclosure rules explains it.
   */
  rule: string;
  /**
   * 位置 | Where
   *
   * 实例的键：行、列或组的名称。 | The key of the instance: the name of a row, column or block.
   */
  at: string;
  /**
   * 空白单元格 | Blank cells
   *
   * 带前缀的地址。 | Their addresses, with prefixes.
   */
  blanks: string[];
  /**
   * 空白应填的数 | What the blank needs
   *
   * 该实例恰有一个单元格为空白时一项，否则没有。 | One entry where exactly one cell of the instance is blank, else none.
   */
  needed: Needed[];
  /**
   * 结果 | Outcome
   *
   * holds 成立，broken 不成立，undetermined 因空白无法判断，not_applicable 不适用。 | It holds, is broken, is left open by blanks, or does not apply.
   */
  outcome: "holds" | "broken" | "undetermined" | "not_applicable";
  /**
   * 有关的单元格 | Cells concerned
   *
   * 地址，按顺序。 | Their addresses, in the rule's order.
   */
  cells: string[];
  /**
   * 应为 | Expected
   *
   * 应等于的数，空白按 0 计；与数无关的为 null。 | What it should be, blanks as zero; null where there is no number.
   */
  expected: number | null;
  /**
   * 实为 | Actual
   *
   * 报告所填的数，空白按 0 计；与数无关的为 null。 | What is stated, blanks as zero; null where there is no number.
   */
  actual: number | null;
  /**
   * 相差 | Difference
   *
   * actual 减 expected；与数无关的为 null。 | actual minus expected; null where there is no number.
   */
  difference: number | null;
  /**
   * 原因 | Reason
   *
   * 不适用的原因；否则为 null。 | Why it does not apply, else null.
   */
  reason: Wording | null;
}
