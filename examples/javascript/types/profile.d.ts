/* Written by types.mjs from profile.schema.json; do not edit. */

/**
 * 依据 | Basis
 *
 * 条例条款（如 20(1), 36(3)），或文件的名称和文号。 | Places in the Regulations (20(1), 36(3)), or a document's title and number.
 */
export type Basis =
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
      /**
       * 文号 | Number
       *
       * 文件的文号。 | The document's official number.
       */
      number: string;
    }
  | string;
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
 * 本地配置 | Local profile
 *
 * 一地或一个机关在全国统一格式之外的要求。 | What a place or an office asks for beside the national form.
 */
export interface Profile {
  /**
   * 配置名称 | Whose profile it is
   *
   * 显示在检查结果中。 | It is shown in reviews.
   */
  name?: string;
  /**
   * 各规则的严重程度 | Severities by rule
   *
   * 键为规则编号；原本更轻的问题不变。 | By the id of a rule; a finding that is milder than its rule stays so.
   */
  severities?: {
    [k: string]: "error" | "warning" | "note";
  };
  /**
   * 不检查的规则 | Rules that are not applied
   *
   * 规则编号。 | Ids of rules.
   */
  off?: string[];
  /**
   * 开启的规则（默认不检查） | Rules to apply that are off by default
   *
   * 规则编号，不得同时在 off 中。 | Ids of rules, none of them also in off.
   */
  on?: string[];
  /**
   * 公布期限（次年，MM-DD） | Last days of publication (of the following year, MM-DD)
   *
   * 按机关类型；不晚于条例第四十九条的期限。 | By kind of body; no later than article 49 of the Regulations allows.
   */
  deadlines?: {
    /**
     * 部门 | Departments
     *
     * 不晚于 01-31。 | No later than 01-31.
     */
    department?: string;
    /**
     * 政府 | Governments
     *
     * 不晚于 03-31。 | No later than 03-31.
     */
    government?: string;
    /**
     * 乡镇街道 | Townships
     *
     * 条例没有规定日期。 | The Regulations set no day.
     */
    township?: string;
  };
  /**
   * 第一部分字数上限 | Most characters in section 1
   *
   * 超过的，由 text.length 提示。 | What is longer is a finding of text.length.
   */
  overview_limit?: number;
  /**
   * 有规章制定权的机关 | Bodies that make rules
   *
   * 机关名称；其规章数可以不是 0。 | Names of bodies whose government rules may be other than 0.
   */
  rule_making_bodies?: string[];
  /**
   * 另外的勾稽关系 | Further relations
   *
   * 与格式的关系一并检查。 | Beside those of the form.
   */
  relation?: Relation[];
}
/**
 * 勾稽关系 | Relation
 *
 * expected 一侧等于或不大于 stated 一侧；范围 over 中每一项各检查一次。 | The expected side equals, or is at most, the stated side; once for each key of over.
 */
export interface Relation {
  /**
   * 规则编号 | Id of the rule
   *
   * 小写字母、数字、下划线和点，如 local.fees；不得与已有规则相同。 | Lower-case words with points between, such as local.fees; no other rule has it.
   */
  id: string;
  /**
   * 严重程度 | Severity
   *
   * error 错误，warning 警告，note 提示。 | How bad a finding is: an error, a warning or a note.
   */
  severity: "error" | "warning" | "note";
  /**
   * 依据 | Basis
   *
   * 条例条款（如 20(1)），或文件名称和文号。 | Places in the Regulations (20(1)), or a document's title and number.
   */
  basis: Basis;
  /**
   * 审核机关是否检查 | Whether a reviewer applies it
   *
   * H 必查，M 通常检查，L 本项目的建议。 | H surely, M probably, L an idea.
   */
  confidence?: "H" | "M" | "L";
  /**
   * 规则的内容 | What the rule demands
   *
   * 一句话，两种语言。 | A sentence, in both languages.
   */
  sentences: Wording;
  /**
   * 为什么要求 | Why it is asked for
   *
   * 说明不这样会怎样。 | What goes wrong without it.
   */
  why?: Wording;
  /**
   * 怎样改正 | How to mend a finding
   *
   * 告诉填表人怎么办。 | What the clerk should do.
   */
  mend?: Wording;
  /**
   * 应等于的一侧 | The expected side
   *
   * 各项之和。 | The sum of its terms.
   *
   * @minItems 1
   */
  expected: [Term, ...Term[]];
  /**
   * 关系 | What stands between the sides
   *
   * = 相等，<= 前者不大于后者；省略时为 =。 | = equals, <= is at most; = where left out.
   */
  sign?: "=" | "<=";
  /**
   * 报告所填的一侧 | The stated side
   *
   * 各项之和。 | The sum of its terms.
   *
   * @minItems 1
   */
  stated: [Term, ...Term[]];
  /**
   * 逐一适用的范围 | The range it is applied over
   *
   * 如 applicant、request_row；省略时为全表一次。 | Such as applicant or request_row; once for the whole report where left out.
   */
  over?: string;
  /**
   * 所涉及的行 | The row that an instance is about
   *
   * 可含 {at}；报告没有该行的，不检查。 | It may hold {at}; without the row in the report the instance does not apply.
   */
  row?: string;
  /**
   * 问题的表述 | The sentence of a finding
   *
   * 可含 {at}、{expected}、{actual}、{difference}、{expected_sum}、{actual_sum}。 | It may hold {at}, {expected}, {actual}, {difference}, {expected_sum}, {actual_sum}.
   */
  message: Wording;
}
/**
 * 一项 | Term
 *
 * 系数乘以一个单元格；单元格可含 {at} 和另一个范围，后者表示求和。 | A coefficient times a cell; the cell may hold {at}, and one further range to be summed.
 */
export interface Term {
  /**
   * 单元格地址 | Address of the cell
   *
   * 前缀 prior. 指上年报告，members. 指各成员报告之和。 | With the prefix prior. of the year before, with members. the sum over the members.
   */
  cell: string;
  /**
   * 系数 | Coefficient
   *
   * 1 或 -1；省略时为 1。 | 1 or -1; 1 where left out.
   */
  coefficient?: 1 | -1;
}
