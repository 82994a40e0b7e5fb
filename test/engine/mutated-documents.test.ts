import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { mutated } from '../../scripts/torture/mutations.ts';
import { createRandom, type Random } from '../../scripts/torture/random.ts';
import { readSources } from '../../scripts/torture/sources.ts';
import { checkRules, dueRules, factDefinitions, type Engine } from '../../extension/engine/index.ts';
import { defineRule } from '../../extension/engine/rules/define.ts';
import { exampleFiles } from '../support/example-files.ts';
import { engineOver } from '../support/run-fixture.ts';

/** How many are tried: always the same ones of the same number. `MUTATED_DOCUMENTS` asks for more of them, or fewer. */
const asked = Number(process.env['MUTATED_DOCUMENTS'] ?? 20_000);
const profiles = 'full,dora,gdpr,nis2,data-act';
const days = ['2026-11-23', '2024-02-29', '2027-07-01', '2031-12-31'];
const healthy = readFileSync(path.join(import.meta.dirname, '../rules/engagement.md'), 'utf8');
const texts = [...new Set(readSources().texts)];
/** Cases of fixtures: they hold what rules are about, and little else. */
const small = texts.filter((text) => text.length < 4000);
/** So many of them stand in one engagement, whose rules are then asked once. */
const together = 100;
const inExamples = ['payments', 'betalningar', 'handover', 'small', 'wage-application'];
/** And so many documents of an example are spoilt one after the other, among what they belong to. */
const inTurn = 2;

describe('mutated documents', () => {
  it(`let no rule and no fact throw: ${asked} of them`, async () => {
    const failed = new Map<string, string>();
    for (let done = 0; done < asked; done += together + inTurn) {
      const random = createRandom('mutated', done);
      await tryTogether(random, failed);
      await tryInTurn(random, failed);
    }
    assert.deepEqual([...failed], []);
  }).timeout(120_000 + asked * 50);

  it('would tell of a rule that throws', async () => {
    const throwing = defineRule({
      code: 'TST001',
      name: 'throws',
      meta: {
        kinds: ['sla'],
        reads: ['*/*'],
        summary: 'Require nothing',
        severity: 'error',
        scope: 'W',
        profiles: ['base'],
        since: '0.1.0',
      },
      messages: {},
      document: () => assert.fail('here'),
    });
    const registry = { checkRules: [...checkRules, throwing], dueRules, facts: factDefinitions };
    const engine = await engineOver(exampleFiles('payments'), profiles, registry);
    assert.deepEqual(await failuresOf(engine, days[0]!), ['TST001']);
  });
});

async function tryTogether(random: Random, failed: Map<string, string>): Promise<void> {
  const files = new Map([['engagement.md', healthy]]);
  for (let i = 0; i < together; i++) files.set(`${i}.md`, spoilt(random.pick(small), random));
  const engine = await engineOver(files, profiles);
  for (const what of await failuresOf(engine, random.pick(days)))
    if (!failed.has(what)) failed.set(what, [...files.values()].join('\n'));
}

async function tryInTurn(random: Random, failed: Map<string, string>): Promise<void> {
  const files = exampleFiles(random.pick(inExamples));
  const engine = await engineOver(files, profiles);
  for (let i = 0; i < inTurn; i++) {
    const at = random.pick([...files.keys()]);
    const text = spoilt(files.get(at)!, random);
    engine.update(at, { kind: 'text', text });
    for (const what of await failuresOf(engine, random.pick(days)))
      if (!failed.has(what)) failed.set(what, text);
    // Some stay spoilt, so that what is wrong in one document meets what is wrong in another.
    if (!random.oneIn(4)) engine.update(at, { kind: 'text', text: files.get(at)! });
  }
}

/** Another text, and not a much longer one: what length and depth cost is tried by torture. */
function spoilt(text: string, random: Random): string {
  return mutated(text, random, texts).slice(0, text.length + 1000);
}

async function failuresOf(engine: Engine, asOf: string): Promise<readonly string[]> {
  const due = await engine.due({ asOf });
  const facts = await engine.facts({ asOf });
  const said = [...engine.check().findings, ...due].filter(({ messageId }) => messageId === 'failed');
  const failures = [
    ...said.map(({ code }) => code),
    ...facts.filter(({ value }) => value === 'failed').map(({ name }) => name),
  ];
  return [...new Set(failures)];
}
