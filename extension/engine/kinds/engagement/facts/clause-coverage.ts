import { percentage } from '../../../measure/decimal.ts';
import type { View } from '../../../model/engagement.ts';
import { clauseLists, type Clause } from '../../../profiles/clause-lists.ts';
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
    'How many clauses of a list that applies have a place in the documents, or a rule that asks for them',
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
            how: say(
              '{{title}}: of {{all}} clauses that apply {{placed}} have a place and {{byRule}} more are asked for by a rule',
              {
                title: words(title, 'law'),
                all: String(applicable.length),
                placed: String(withPlace.length),
                byRule: String(byRule.length),
              },
            ),
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
