import type { Finding } from "@coulomb-loop/schemas";
import type { OpsDocuments } from "../ops-documents.ts";
import { checkCadences } from "./check-cadence.ts";
import { checkCoulomb } from "./check-coulomb.ts";
import { checkDefinitions } from "./check-definitions.ts";
import { checkPromotions } from "./check-promotions.ts";
import { checkDecisions, checkWorkplans } from "./check-records.ts";
import { checkRosters } from "./check-roster.ts";
import { newReport } from "./report.ts";

/**
 * Checks what no single schema can: crons, zones, and that the documents of an ops repo agree with each other.
 * Returns all findings with file and path, unplaced (no line) except in bodies. `asOf` is epoch milliseconds; only
 * the age of overrides and the next opening of windows depend on it. Pure; never throws.
 */
export function checkOpsDocuments(documents: OpsDocuments, asOf: number): Finding[] {
  const report = newReport();
  checkCoulomb(report, documents);
  checkCadences(report, documents, asOf);
  checkRosters(report, documents, asOf);
  checkDefinitions(report, documents);
  checkDecisions(report, documents);
  checkPromotions(report, documents);
  checkWorkplans(report, documents);
  return report.findings;
}
