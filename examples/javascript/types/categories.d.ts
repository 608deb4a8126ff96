/* Written by types.mjs from categories.schema.json; do not edit. */

/**
 * 代码表 | Code lists
 *
 * 申请人、办理结果、不予公开的理由、救济途径、复议诉讼结果。 | Applicants, outcomes, grounds of denial, remedies, and their results.
 */
export interface Categories {
  /**
   * 标识 | Identifier
   *
   * 含主版本号。 | It has the number of the major version in it.
   */
  id: "urn:govdisclosure:1:categories";
  /**
   * 约定的版本 | Release of the contract
   *
   * 主、次、修订三段；各可改变什么，见文档。 | Major, minor, patch; the documentation says what each may change.
   */
  contract: string;
  /**
   * 各表 | Lists
   *
   * 键为表名。 | By name.
   */
  lists: {
    /**
     * 申请人 | Applicants
     *
     * 文件 codes/applicants.csv 相同。 | As in codes/applicants.csv.
     */
    applicants: CodeList;
    /**
     * 办理结果 | Outcomes of requests
     *
     * 文件 codes/outcomes.csv 相同。 | As in codes/outcomes.csv.
     */
    outcomes: CodeList;
    /**
     * 不予公开的理由 | Grounds of denial
     *
     * 文件 codes/grounds_of_denial.csv 相同。 | As in codes/grounds_of_denial.csv.
     */
    grounds_of_denial: CodeList;
    /**
     * 行政复议和行政诉讼 | Reconsideration and litigation
     *
     * 文件 codes/remedies.csv 相同。 | As in codes/remedies.csv.
     */
    remedies: CodeList;
    /**
     * 复议和诉讼的结果 | Results of reconsideration and litigation
     *
     * 文件 codes/results.csv 相同。 | As in codes/results.csv.
     */
    results: CodeList;
  };
}
/**
 * 代码表 | Code list
 *
 * 一个名称和各代码。 | A title and the codes.
 */
export interface CodeList {
  /**
   * 名称 | Title
   *
   * 表的名称。 | What the list is of.
   */
  title: Wording;
  /**
   * 代码 | Codes
   *
   * 按格式的顺序。 | In the form's order.
   *
   * @minItems 1
   */
  codes: [Code, ...Code[]];
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
 * 代码 | Code
 *
 * 一个类别。 | One category.
 */
export interface Code {
  /**
   * 代码 | Code
   *
   * 不会改变。 | It does not change.
   */
  code: string;
  /**
   * 名称 | Label
   *
   * 格式所印的名称；英文为本项目所译。 | As printed; the English is ours.
   */
  label: Wording;
  /**
   * 定义 | Definition
   *
   * 名称，连同上面各级标题。 | The label below the headings that it stands under.
   */
  definition: Wording;
  /**
   * 依据 | Basis
   *
   * 类别的依据。 | What the category rests on.
   */
  basis: Basis;
  /**
   * 地址 | Address
   *
   * 计数的行；代码是列的（申请人、结果），为有该列的第一个单元格。 | The row that counts it; of a code that is a column (applicants, results), the first cell of that column.
   */
  address: string;
  /**
   * 版本 | Editions
   *
   * 有它的各版格式。 | The editions of the form that have it.
   */
  editions: ("2019" | "2021")[];
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
