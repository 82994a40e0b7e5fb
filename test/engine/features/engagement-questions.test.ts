import assert from 'node:assert/strict';
import {
  completedAnswers,
  engagementQuestions,
  proposedAnswer,
} from '../../../extension/engine/features/engagement-questions.ts';
import { firstDate } from '../../../extension/engine/features/first-date.ts';
import { problemOfValue } from '../../../extension/engine/features/read-setting.ts';
import { scaffold, type TemplateLanguage } from '../../../extension/engine/features/scaffold.ts';
import { engineOver } from '../../support/run-fixture.ts';

const asOf = '2026-11-23';

/** What stands in the boxes where Enter is pressed at each question. */
function proposals(language: TemplateLanguage): ReadonlyMap<string, string> {
  const answers = new Map<string, string>();
  for (const { key } of engagementQuestions) answers.set(key, proposedAnswer(key, answers, asOf, language));
  return answers;
}

describe('the questions of a new engagement', () => {
  it('are eight, each a question that somebody can answer', () => {
    assert.deepEqual(
      engagementQuestions.map(({ key }) => key),
      ['client', 'supplier', 'start', 'end', 'notice', 'renewal', 'fee', 'owner'],
    );
    for (const { ask, example } of engagementQuestions) {
      assert.match(ask, /\?$/);
      assert.notEqual(example, '');
    }
  });

  it('have proposals that read', () => {
    for (const language of ['en', 'sv'] as const) {
      const answers = proposals(language);
      for (const spec of engagementQuestions) {
        const text = answers.get(spec.key)!;
        assert.equal(text === '' ? undefined : problemOfValue(spec, text), undefined, `${spec.key} ${text}`);
      }
    }
  });

  it('lead to a date where every proposal is taken', async () => {
    const answers = proposals('sv');
    assert.deepEqual(
      [answers.get('start'), answers.get('end'), answers.get('notice')],
      ['2026-11-23', '2027-11-22', '3 månader'],
    );
    const text = scaffold('engagement', 'sv', completedAnswers(answers, asOf, 'sv'));
    const engine = await engineOver(new Map([['engagement.md', text]]), 'base');
    const fact = firstDate(await engine.facts({ asOf }));
    assert.deepEqual([fact?.name, fact?.value], ['true-last-day', '2027-08-22']);
  });

  it('propose an end only for a start, and notice only for an end', () => {
    const of = (key: string, ...answers: (readonly [string, string])[]): string =>
      proposedAnswer(key, new Map(answers), asOf, 'en');
    assert.equal(of('end', ['start', '2024-02-29']), '2025-02-27');
    assert.equal(of('end', ['start', '']), '');
    assert.equal(of('notice', ['end', '']), '');
    assert.equal(of('notice', ['end', '2027-06-30']), '3 months');
    assert.equal(of('client'), '');
  });

  it('leave the title and the phase to what follows from them, unless they are given', () => {
    const of = (...answers: (readonly [string, string])[]): ReadonlyMap<string, string> =>
      completedAnswers(new Map(answers), asOf, 'en');
    const both = of(['client', 'Nord AB'], ['supplier', 'Riga SIA'], ['start', '2026-11-24']);
    assert.deepEqual([both.get('title'), both.get('phase')], ['Riga SIA for Nord AB', 'transition']);
    assert.deepEqual([of().get('title'), of().get('phase')], ['', 'delivery']);
    assert.equal(of(['phase', 'exit']).get('phase'), 'exit');
  });

  it('take the date that says most of those that follow', () => {
    const fact = (name: string): Parameters<typeof firstDate>[0][number] => ({
      name,
      path: 'engagement.md',
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      at: 'end',
      value: asOf,
      unit: 'date',
      how: '',
      working: { template: '', data: {} },
      data: {},
    });
    assert.equal(
      firstDate(['last-notice-date', 'true-last-day', 'renewed-end'].map(fact))?.name,
      'true-last-day',
    );
    assert.equal(firstDate([fact('renewed-end')]), undefined);
  });
});
