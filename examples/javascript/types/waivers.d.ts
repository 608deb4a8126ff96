/* Written by types.mjs from waivers.schema.json; do not edit. */

/**
 * 两种语言的文字 | Wording
 *
 * 中文和英文各一；只写一段文字的，两种语言都用它。 | A text in Chinese and one in English; a single text stands for both.
 */
export type Wording =
  | {
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
  | string;

/**
 * 豁免清单 | Waivers
 *
 * 经审核认可的问题及理由；豁免的问题仍列在结果中。 | Findings that are accepted, with the reason; they stay in the output.
 */
export interface Waivers {
  /**
   * 各项豁免 | The waivers
   *
   * 每项一张表 [[waiver]]。 | A table [[waiver]] each.
   */
  waiver: Waiver[];
}
/**
 * 豁免 | Waiver
 *
 * 认可的一个问题：规则、位置和理由。 | A finding that is accepted: the rule, where, and why.
 */
export interface Waiver {
  /**
   * 规则编号 | Id of the rule
   *
   * 认可的是哪条规则的问题。 | Whose finding is accepted.
   */
  rule: string;
  /**
   * 位置（问题的 at） | Where: the finding's at
   *
   * 与问题中的 at 完全相同。 | Exactly as the finding has it.
   */
  at: string;
  /**
   * 理由 | The reason
   *
   * 列在结果中。 | It is shown beside the finding.
   */
  reason: Wording;
  /**
   * 截止日期 | The last day
   *
   * 到这一天（含）为止有效；省略时一直有效。 | The waiver holds up to and on this day; without it, always.
   */
  until?: string;
  /**
   * 机关名称或代码 | Name or code of the body
   *
   * 省略时为所有机关。 | Every body where left out.
   */
  agency?: string;
  /**
   * 报告年度 | Year reported on
   *
   * 省略时为所有年度。 | Every year where left out.
   */
  year?: number;
  /**
   * 文件名 | Name of the document
   *
   * 文件名或路径的末尾；省略时为所有文件。 | Its name, or the end of its path; every document where left out.
   */
  source?: string;
}
