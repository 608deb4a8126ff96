/* Written by types.mjs from conformance/answer.schema.json; do not edit. */

/**
 * 回答 | Answer
 *
 * 一例一行，与用例同序；每条勾稽关系的每个实例都要回答，而且只回答一次。 | One line a case, in the order of the cases; every instance of every relation is answered, once.
 */
export interface Answer {
  /**
   * 用例编号 | Id of the case
   *
   * 各例不同。 | No other case has it.
   */
  id: string;
  /**
   * 结果 | Outcomes
   *
   * 每个实例一项。 | An entry an instance.
   */
  outcomes: Judged[];
}
/**
 * 实例的结果 | Judged outcome
 *
 * 一个实例的结果。 | What an instance comes to.
 */
export interface Judged {
  /**
   * 规则编号 | Id of the rule
   *
   * 勾稽关系的编号。 | That of the relation.
   */
  rule: string;
  /**
   * 键 | At
   *
   * 实例的键。 | The key of the instance.
   */
  at: string;
  /**
   * 结果 | Outcome
   *
   * holds 成立，broken 不成立，undetermined 因空白无法判断，not_applicable 不适用。 | It holds, is broken, is left open by blanks, or does not apply.
   */
  outcome: "holds" | "broken" | "undetermined" | "not_applicable";
  /**
   * 空白应填的数 | What the blank needs
   *
   * 该实例恰有一个单元格为空白时一项，否则没有。 | One entry where exactly one cell of the instance is blank, else none.
   */
  needed?: Needed[];
}
/**
 * 空白应填的数 | What the blank needs
 *
 * 该实例恰有一个单元格为空白时一项，否则没有。 | One entry where exactly one cell of the instance is blank, else none.
 */
export interface Needed {
  /**
   * 单元格 | Cell
   *
   * 空白的地址，带前缀。 | The blank's address, with its prefix.
   */
  cell: string;
  /**
   * 应填 | Value
   *
   * 关系为 = 时。 | With the sign =.
   */
  value?: string | number;
  /**
   * 至少 | At least
   *
   * 关系为 <= 时。 | With the sign <=.
   */
  at_least?: string | number;
}
