import type { Row } from '../../model/document.ts';
import { isOutsideEea } from '../../values/outside-eea.ts';

/** The countries outside of the EEA in which data is stored or from which it is read. */
export function countriesOutside({ cells: { stored_in, accessed_from } }: Row<'data'>): readonly string[] {
  const countries = [...(stored_in?.value ?? []), ...(accessed_from?.value ?? [])];
  return [...new Set(countries)].filter(isOutsideEea);
}

/** Tools that hold only where the law of the country lets them: somebody has to look (EDPB 01/2020). */
const assessed: ReadonlySet<string> = new Set([
  'standard contractual clauses',
  'binding corporate rules',
  'code of conduct',
  'certification',
]);

/** Whether the transfer tool of a row asks for an assessment. */
export function asksForAssessment({ cells: { transfer_tool } }: Row<'data'>): boolean {
  return transfer_tool?.value !== undefined && assessed.has(transfer_tool.value);
}
