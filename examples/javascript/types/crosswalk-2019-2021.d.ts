/* Written by types.mjs from crosswalk-2019-2021.schema.json; do not edit. */

/**
 * 两版对照 | Crosswalk between the editions
 *
 * 2019年版与2021年版的单元格逐一对照；这是本项目的理解。 | Cell by cell, what of the editions of 2019 and 2021 compares; our reading.
 */
export interface Crosswalk {
  /**
   * 标识 | Identifier
   *
   * 含主版本号。 | It has the number of the major version in it.
   */
  id: "urn:govdisclosure:1:crosswalk-2019-2021";
  /**
   * 约定的版本 | Release of the contract
   *
   * 主、次、修订三段；各可改变什么，见文档。 | Major, minor, patch; the documentation says what each may change.
   */
  contract: string;
  /**
   * 对照 | Crossings
   *
   * 每个单元格出现一次。 | Each cell occurs once.
   */
  crossings: Crossing[];
}
/**
 * 一项对照 | Crossing
 *
 * 什么对应什么。 | What corresponds to what.
 */
export interface Crossing {
  /**
   * 2019年版的单元格 | Cells of 2019
   *
   * 没有的为空。 | Their addresses; empty where there is none.
   */
  cells_2019: string[];
  /**
   * 2021年版的单元格 | Cells of 2021
   *
   * 没有的为空。 | Their addresses; empty where there is none.
   */
  cells_2021: string[];
  /**
   * 可比性 | Comparability
   *
   * same 可直接比较，sum 2019年版一格等于2021年版几格之和，none 不可比较。 | The same, one cell of 2019 for the sum of several, or not comparable.
   */
  comparability: "same" | "sum" | "none";
  /**
   * 说明 | Note
   *
   * 为什么。 | Why.
   */
  note: Wording;
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
