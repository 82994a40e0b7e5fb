import { percentage } from '../../../measure/decimal.ts';
import type { Said } from '../../../model/said.ts';
import { clauseAnswers, type ClauseAnswer } from '../../../profiles/clause-answers.ts';
import { clauseLists } from '../../../profiles/clause-lists.ts';
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
    return clauseLists
      .filter(({ profile }) => asked.has(profile))
      .flatMap((list) => {
        const answers = clauseAnswers(list, view);
        const withPlace = answers.filter(({ state }) => state === 'placed');
        const byRule = answers.filter(({ state }) => state === 'rule');
        const value = percentage(withPlace.length + byRule.length, answers.length, 2);
        if (value === undefined) return [];
        return [
          {
            at: profiles,
            value,
            how: answersInWords(list.title, answers.length, withPlace, byRule),
            data: {
              placed: idsOf(withPlace),
              answeredByRule: idsOf(byRule),
              open: idsOf(answers.filter(({ state }) => state === 'open')),
            },
          },
        ];
      });
  },
});

function idsOf(answers: readonly ClauseAnswer[]): readonly string[] {
  return answers.map(({ clause }) => clause.id);
}

/** Which of the answers are places that somebody wrote down, and which are only rules that would ask. */
function answersInWords(
  title: string,
  all: number,
  placed: readonly ClauseAnswer[],
  byRule: readonly ClauseAnswer[],
): Said {
  const data = {
    title: words(title, 'law'),
    answered: String(placed.length + byRule.length),
    all: String(all),
    placed: String(placed.length),
  };
  if (byRule.length === 0) return say('{{title}}: {{answered}} of {{all}} answered: {{placed}} placed', data);
  return say(
    '{{title}}: {{answered}} of {{all}} answered: {{placed}} placed, {{byRule}} by rule ({{rules}})',
    {
      ...data,
      byRule: String(byRule.length),
      rules: [...new Set(byRule.flatMap(({ clause }) => clause.rules ?? []))].join(', '),
    },
  );
}
