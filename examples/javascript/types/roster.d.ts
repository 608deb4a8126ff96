/* Written by types.mjs from roster.schema.json; do not edit. */

/**
 * 机关名册 | Roster of bodies
 *
 * 哪些机关应当报送，谁的报告汇总谁的。 | Which bodies report, and whose report sums up whose.
 */
export interface Roster {
  /**
   * 各机关 | The bodies
   *
   * 每个机关一张表 [[body]]。 | A table [[body]] each.
   */
  body: Body[];
}
/**
 * 机关 | Body
 *
 * 应当报送的一个机关。 | A body that reports.
 */
export interface Body {
  /**
   * 机关名称 | Name of the body
   *
   * 与报告中的名称相对应。 | As its report has it.
   */
  name: string;
  /**
   * 机关代码 | Official code
   *
   * 例如统一社会信用代码。 | For example the unified social credit code.
   */
  code?: string;
  /**
   * 机关类型 | Kind of body
   *
   * department 部门，government 政府，office 办公室，organization 法律法规授权的组织。 | A department, a government, a government's office, or an authorized organization.
   */
  kind?: "department" | "government" | "office" | "organization";
  /**
   * 层级 | Level of government
   *
   * national 国家，province 省，city 设区的市，county 县，township 乡镇街道。 | The level of government that the body belongs to.
   */
  level?: "national" | "province" | "city" | "county" | "township";
  /**
   * 上级机关的名称或代码 | Name or code of the body above
   *
   * 汇总本机关报告的机关，须在名册中。 | The body whose report sums this one's up; it is on the roster.
   */
  parent?: string;
  /**
   * 报告口径（own 本级，consolidated 汇总） | Scope of its report: own or consolidated
   *
   * 无所谓时省略。 | Left out where it does not matter.
   */
  scope?: "own" | "consolidated";
}
