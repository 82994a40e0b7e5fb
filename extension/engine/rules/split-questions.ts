import type { GovernedDocument } from '../model/document.ts';
import { askTally } from './ask-rule.ts';
import type { CheckRule } from './define.ts';
import type { Remark } from './remark.ts';
import { addTo } from '../values/add-to.ts';

/** What rules said, and what of it they ask instead. */
export interface SplitSaid {
  readonly said: readonly Remark[];
  /** Missing things by draft. */
  readonly questions: ReadonlyMap<GovernedDocument, readonly Remark[]>;
}

/** What an active document would be told that it lacks is a question in a draft, unless a deviation accepts it. */
export function splitQuestions(
  all: readonly Remark[],
  tallies: readonly CheckRule[],
  isAgreed: (one: Remark) => boolean,
): SplitSaid {
  const said: Remark[] = [];
  const questions = new Map<GovernedDocument, Remark[]>();
  for (const one of all) {
    const { document } = one.place;
    if (!one.missing || document.status !== 'draft') {
      said.push(one);
      continue;
    }
    if (isAgreed(one)) continue;
    addTo(questions, document, one);
  }
  for (const [draft, its] of questions) {
    for (const rule of tallies) said.push(...askTally(rule, draft, its.length));
  }
  return { said, questions };
}
