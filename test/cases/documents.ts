import { strict as assert } from 'node:assert';
import type { Fact } from '../../extension/engine/index.ts';
import {
  divide,
  exact,
  percentage,
  percentOf,
  plain,
  round,
  subtract,
  sumOf,
} from '../../extension/engine/measure/decimal.ts';
import { roundMoney } from '../../extension/engine/measure/money.ts';
import { engineOver } from '../support/run-fixture.ts';
import { isFigure, type Cases } from './case.ts';

const weights = ['30', '25', '20', '15', '10'];

/** What facts make of evaluations, skills and risks, and the sums beside them. */
export const documents = {
  async I01(its) {
    const [total] = await totalsOf(weights, ['4', '3', '5', '2', '4']);
    isFigure(total?.value, its.weighted);
    isFigure(String(total?.data['percentOfMaximum']), its.pct_of_max);
    isFigure(String(total?.data['percentOfRange']), its.pct_of_range_1_5);
  },
  async I03_renormalised(its) {
    const [total] = await totalsOf(weights, ['4', '3', '5', '', '4'], 'missing_scores: left out');
    isFigure(total?.value, its);
  },
  async I03_zero_filled(its) {
    const [total] = await totalsOf(weights, ['4', '3', '5', '', '4'], 'missing_scores: count as zero');
    isFigure(total?.value, its);
  },
  /** Three marks that weigh alike, and how far they lie apart. */
  async I06_mean_range([mean, range]) {
    const marks = ['2', '5', '3'];
    const [total] = await totalsOf(['1', '1', '1'], marks);
    isFigure(round(exact(total?.value ?? ''), 4), mean!);
    const [low = '', , high = ''] = marks.toSorted();
    isFigure(plain(subtract(exact(high), exact(low))), range!);
  },
  /** What each accepted story costs: rework takes its share of the stories. */
  I07_cost_per_accepted(its) {
    const cost = (sum: number, stories: number, rework: number): string => {
      const accepted = percentOf(exact(stories), subtract(exact(100), exact(rework)));
      return roundMoney(divide(exact(sum), accepted), 'EUR');
    };
    assert.deepEqual([cost(6400, 8, 25), cost(10_400, 14, 5)], its);
  },
  async I08_consistent_weights_summit(its) {
    isFigure(sumOf(weights), its);
    const said = async (first: string): Promise<boolean> => {
      const files = evaluation([first, ...weights.slice(1)], ['4', '3', '5', '2', '4']);
      const { findings } = (await engineOver(files, 'full')).check();
      return findings.some(({ code }) => code === 'SCR001');
    };
    assert.deepEqual([await said('30'), await said('31')], [false, true]);
  },
  async K01(its) {
    const facts = await factsOf('skill-coverage', new Map([['skills.md', skills]]));
    const names = ['TypeScript', 'PostgreSQL', 'Kubernetes', 'PCI DSS'];
    const needed = [2, 2, 1, 1];
    const have = Object.fromEntries(names.map((name, i) => [name, Number(facts[i]?.value)]));
    const met = names.filter((name, i) => have[name]! >= needed[i]!);
    const single = names.filter((name) => have[name] === 1);
    assert.deepEqual([have, met, single], [{ ...its.have }, its.met, its.single_point]);
    isFigure(percentage(met.length, names.length, 1), its.pct);
  },
  async L01(its) {
    const rated = (likelihood: number, impact: number, after = '|  |'): Promise<string | undefined> =>
      factsOf('risk-score', riskRegister(`| R | ${likelihood} | ${impact} ${after} |`)).then(
        ([fact]) => fact?.value,
      );
    isFigure(await rated(4, 5), its['4x5']);
    isFigure(await rated(4, 5, '| 2 | 4'), its.residual_2x4);
    const steps = [1, 2, 3, 4, 5];
    const rows = steps.flatMap((a) => steps.map((b) => `| R${a}${b} | ${a} | ${b} |  |  |`));
    const scores = await factsOf('risk-score', riskRegister(...rows));
    assert.equal(scores.length, 25);
    const reached = [...new Set(scores.map(({ value }) => Number(value)))].toSorted((a, b) => a - b);
    assert.deepEqual(reached, its.products_5x5);
    isFigure(plain(percentOf(exact(120_000), exact(30))), its.EMV);
  },
} satisfies Partial<Cases>;

async function factsOf(name: string, files: ReadonlyMap<string, string>): Promise<readonly Fact[]> {
  const all = new Map([['engagement.md', engagement], ...files]);
  const facts = await (await engineOver(all, 'full')).facts({ asOf: '2026-11-23' });
  return facts.filter((fact) => fact.name === name);
}

function totalsOf(
  of: readonly string[],
  scores: readonly string[],
  ...keys: readonly string[]
): Promise<readonly Fact[]> {
  return factsOf('scorecard-total', evaluation(of, scores, ...keys));
}

const common = 'title: Data\nstatus: active\nowner: anna\ncounterpart: jonas';
const engagement = `---
kind: engagement
${common}
client: Nordbetal AB
supplier: Baltcode UAB
phase: delivery
start: 2024-07-01
---

## People

| Person | Name | Party | Role |
| --- | --- | --- | --- |
| anna | Anna Lind | client | vendor manager |
| jonas | Jonas Petraitis | supplier | delivery lead |
| ruta | Rūta Kazlauskienė | supplier | developer |
`;

function evaluation(
  of: readonly string[],
  scores: readonly string[],
  ...keys: readonly string[]
): ReadonlyMap<string, string> {
  const names = of.map((_, i) => `Criterion ${i + 1}`);
  const text = `---
kind: partner-evaluation
${[common, ...keys].join('\n')}
scale: 1-5
---

## Criteria

| Criterion | Weight |
| --- | --- |
${names.map((name, i) => `| ${name} | ${of[i]} |`).join('\n')}

## Scores

| Criterion | Baltcode |
| --- | --- |
${names.map((name, i) => `| ${name} | ${scores[i]} |`).join('\n')}
`;
  return new Map([
    ['engagement.md', engagement],
    ['evaluation.md', text],
  ]);
}

const skills = `---
kind: skills
${common}
scale: 1-5
---

## Required skills

| Skill | Level | People |
| --- | --- | --- |
| TypeScript | 3 | 2 |
| PostgreSQL | 3 | 2 |
| Kubernetes | 2 | 1 |
| PCI DSS | 3 | 1 |

## Coverage

| Skill | anna | jonas | ruta |
| --- | --- | --- | --- |
| TypeScript | 4 | 3 | 2 |
| PostgreSQL | 2 | 3 |  |
| Kubernetes | 2 |  |  |
| PCI DSS |  |  | 2 |
`;

function riskRegister(...rows: readonly string[]): ReadonlyMap<string, string> {
  const text = `---
kind: risk-register
${common}
scale: 1-5
---

## Risks

| Risk | Likelihood | Impact | Likelihood after | Impact after |
| --- | --- | --- | --- | --- |
${rows.join('\n')}
`;
  return new Map([['risks.md', text]]);
}
