import assert from 'node:assert/strict';
import type { Field, GovernedDocument } from '../../../extension/engine/model/document.ts';
import { appetiteOf, scaleIn, scaleOf } from '../../../extension/engine/resolve/scales.ts';
import { placeOf } from '../../../extension/engine/values/step-scale.ts';
import { governed } from '../parse/reading.ts';

const likelihoodOf = (document: GovernedDocument, row = 0): Field =>
  document.sections.get('risks')!.rows[row]!.cells.likelihood!;

function register(keys: string, ...rows: readonly (readonly string[])[]): GovernedDocument {
  const lines = rows.map((cells, i) => `| risk ${i} | ${cells.join(' | ')} |`);
  const header = '| Risk | Likelihood | Impact |\n|---|---|---|';
  return governed(`---\nkind: risk-register\n${keys}---\n## Risks\n${header}\n${lines.join('\n')}\n`);
}

function steps(document: GovernedDocument): readonly unknown[] {
  return (['likelihood', 'impact'] as const).map((axis) => scaleIn(document, 'risk-register', axis).steps);
}

function skills(keys: string, level: string, coverage: string): GovernedDocument {
  return governed(
    `---\nkind: skills\n${keys}---\n## Required skills\n| Skill | Level |\n|---|---|\n| a | ${level} |\n\n## Coverage\n| Skill | Team | Eva |\n|---|---|---|\n| a | 7 | ${coverage} |\n`,
  );
}

const oneToFive = { low: '1', high: '5' };
const three = ['low', 'medium', 'high'];

describe('the scale of a document', () => {
  it('is the one that it states', () => {
    assert.deepEqual(steps(register('scale: 1-3\n', ['1', '9'])), [
      { low: '1', high: '3' },
      { low: '1', high: '3' },
    ]);
    const own = register('scale: green, amber, red\n', ['Red', 'amber']);
    assert.deepEqual(steps(own), [
      ['green', 'amber', 'red'],
      ['green', 'amber', 'red'],
    ]);
    assert.equal(placeOf(likelihoodOf(own).value as string, scaleOf(likelihoodOf(own))), 3);
    assert.equal(scaleOf(likelihoodOf(own)).stated?.spec.key, 'scale');
  });

  it('is the usual one of its kind where nothing shows another', () => {
    assert.deepEqual(steps(register('')), [oneToFive, oneToFive]);
    assert.deepEqual(steps(register('', ['1', 'high'], ['low', '2'])), [oneToFive, oneToFive]);
    assert.deepEqual(scaleIn(skills('', '3', ''), 'skills', 'level').steps, { low: '0', high: '4' });
    assert.deepEqual(
      scaleIn(governed('---\nkind: partner-evaluation\n---\n'), 'partner-evaluation', 'level'),
      {
        steps: oneToFive,
      },
    );
  });

  it('is the shortest list that holds all its words', () => {
    assert.deepEqual(steps(register('', ['low', 'high'], ['hög', 'M'])), [three, three]);
    const four = [...three, 'critical'];
    assert.deepEqual(steps(register('', ['low', 'critical'], ['high', ''])), [four, four]);
    const five = ['very low', ...three, 'very high'];
    assert.deepEqual(steps(register('', ['low', 'very low'])), [five, five]);
  });

  it('may be one of likelihood and one of impact', () => {
    const likelihood = ['rare', 'unlikely', 'possible', 'likely', 'almost certain'];
    const impact = ['insignificant', 'minor', 'moderate', 'major', 'severe'];
    assert.deepEqual(steps(register('', ['rare', 'severe'])), [likelihood, impact]);
    assert.deepEqual(steps(register(`scale: ${likelihood.join(', ')}\n`, ['rare', 'severe'])), [
      likelihood,
      impact,
    ]);
    assert.deepEqual(steps(register('scale: rare, possible, likely\n', ['rare', 'severe'])), [
      ['rare', 'possible', 'likely'],
      ['rare', 'possible', 'likely'],
    ]);
    assert.deepEqual(steps(register('', ['1', 'high'], ['2', 'low'])), [oneToFive, three]);
  });

  it('is not stated by the key of another kind', () => {
    const text =
      '---\nkind: skills\nscale: 0-4\n---\n## Risks\n| Risk | Likelihood | Impact |\n|---|---|---|\n| a | 1 | 2 |\n';
    assert.deepEqual(scaleOf(likelihoodOf(governed(text))), { steps: oneToFive });
  });
});

describe('the place of a step', () => {
  it('is a number itself, and of words the first is 1', () => {
    const risks = register('scale: 0-4\n', ['0', '4']);
    const scale = scaleOf(likelihoodOf(risks));
    assert.deepEqual(
      ['0', '4', '5', '-1', 'high', '99999999999999999999'].map((step) => placeOf(step, scale)),
      [0, 4, undefined, undefined, undefined, undefined],
    );
    assert.deepEqual(
      ['low', 'high', '2', 'critical'].map((step) => placeOf(step, { steps: three })),
      [1, 3, undefined, undefined],
    );
  });

  it('is that of words beside as many numbers, of levels', () => {
    const levels = scaleIn(skills('', '3', 'expert'), 'skills', 'level');
    assert.deepEqual(
      ['none', 'advanced', 'expert', '2', 'high'].map((step) => placeOf(step, levels)),
      [0, 3, 4, 2, undefined],
    );
    const few = scaleIn(skills('scale: 1-3\n', '3', 'expert'), 'skills', 'level');
    assert.equal(placeOf('expert', few), undefined);
    assert.deepEqual(scaleIn(skills('', 'advanced', 'expert'), 'skills', 'level').steps, [
      'beginner',
      'intermediate',
      'advanced',
      'expert',
    ]);
  });
});

describe('the appetite', () => {
  it('is a number, or the score of a risk with both of that step', () => {
    assert.equal(appetiteOf(register('')), undefined);
    assert.equal(appetiteOf(register('appetite: 9\n')), 9);
    assert.equal(appetiteOf(register('appetite: medium\n', ['low', 'high'])), 4);
    assert.equal(appetiteOf(register('appetite: medium\n', ['1', '2'])), undefined);
    assert.equal(appetiteOf(register('appetite: moderate\n', ['rare', 'severe'])), 9);
    assert.equal(appetiteOf(register('appetite: possible\n', ['rare', 'severe'])), 9);
    assert.equal(appetiteOf(register('appetite: medium high\n', ['low', 'high'])), undefined);
  });
});
