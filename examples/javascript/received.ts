// Uses the types of a report: a blank cell is null, a row that the report lacks is not there.
import type { AnnualReport, ByApplicant } from "./types/report";

/** The requests newly received by kind of applicant, or null where the report does not say. */
export function received(report: AnnualReport): ByApplicant | null {
  return report.requests?.received ?? null;
}

export const blank: ByApplicant = {
  natural_person: null,
  enterprise: null,
  research_institution: null,
  public_welfare_organization: null,
  legal_service_institution: null,
  other_organization: null,
  total: null,
};
