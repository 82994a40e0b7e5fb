import { percentage } from '../../../measure/decimal.ts';
import type { View } from '../../../model/engagement.ts';
import { clauseLists, type Clause } from '../../../profiles/clause-lists.ts';
import type { Said } from '../../../model/said.ts';
import { defineFact } from '../../../rules/define.ts';
import { foldName } from '../../../values/fold.ts';
import { say, words } from '../../../values/say.ts';

export default defineFact({
  name: 'clause-coverage',
  kinds: ['engagement'],
  reads: [
    'engagement/profiles',
    'engagement/Clauses.Clause',
    'engagement/Clauses.Where',
    'engagement/Data.Personal',
    'engagement/importance',
  ],
  unit: 'percent',
  summary:
    'How many clauses of a list that applies are answered: by a place in the documents, or by a rule that asks for one',
  asOf: false,
  compute(view) {
    const profiles = view.lead?.keys.profiles;
    if (profiles?.value === undefined) return [];
    const asked = new Set(profiles.value.map(foldName));
    const placed = placedClauses(view);
    return clauseLists
      .filter(({ profile }) => asked.has(profile))
      .flatMap(({ clauses, title }) => {
        const applicable = clauses.filter((clause) => applies(clause, view));
        const withPlace = applicable.filter(({ id }) => placed.has(foldName(id)));
        const byRule = applicable.filter(({ id, rule }) => rule !== undefined && !placed.has(foldName(id)));
        const open = applicable.filter(({ id, rule }) => rule === undefined && !placed.has(foldName(id)));
        const value = percentage(withPlace.length + byRule.length, applicable.length, 2);
        if (value === undefined) return [];
        return [
          {
            at: profiles,
            value,
            how: answersInWords(title, applicable, withPlace, byRule),
            data: {
              placed: withPlace.map(({ id }) => id),
              answeredByRule: byRule.map(({ id }) => id),
              open: open.map(({ id }) => id),
            },
          },
        ];
      });
  },
});

/** Which of the answers are places that somebody wrote down, and which are only rules that would ask. */
function answersInWords(
  title: string,
  applicable: readonly Clause[],
  placed: readonly Clause[],
  byRule: readonly Clause[],
): Said {
  const data = {
    title: words(title, 'law'),
    answered: String(placed.length + byRule.length),
    all: String(applicable.length),
    placed: String(placed.length),
  };
  if (byRule.length === 0) return say('{{title}}: {{answered}} of {{all}} answered: {{placed}} placed', data);
  return say(
    '{{title}}: {{answered}} of {{all}} answered: {{placed}} placed, {{byRule}} by rule ({{rules}})',
    {
      ...data,
      byRule: String(byRule.length),
      rules: [...new Set(byRule.map(({ rule }) => rule ?? ''))].join(', '),
    },
  );
}

function applies({ appliesTo }: Clause, view: View): boolean {
  if (appliesTo === 'personal data')
    return view.rows('data').some(({ cells }) => cells.personal?.value === true);
  if (appliesTo === undefined) return true;
  const importance = view.lead?.keys.importance?.value;
  return importance === 'critical' || importance === 'important';
}

/** Clauses with a filled Where, folded. */
function placedClauses(view: View): ReadonlySet<string> {
  return new Set(
    view
      .rows('clauses')
      .filter(({ cells }) => cells.clause?.state === 'read' && cells.where?.state === 'read')
      .map(({ cells }) => foldName(cells.clause?.source.text ?? '')),
  );
}
