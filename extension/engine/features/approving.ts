import { dayAt } from '../calendar/day-at.ts';
import type { ApprovalEvent, Reviewed } from '../model/approval-event.ts';
import type { GovernedDocument } from '../model/document.ts';
import type { View } from '../model/engagement.ts';
import { approverIn } from './approver.ts';
import { signingEach, type Signing } from './signing.ts';

/** An approval of a request, the documents that it is of, and what they said in the commit that was reviewed. */
export interface ApprovalRequest {
  readonly approval: ApprovalEvent;
  /** Paths from the root, all of one engagement. */
  readonly paths: readonly string[];
  readonly reviewed: Reviewed;
}

/** The sign-off files of an approval; `zone` is that of the config, for an engagement that states none. */
export function approving(
  { approval, reviewed }: ApprovalRequest,
  documents: readonly GovernedDocument[],
  view: View,
  zone: string | undefined,
): Signing {
  const approver = approverIn(approval, view);
  if (approver.is === 'refused') return approver;
  const date = dayAt(approval.at, view.lead?.keys.zone?.value ?? zone);
  return signingEach(
    documents,
    { by: approver.name, means: 'approved', date, via: 'pull request', reviewed },
    view,
  );
}
