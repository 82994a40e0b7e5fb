import type { GovernedDocument } from '../model/document.ts';

/** Whether a document stays as it was written: what has ended, sign-offs and final records. */
export function isHistory({ kind, status }: Pick<GovernedDocument, 'kind' | 'status'>): boolean {
  return status === 'ended' || kind === 'signoff' || (kind === 'record' && status === 'active');
}
