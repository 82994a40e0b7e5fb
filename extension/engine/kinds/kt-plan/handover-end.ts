import { addLength } from '../../calendar/add-length.ts';
import type { GovernedDocument } from '../../model/document.ts';
import type { View } from '../../model/engagement.ts';
import type { IsoDate } from '../../model/value.ts';
import { isFilled } from '../../resolve/is-filled.ts';
import {
  contractTerms,
  exitPlansOf,
  isHandoverDeadlineUnknown,
  isUnread,
  timelineOf,
} from '../../resolve/terms.ts';
import { knowledgePlansOf, leavesSupplier } from '../exit-plan/knowledge-plans.ts';

/**
 * The last day on which a plan can still pass knowledge on. What leaves the supplier must have left by the handover
 * deadline of the exit plan that it belongs to, the earliest of several; where no exit plan has such a day, by
 * `complete_by`, and where that is empty before the help after the contract is over. What comes to the supplier must
 * have come by `complete_by`. Undefined where nothing says it, or what says it does not read.
 */
export function handoverEndOf(plan: GovernedDocument, view: View): IsoDate | undefined {
  const { complete_by: completeBy } = plan.keys;
  if (!leavesSupplier(plan)) return view.dayOf(completeBy);
  const exitPlans = exitPlansOf(view).filter((exitPlan) => knowledgePlansOf(exitPlan, view).includes(plan));
  if (exitPlans.some((exitPlan) => isDeadlineUnread(exitPlan, view))) return undefined;
  const deadlines = exitPlans.flatMap((exitPlan) => timelineOf(view, exitPlan).handoverDeadline ?? []);
  return deadlines.sort()[0] ?? (isFilled(completeBy) ? view.dayOf(completeBy) : exitHelpEnds(view));
}

/** The day on which the contract and the help after it are over. */
export function exitHelpEnds(view: View): IsoDate | undefined {
  const { end, exitHelp, work } = contractTerms(view);
  if (end === undefined || isUnread(view.lead?.keys.exit_help)) return undefined;
  return exitHelp === undefined ? end : addLength(end, exitHelp, work);
}

/** An end that does not read is a day that nobody knows; one that is empty leaves the contract open. */
function isDeadlineUnread(exitPlan: GovernedDocument, { lead }: View): boolean {
  return isUnread(lead?.keys.end) || isHandoverDeadlineUnknown(lead, exitPlan);
}
