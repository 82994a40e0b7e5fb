import type { Row } from '../model/document.ts';
import type { View } from '../model/engagement.ts';
import type { Said } from '../model/said.ts';
import { personalData } from '../resolve/personal-data.ts';
import { addTo } from '../values/add-to.ts';
import { foldName } from '../values/fold.ts';
import { listed, say } from '../values/say.ts';
import type { Clause, ClauseList } from './clause.ts';

/** How the documents answer a clause that applies. */
export interface ClauseAnswer {
  readonly clause: Clause;
  /** `placed`: somebody wrote down where; `rule`: a rule would ask for it. */
  readonly state: 'placed' | 'rule' | 'open';
  /** The rows that name it with a place. */
  readonly places: readonly Row<'clauses'>[];
  /** Whether a row names it, with a place or without. */
  readonly isNamed: boolean;
}

/** The clauses of a list that apply to an engagement, each with its answer. */
export function clauseAnswers({ clauses }: ClauseList, view: View): readonly ClauseAnswer[] {
  const byCode = new Map<string, Row<'clauses'>[]>();
  for (const row of view.rows('clauses')) {
    const { clause } = row.cells;
    if (clause?.state === 'read') addTo(byCode, plainCode(clause.source.text), row);
  }
  return clauses
    .filter((clause) => whyNot(clause, view) === undefined)
    .map((clause) => {
      const rows = byCode.get(plainCode(clause.id)) ?? [];
      const places = rows.filter(hasPlace);
      const state = places.length > 0 ? 'placed' : clause.rules ? 'rule' : 'open';
      return { clause, state, places, isNamed: rows.length > 0 };
    });
}

function hasPlace({ cells }: Row<'clauses'>): boolean {
  return cells.where?.state === 'read';
}

/** `GDPR-28.3.a`, `gdpr 28(3)(a)` and `GDPR Art. 28.3 a` are one clause. */
function plainCode(text: string): string {
  return foldName(text)
    .replace(/\b(?:art|article|artikel)\b/g, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Why a clause does not apply to an engagement; undefined where it does. */
export function whyNot({ appliesTo }: Clause, view: View): Said | undefined {
  if (appliesTo === undefined) return undefined;
  if (appliesTo === 'personal data')
    return personalData(view).length > 0 ? undefined : say('no row of Data says that it is personal');
  const importance = view.lead?.keys.importance?.value;
  if (importance === 'critical' || importance === 'important') return undefined;
  return importance === undefined
    ? say('it is for what is critical or important, and the engagement states no importance')
    : say('it is for what is critical or important, and the importance is {{importance}}', {
        importance: listed(importance, 'importance'),
      });
}
