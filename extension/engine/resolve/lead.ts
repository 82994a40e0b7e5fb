import type { GovernedDocument } from '../model/document.ts';

/** The engagement document whose settings hold: the first by path that is active, else a draft, else one that has ended. */
export function leadOf(documents: readonly GovernedDocument[]): GovernedDocument | undefined {
  const leads = documents.filter(({ kind }) => kind === 'engagement');
  return (
    leads.find(({ status }) => status === 'active') ??
    leads.find(({ status }) => status === 'draft') ??
    leads[0]
  );
}
