/* Written by types.mjs from conformance/case.schema.json; do not edit. */

/**
 * 一致性用例 | Conformance case
 *
 * 一行一例：同属一组的报告，以及各实例的结果。检验程序时不给出 expected。 | One a line: reports that belong together, and what instances come to on them. An implementation under test is not given expected.
 */
export interface Case {
  /**
   * 用例编号 | Id of the case
   *
   * 各例不同。 | No other case has it.
   */
  id: string;
  /**
   * 说明 | Description
   *
   * 这一例检验什么。 | What the case is about.
   */
  description: string;
  /**
   * 报告 | Report
   *
   * 要判断的报告。 | The report to judge.
   */
  report: AnnualReport;
  /**
   * 上年报告 | Report of the year before
   *
   * 没有的为 null。 | Null where there is none.
   */
  prior: AnnualReport | null;
  /**
   * 成员报告 | Members' reports
   *
   * 没有给出的为 null；其中的 null 是没有报送的成员。 | Null where none are given; a null among them did not report.
   */
  members: (AnnualReport | null)[] | null;
  /**
   * 应有的结果 | Expected
   *
   * 部分或全部实例；不是实例的 expected 一侧。 | Of some or all instances; not the side of an instance that is called so.
   *
   * @minItems 1
   */
  expected?: [Expected, ...Expected[]];
}
/**
 * 政府信息公开工作年度报告 | Annual report on open government information
 *
 * 一份报告，照录其内容，填错的也照录。空白单元格为 null；报告没有的表、行，省去其键；两者都不是 0。 | A report as it says, even where it is wrong. A blank cell is null, a table or row that the report lacks is an absent key; neither is ever 0.
 */
export interface AnnualReport {
  /**
   * 报告年度 | Year reported on
   *
   * 四位数的年份；未写明的为 null。 | A year of four digits; null where the document does not say.
   */
  year: number | null;
  /**
   * 标题 | Title
   *
   * 照录，去掉字间空格。 | As printed, without stray spaces.
   */
  title: string | null;
  /**
   * 编制机关 | The body that reports
   *
   * 不知道的各项为 null。 | What is not known is null.
   */
  agency: Agency;
  /**
   * 口径（own 本级，consolidated 汇总） | Scope: the body's own or consolidated
   *
   * 同一机关的本级报告与汇总报告是两份报告；未写明的为 null。 | A body's own report and its consolidated one are two reports; null where it is not said.
   */
  scope: "own" | "consolidated" | null;
  /**
   * 公布日期 | Date of publication
   *
   * 存在的日期，YYYY-MM-DD；不知道的为 null。 | A day that exists, YYYY-MM-DD; null where unknown.
   */
  published: string | null;
  /**
   * 一、总体情况 | Overview
   *
   * 报告的一个文字部分；报告没有的为 null。 | A section in words; null where the report has none.
   */
  overview: Prose | null;
  /**
   * 二、主动公开政府信息情况 | Proactive disclosure
   *
   * 依据：《中华人民共和国政府信息公开条例》第二十条、第五十条第（一）项（已核对原文） | Basis: OGI Regulations art. 20, art. 50(1) (verified)
   */
  proactive_disclosure?: ProactiveDisclosure;
  /**
   * 三、收到和处理政府信息公开申请情况 | Requests received and handled
   *
   * 依据：《中华人民共和国政府信息公开条例》第五十条第（二）项（已核对原文） | Basis: OGI Regulations art. 50(2) (verified)
   */
  requests?: Requests;
  /**
   * 四、政府信息公开行政复议、行政诉讼情况 | Administrative reconsideration and litigation
   *
   * 依据：《中华人民共和国政府信息公开条例》第五十条第（三）项（已核对原文） | Basis: OGI Regulations art. 50(3) (verified)
   */
  remedies?: Remedies;
  /**
   * 五、存在的主要问题及改进情况 | Main problems and improvements
   *
   * 报告的一个文字部分；报告没有的为 null。 | A section in words; null where the report has none.
   */
  problems: Prose | null;
  /**
   * 六、其他需要报告的事项 | Other matters to report
   *
   * 报告的一个文字部分；报告没有的为 null。 | A section in words; null where the report has none.
   */
  other_matters: Prose | null;
}
/**
 * 编制机关 | Agency
 *
 * 编制报告的机关。 | The body that reports.
 */
export interface Agency {
  /**
   * 名称 | Name
   *
   * 报告所写的机关名称。 | The body's name as the report has it.
   */
  name: string | null;
  /**
   * 机关类型 | Kind of body
   *
   * department 部门，government 政府，office 办公室，organization 法律法规授权的组织。 | A department, a government, a government's office, or an authorized organization.
   */
  kind: "department" | "government" | "office" | "organization" | null;
  /**
   * 层级 | Level of government
   *
   * national 国家，province 省，city 设区的市，county 县，township 乡镇街道。 | The level of government that the body belongs to.
   */
  level: "national" | "province" | "city" | "county" | "township" | null;
  /**
   * 机关代码 | Official code
   *
   * 例如统一社会信用代码。 | The unified social credit code, for example.
   */
  code: string | null;
}
/**
 * 文字部分 | Section in words
 *
 * 标题和各段文字。 | A heading and paragraphs.
 */
export interface Prose {
  /**
   * 标题（照录） | Heading as printed
   *
   * 没有标题的为 null。 | Null where none is printed.
   */
  heading: string | null;
  /**
   * 各段文字 | Paragraphs
   *
   * 每段一项，段内换行已接起。 | One entry a paragraph, line breaks inside it joined.
   */
  paragraphs: string[];
}
/**
 * 表二 | Table 2, proactive disclosure
 *
 * 其中的行；报告没有的行，省去其键。 | Rows; the key of a row that is not there is absent.
 */
export interface ProactiveDisclosure {
  /**
   * 规章 | Government rules
   *
   * 依据：《中华人民共和国政府信息公开条例》第二十条第（一）项（已核对原文） | Basis: OGI Regulations art. 20(1) (verified)
   */
  government_rules?: DocumentsInForce | DocumentsPublished;
  /**
   * 行政规范性文件 | Administrative normative documents
   *
   * 依据：《中华人民共和国政府信息公开条例》第二十条第（一）项（已核对原文） | Basis: OGI Regulations art. 20(1) (verified)
   */
  normative_documents?: DocumentsInForce | DocumentsPublished;
  /**
   * 行政许可 | Administrative licensing
   *
   * 依据：《中华人民共和国政府信息公开条例》第二十条第（五）项（已核对原文） | Basis: OGI Regulations art. 20(5) (verified)
   */
  licensing?: ItemsAndDecisions | Decisions;
  /**
   * 其他对外管理服务事项 | Other external administrative services
   *
   * 依据：《中华人民共和国政府信息公开条例》第二十条第（五）项（已核对原文） | Basis: OGI Regulations art. 20(5) (verified)
   */
  other_services?: ItemsAndDecisions | Decisions;
  /**
   * 行政处罚 | Administrative penalties
   *
   * 依据：《中华人民共和国政府信息公开条例》第二十条第（六）项（已核对原文） | Basis: OGI Regulations art. 20(6) (verified)
   */
  penalties?: ItemsAndDecisions | Decisions;
  /**
   * 行政强制 | Administrative compulsion
   *
   * 依据：《中华人民共和国政府信息公开条例》第二十条第（六）项（已核对原文） | Basis: OGI Regulations art. 20(6) (verified)
   */
  compulsion?: ItemsAndDecisions | Decisions;
  /**
   * 行政事业性收费 | Administrative and institutional fees
   *
   * 依据：《中华人民共和国政府信息公开条例》第二十条第（八）项（已核对原文） | Basis: OGI Regulations art. 20(8) (verified)
   */
  fees?: FeesCollected | FeeItems;
  /**
   * 政府集中采购 | Centralised government procurement
   *
   * 依据：《中华人民共和国政府信息公开条例》第二十条第（九）项（已核对原文） | Basis: OGI Regulations art. 20(9) (verified)
   */
  procurement?: Procurement;
}
/**
 * 规章、规范性文件（2021年版布局） | Documents, 2021 layout
 *
 * 本年制发件数、本年废止件数、现行有效件数 | Issued this year, Repealed this year, In force
 */
export interface DocumentsInForce {
  /**
   * 本年制发件数 | Issued this year
   *
   * 0 至 10**12 的整数；空白为 null，空白不是 0。 | A whole number from 0 to 10**12; null where blank, which is not zero.
   */
  issued: number | null;
  /**
   * 本年废止件数 | Repealed this year
   *
   * 0 至 10**12 的整数；空白为 null，空白不是 0。 | A whole number from 0 to 10**12; null where blank, which is not zero.
   */
  repealed: number | null;
  /**
   * 现行有效件数 | In force
   *
   * 0 至 10**12 的整数；空白为 null，空白不是 0。 | A whole number from 0 to 10**12; null where blank, which is not zero.
   */
  in_force: number | null;
}
/**
 * 规章、规范性文件（2019年版布局） | Documents, 2019 layout
 *
 * 本年新制作数量、本年新公开数量、对外公开总数量 | Made this year, Newly published this year, Published in total
 */
export interface DocumentsPublished {
  /**
   * 本年新制作数量 | Made this year
   *
   * 0 至 10**12 的整数；空白为 null，空白不是 0。 | A whole number from 0 to 10**12; null where blank, which is not zero.
   */
  issued: number | null;
  /**
   * 本年新公开数量 | Newly published this year
   *
   * 0 至 10**12 的整数；空白为 null，空白不是 0。 | A whole number from 0 to 10**12; null where blank, which is not zero.
   */
  newly_published: number | null;
  /**
   * 对外公开总数量 | Published in total
   *
   * 0 至 10**12 的整数；空白为 null，空白不是 0。 | A whole number from 0 to 10**12; null where blank, which is not zero.
   */
  published_total: number | null;
}
/**
 * 行政许可等（2019年版布局） | Powers, 2019 layout
 *
 * 上一年项目数量、本年增/减、处理决定数量 | Items in the previous year, Change this year, Decisions
 */
export interface ItemsAndDecisions {
  /**
   * 上一年项目数量 | Items in the previous year
   *
   * 0 至 10**12 的整数；空白为 null，空白不是 0。 | A whole number from 0 to 10**12; null where blank, which is not zero.
   */
  prior_items: number | null;
  /**
   * 本年增/减 | Change this year
   *
   * -10**12 至 10**12 的整数，减少为负；空白为 null，空白不是 0。 | A whole number from -10**12 to 10**12, negative for a decrease; null where blank, which is not zero.
   */
  change: number | null;
  /**
   * 处理决定数量 | Decisions
   *
   * 0 至 10**12 的整数；空白为 null，空白不是 0。 | A whole number from 0 to 10**12; null where blank, which is not zero.
   */
  decisions: number | null;
}
/**
 * 行政许可等（2021年版布局） | Powers, 2021 layout
 *
 * 本年处理决定数量 | Decisions this year
 */
export interface Decisions {
  /**
   * 本年处理决定数量 | Decisions this year
   *
   * 0 至 10**12 的整数；空白为 null，空白不是 0。 | A whole number from 0 to 10**12; null where blank, which is not zero.
   */
  decisions: number | null;
}
/**
 * 行政事业性收费（2021年版布局） | Fees, 2021 layout
 *
 * 本年收费金额（单位：万元） | Collected this year (10,000 yuan)
 */
export interface FeesCollected {
  /**
   * 本年收费金额（单位：万元） | Collected this year (10,000 yuan)
   *
   * 精确的十进制数，不为负，有效数字不超过 15 位，小数不超过 6 位；空白为 null，空白不是 0。 | An exact decimal, not negative, of at most 15 significant digits, at most 6 of them after the point; null where blank, which is not zero.
   */
  amount: number | null;
  /**
   * 金额单位 | Unit of the amount
   *
   * 报告所印的单位，元或万元。 | What the report prints: yuan, or 10,000 yuan.
   */
  unit: "元" | "万元";
}
/**
 * 行政事业性收费（2019年版布局） | Fees, 2019 layout
 *
 * 上一年项目数量、本年增/减 | Items in the previous year, Change this year
 */
export interface FeeItems {
  /**
   * 上一年项目数量 | Items in the previous year
   *
   * 0 至 10**12 的整数；空白为 null，空白不是 0。 | A whole number from 0 to 10**12; null where blank, which is not zero.
   */
  prior_items: number | null;
  /**
   * 本年增/减 | Change this year
   *
   * -10**12 至 10**12 的整数，减少为负；空白为 null，空白不是 0。 | A whole number from -10**12 to 10**12, negative for a decrease; null where blank, which is not zero.
   */
  change: number | null;
}
/**
 * 政府集中采购 | Centralised procurement
 *
 * 采购项目数量、采购总金额 | Projects, Total price
 */
export interface Procurement {
  /**
   * 采购项目数量 | Projects
   *
   * 0 至 10**12 的整数；空白为 null，空白不是 0。 | A whole number from 0 to 10**12; null where blank, which is not zero.
   */
  projects: number | null;
  /**
   * 采购总金额 | Total price
   *
   * 精确的十进制数，不为负，有效数字不超过 15 位，小数不超过 6 位；空白为 null，空白不是 0。 | An exact decimal, not negative, of at most 15 significant digits, at most 6 of them after the point; null where blank, which is not zero.
   */
  amount: number | null;
  /**
   * 金额单位 | Unit of the amount
   *
   * 报告所印的单位，元或万元。 | What the report prints: yuan, or 10,000 yuan.
   */
  unit: "元" | "万元" | null;
}
/**
 * 表三 | Table 3, requests
 *
 * 其中的行；报告没有的行，省去其键。 | Rows; the key of a row that is not there is absent.
 */
export interface Requests {
  /**
   * 一、本年新收政府信息公开申请数量 | Requests newly received this year
   *
   * 依据：《中华人民共和国政府信息公开条例》第二十七条、第二十九条、第三十一条（本项目的理解） | Basis: OGI Regulations art. 27, art. 29, art. 31 (our reading)
   */
  received?: ByApplicant;
  /**
   * 二、上年结转政府信息公开申请数量 | Requests carried over from the previous year
   *
   * 依据：《中华人民共和国政府信息公开条例》第三十三条（已核对原文） | Basis: OGI Regulations art. 33 (verified)
   */
  carried_in?: ByApplicant;
  /**
   * 三、本年度办理结果 | Outcomes this year
   *
   * 依据：《中华人民共和国政府信息公开条例》第三十三条、第三十六条（已核对原文） | Basis: OGI Regulations art. 33, art. 36 (verified)
   */
  outcomes?: Outcomes;
  /**
   * 四、结转下年度继续办理 | Requests carried forward to the next year
   *
   * 依据：《中华人民共和国政府信息公开条例》第三十三条（已核对原文） | Basis: OGI Regulations art. 33 (verified)
   */
  carried_out?: ByApplicant;
}
/**
 * 表三的一行，按申请人 | A row of table 3, by applicant
 *
 * 自然人、商业企业、科研机构、社会公益组织、法律服务机构、其他、总计 | Natural persons, Commercial enterprises, Research institutions, Public welfare organizations, Legal service institutions, Other organizations, Total
 */
export interface ByApplicant {
  /**
   * 自然人 | Natural persons
   *
   * 0 至 10**12 的整数；空白为 null，空白不是 0。 | A whole number from 0 to 10**12; null where blank, which is not zero.
   */
  natural_person: number | null;
  /**
   * 法人或其他组织 · 商业企业 | Commercial enterprises
   *
   * 0 至 10**12 的整数；空白为 null，空白不是 0。 | A whole number from 0 to 10**12; null where blank, which is not zero.
   */
  enterprise: number | null;
  /**
   * 法人或其他组织 · 科研机构 | Research institutions
   *
   * 0 至 10**12 的整数；空白为 null，空白不是 0。 | A whole number from 0 to 10**12; null where blank, which is not zero.
   */
  research_institution: number | null;
  /**
   * 法人或其他组织 · 社会公益组织 | Public welfare organizations
   *
   * 0 至 10**12 的整数；空白为 null，空白不是 0。 | A whole number from 0 to 10**12; null where blank, which is not zero.
   */
  public_welfare_organization: number | null;
  /**
   * 法人或其他组织 · 法律服务机构 | Legal service institutions
   *
   * 0 至 10**12 的整数；空白为 null，空白不是 0。 | A whole number from 0 to 10**12; null where blank, which is not zero.
   */
  legal_service_institution: number | null;
  /**
   * 法人或其他组织 · 其他 | Other organizations
   *
   * 0 至 10**12 的整数；空白为 null，空白不是 0。 | A whole number from 0 to 10**12; null where blank, which is not zero.
   */
  other_organization: number | null;
  /**
   * 总计 | Total
   *
   * 0 至 10**12 的整数；空白为 null，空白不是 0。 | A whole number from 0 to 10**12; null where blank, which is not zero.
   */
  total: number | null;
}
/**
 * 办理结果 | Outcomes of requests
 *
 * 其中的行；报告没有的行，省去其键。 | Rows; the key of a row that is not there is absent.
 */
export interface Outcomes {
  /**
   * （一）予以公开 | Granted: already public and told where, or provided
   *
   * 依据：《中华人民共和国政府信息公开条例》第三十六条第（一）项、第三十六条第（二）项（已核对原文）；《中华人民共和国政府信息公开条例》第十三条（本项目的理解） | Basis: OGI Regulations art. 36(1), art. 36(2) (verified); OGI Regulations art. 13 (our reading)
   */
  granted?: ByApplicant;
  /**
   * （二）部分公开（区分处理的，只计这一情形，不计其他情形） | Partially granted (severed; counted here only)
   *
   * 依据：《中华人民共和国政府信息公开条例》第三十七条（已核对原文） | Basis: OGI Regulations art. 37 (verified)
   */
  partially_granted?: ByApplicant;
  /**
   * （三）不予公开 | Denied
   *
   * 依据：《中华人民共和国政府信息公开条例》第十四条、第十五条、第十六条、第三十六条（已核对原文） | Basis: OGI Regulations art. 14, art. 15, art. 16, art. 36 (verified)
   */
  denied?: Denied;
  /**
   * （四）无法提供 | Unavailable
   *
   * 依据：《中华人民共和国政府信息公开条例》第三十条、第三十六条、第三十八条（已核对原文） | Basis: OGI Regulations art. 30, art. 36, art. 38 (verified)
   */
  unavailable?: Unavailable;
  /**
   * （五）不予处理 | Not processed
   *
   * 依据：《中华人民共和国政府信息公开条例》第三十五条、第三十六条第（六）项、第三十九条（已核对原文） | Basis: OGI Regulations art. 35, art. 36(6), art. 39 (verified)
   */
  not_processed?: NotProcessed;
  /**
   * （六）其他处理 | Closed otherwise
   *
   * 依据：《中华人民共和国政府信息公开条例》第三十条、第四十二条（已核对原文） | Basis: OGI Regulations art. 30, art. 42 (verified)
   */
  closed_otherwise?: ClosedOtherwise | ByApplicant;
  /**
   * （七）总计 | All outcomes
   *
   * 依据：格式所设的合计或归类，条例没有直接对应的条款 | Basis: a total or category of the form; no express article
   */
  total?: ByApplicant;
}
/**
 * 不予公开，按理由 | Denials, by ground
 *
 * 其中的行；报告没有的行，省去其键。 | Rows; the key of a row that is not there is absent.
 */
export interface Denied {
  /**
   * 1.属于国家秘密 | Denied: state secret
   *
   * 依据：《中华人民共和国政府信息公开条例》第十四条、第三十六条第（三）项（已核对原文） | Basis: OGI Regulations art. 14, art. 36(3) (verified)
   */
  state_secret?: ByApplicant;
  /**
   * 2.其他法律行政法规禁止公开 | Denied: disclosure barred by another law or administrative regulation
   *
   * 依据：《中华人民共和国政府信息公开条例》第十四条、第三十六条第（三）项（已核对原文） | Basis: OGI Regulations art. 14, art. 36(3) (verified)
   */
  prohibited_by_law?: ByApplicant;
  /**
   * 3.危及“三安全一稳定” | Denied: would endanger national, public or economic security or social stability
   *
   * 依据：《中华人民共和国政府信息公开条例》第十四条、第三十六条第（三）项（已核对原文） | Basis: OGI Regulations art. 14, art. 36(3) (verified)
   */
  security_and_stability?: ByApplicant;
  /**
   * 4.保护第三方合法权益 | Denied: lawful rights of a third party
   *
   * 依据：《中华人民共和国政府信息公开条例》第十五条、第三十二条、第三十六条第（三）项（已核对原文） | Basis: OGI Regulations art. 15, art. 32, art. 36(3) (verified)
   */
  third_party_rights?: ByApplicant;
  /**
   * 5.属于三类内部事务信息 | Denied: internal affairs (personnel, logistics, internal workflow)
   *
   * 依据：《中华人民共和国政府信息公开条例》第十六条第一款、第三十六条第（三）项（已核对原文） | Basis: OGI Regulations art. 16.1, art. 36(3) (verified)
   */
  internal_affairs?: ByApplicant;
  /**
   * 6.属于四类过程性信息 | Denied: process information (discussion records, drafts, consultation letters, requests for instructions)
   *
   * 依据：《中华人民共和国政府信息公开条例》第十六条第二款、第三十六条第（三）项（已核对原文） | Basis: OGI Regulations art. 16.2, art. 36(3) (verified)
   */
  deliberative_process?: ByApplicant;
  /**
   * 7.属于行政执法案卷 | Denied: administrative enforcement case file
   *
   * 依据：《中华人民共和国政府信息公开条例》第十六条第二款、第三十六条第（三）项（已核对原文） | Basis: OGI Regulations art. 16.2, art. 36(3) (verified)
   */
  enforcement_file?: ByApplicant;
  /**
   * 8.属于行政查询事项 | Denied: matter for a statutory registry search
   *
   * 依据：《中华人民共和国政府信息公开条例》第三十六条第（七）项（已核对原文） | Basis: OGI Regulations art. 36(7) (verified)
   */
  registry_query?: ByApplicant;
}
/**
 * 无法提供，按原因 | What could not be provided, by reason
 *
 * 其中的行；报告没有的行，省去其键。 | Rows; the key of a row that is not there is absent.
 */
export interface Unavailable {
  /**
   * 1.本机关不掌握相关政府信息 | Unavailable: not held by this organ
   *
   * 依据：《中华人民共和国政府信息公开条例》第三十六条第（四）项、第三十六条第（五）项（已核对原文）；《中华人民共和国政府信息公开条例》第十条（本项目的理解） | Basis: OGI Regulations art. 36(4), art. 36(5) (verified); OGI Regulations art. 10 (our reading)
   */
  not_held?: ByApplicant;
  /**
   * 2.没有现成信息需要另行制作 | Unavailable: would have to be created
   *
   * 依据：《中华人民共和国政府信息公开条例》第三十八条（已核对原文） | Basis: OGI Regulations art. 38 (verified)
   */
  must_be_created?: ByApplicant;
  /**
   * 3.补正后申请内容仍不明确 | Unavailable: request still unclear after correction
   *
   * 依据：《中华人民共和国政府信息公开条例》第三十条（已核对原文）；《中华人民共和国政府信息公开条例》第二十九条（本项目的理解） | Basis: OGI Regulations art. 30 (verified); OGI Regulations art. 29 (our reading)
   */
  still_unclear?: ByApplicant;
}
/**
 * 不予处理，按原因 | What was not processed, by reason
 *
 * 其中的行；报告没有的行，省去其键。 | Rows; the key of a row that is not there is absent.
 */
export interface NotProcessed {
  /**
   * 1.信访举报投诉类申请 | Not processed: petition, report or complaint
   *
   * 依据：《中华人民共和国政府信息公开条例》第三十九条第一款（已核对原文） | Basis: OGI Regulations art. 39.1 (verified)
   */
  petition?: ByApplicant;
  /**
   * 2.重复申请 | Not processed: repeated request
   *
   * 依据：《中华人民共和国政府信息公开条例》第三十六条第（六）项（已核对原文） | Basis: OGI Regulations art. 36(6) (verified)
   */
  repeated?: ByApplicant;
  /**
   * 3.要求提供公开出版物 | Not processed: asks for a public publication
   *
   * 依据：《中华人民共和国政府信息公开条例》第三十九条第二款（已核对原文） | Basis: OGI Regulations art. 39.2 (verified)
   */
  publication?: ByApplicant;
  /**
   * 4.无正当理由大量反复申请 | Not processed: excessive requests without good reason
   *
   * 依据：《中华人民共和国政府信息公开条例》第三十五条（已核对原文） | Basis: OGI Regulations art. 35 (verified)
   */
  excessive?: ByApplicant;
  /**
   * 5.要求行政机关确认或重新出具已获取信息 | Not processed: asks to certify or re-issue information already obtained
   *
   * 依据：条例没有直接对应的条款 | Basis: no express article
   */
  certification?: ByApplicant;
}
/**
 * 其他处理（三行的布局） | Closed otherwise, in three rows
 *
 * 其中的行；报告没有的行，省去其键。 | Rows; the key of a row that is not there is absent.
 */
export interface ClosedOtherwise {
  /**
   * 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请 | Closed otherwise: not corrected in time
   *
   * 依据：《中华人民共和国政府信息公开条例》第三十条（已核对原文） | Basis: OGI Regulations art. 30 (verified)
   */
  not_corrected?: ByApplicant;
  /**
   * 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请 | Closed otherwise: fee not paid in time
   *
   * 依据：《中华人民共和国政府信息公开条例》第四十二条（已核对原文）；《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）（已核对原文） | Basis: OGI Regulations art. 42 (verified); Information Processing Fee Measures (国办函〔2020〕109号) (verified)
   */
  fee_unpaid?: ByApplicant;
  /**
   * 3.其他 | Closed otherwise: other
   *
   * 依据：条例没有直接对应的条款 | Basis: no express article
   */
  other?: ByApplicant;
}
/**
 * 表四 | Table 4, remedies
 *
 * 其中的行；报告没有的行，省去其键。 | Rows; the key of a row that is not there is absent.
 */
export interface Remedies {
  /**
   * 行政复议 | Administrative reconsideration
   *
   * 依据：《中华人民共和国政府信息公开条例》第五十条第（三）项（已核对原文）；政府信息公开工作年度报告格式（2019年版）（国办公开办函〔2019〕60号）（见于摘录）；政府信息公开工作年度报告格式（2021年版）（国办公开办函〔2021〕30号）（见于摘录） | Basis: OGI Regulations art. 50(3) (verified); Annual report form, 2019 edition (国办公开办函〔2019〕60号) (excerpt); Annual report form, 2021 edition (国办公开办函〔2021〕30号) (excerpt)
   */
  reconsideration?: ByResult;
  /**
   * 行政诉讼 | Administrative litigation
   *
   * 依据：《中华人民共和国政府信息公开条例》第五十条第（三）项（已核对原文）；政府信息公开工作年度报告格式（2019年版）（国办公开办函〔2019〕60号）（见于摘录）；政府信息公开工作年度报告格式（2021年版）（国办公开办函〔2021〕30号）（见于摘录） | Basis: OGI Regulations art. 50(3) (verified); Annual report form, 2019 edition (国办公开办函〔2019〕60号) (excerpt); Annual report form, 2021 edition (国办公开办函〔2021〕30号) (excerpt)
   */
  litigation?: Litigation;
}
/**
 * 表四的一组，按结果 | A block of table 4, by result
 *
 * 结果维持、结果纠正、其他结果、尚未审结、总计 | Upheld, Corrected, Other result, Pending, Total
 */
export interface ByResult {
  /**
   * 结果维持 | Upheld
   *
   * 0 至 10**12 的整数；空白为 null，空白不是 0。 | A whole number from 0 to 10**12; null where blank, which is not zero.
   */
  upheld: number | null;
  /**
   * 结果纠正 | Corrected
   *
   * 0 至 10**12 的整数；空白为 null，空白不是 0。 | A whole number from 0 to 10**12; null where blank, which is not zero.
   */
  corrected: number | null;
  /**
   * 其他结果 | Other result
   *
   * 0 至 10**12 的整数；空白为 null，空白不是 0。 | A whole number from 0 to 10**12; null where blank, which is not zero.
   */
  other: number | null;
  /**
   * 尚未审结 | Pending
   *
   * 0 至 10**12 的整数；空白为 null，空白不是 0。 | A whole number from 0 to 10**12; null where blank, which is not zero.
   */
  pending: number | null;
  /**
   * 总计 | Total
   *
   * 0 至 10**12 的整数；空白为 null，空白不是 0。 | A whole number from 0 to 10**12; null where blank, which is not zero.
   */
  total: number | null;
}
/**
 * 行政诉讼 | Litigation
 *
 * 其中的行；报告没有的行，省去其键。 | Rows; the key of a row that is not there is absent.
 */
export interface Litigation {
  /**
   * 未经复议直接起诉 | Litigation without prior reconsideration
   *
   * 依据：《中华人民共和国政府信息公开条例》第五十条第（三）项（已核对原文）；政府信息公开工作年度报告格式（2019年版）（国办公开办函〔2019〕60号）（见于摘录）；政府信息公开工作年度报告格式（2021年版）（国办公开办函〔2021〕30号）（见于摘录） | Basis: OGI Regulations art. 50(3) (verified); Annual report form, 2019 edition (国办公开办函〔2019〕60号) (excerpt); Annual report form, 2021 edition (国办公开办函〔2021〕30号) (excerpt)
   */
  direct?: ByResult;
  /**
   * 复议后起诉 | Litigation after reconsideration
   *
   * 依据：《中华人民共和国政府信息公开条例》第五十条第（三）项（已核对原文）；政府信息公开工作年度报告格式（2019年版）（国办公开办函〔2019〕60号）（见于摘录）；政府信息公开工作年度报告格式（2021年版）（国办公开办函〔2021〕30号）（见于摘录） | Basis: OGI Regulations art. 50(3) (verified); Annual report form, 2019 edition (国办公开办函〔2019〕60号) (excerpt); Annual report form, 2021 edition (国办公开办函〔2021〕30号) (excerpt)
   */
  after_reconsideration?: ByResult;
}
/**
 * 实例的结果 | Expected outcome
 *
 * 一个实例的结果。 | What an instance comes to.
 */
export interface Expected {
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
  needed: Needed[];
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
  value?: number;
  /**
   * 至少 | At least
   *
   * 关系为 <= 时。 | With the sign <=.
   */
  at_least?: number;
}
