import assert from 'node:assert/strict';
import {
  completedAnswers,
  engagementQuestions,
  proposedAnswer,
} from '../../../extension/engine/features/engagement-questions.ts';
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
    const first = await engine.firstDate('engagement.md', asOf);
    assert.deepEqual([first?.name, first?.date], ['last-notice-date', '2027-08-22']);
    assert.match(first?.how ?? '', /2027-08-22/);
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

  it('tell the same date first as the tree and the status', async () => {
    const text = (keys: string): string =>
      `---\nkind: engagement\ntitle: T\nstatus: active\nstart: 2026-01-01\n${keys}\n---\n`;
    const firstOf = async (keys: string): Promise<readonly unknown[]> => {
      const engine = await engineOver(new Map([['engagement.md', text(keys)]]), 'base');
      const told = (await engine.standing('', asOf))?.first;
      const first = await engine.firstDate('engagement.md', asOf);
      assert.deepEqual([first?.name, first?.date], [told?.name, told?.date]);
      return [first?.name, first?.date, first?.how !== undefined];
    };
    assert.deepEqual(
      await firstOf('phase: delivery\nend: 2027-06-30\nnotice: 3 months\nrenewal: automatic, 1 year'),
      ['last-opt-out-date', '2027-03-30', true],
    );
    // What somebody wrote down needs no working.
    assert.deepEqual(await firstOf('phase: delivery\nend: 2027-06-30'), ['end', '2027-06-30', false]);
    assert.deepEqual(await firstOf('phase: delivery'), [undefined, undefined, false]);
  });
});
