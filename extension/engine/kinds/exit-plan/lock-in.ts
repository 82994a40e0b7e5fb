import type { Field } from '../../model/document.ts';
import type { View } from '../../model/engagement.ts';
import { isAskedOf } from '../../resolve/asked-of.ts';
import { wordMeantIn } from '../../resolve/word-meant-in.ts';

/** Whether the risk register knows that leaving is hard: an open risk of category exit and lock-in, or concentration. */
export function isLockInSeen(view: View): boolean {
  return view.rows('risks').some(({ cells: { category, status } }) => {
    const its = wordMeantIn(category);
    const isOfCategory = its === 'exit and lock-in' || its === 'concentration';
    return isOfCategory && status?.value !== 'closed';
  });
}

/** The first `substitutability` that says that replacing the supplier is hard (rules.md EXT014). */
export function hardToReplace(view: View): Field | undefined {
  return view.documents
    .filter((document) => isAskedOf(document, 'exit-plan'))
    .map(({ keys }) => keys.substitutability)
    .find((field) => field?.value === 'hard' || field?.value === 'impossible');
}
