/* Written by types.mjs from finding.schema.json; do not edit. */

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
