import assert from 'node:assert/strict';
import { mutated } from '../../scripts/torture/mutations.ts';
import { createRandom, type Random } from '../../scripts/torture/random.ts';
import { readSources, type Files, type Sources } from '../../scripts/torture/sources.ts';
import type { Engine } from '../../extension/engine/index.ts';
import { engineOver } from '../support/run-fixture.ts';

/** So many documents are tried with `MUTATED_DOCUMENTS=20000`; always the same ones of the same number. */
const asked = Number(process.env['MUTATED_DOCUMENTS'] ?? 1);
const profiles = 'full,dora,gdpr,nis2,data-act';
/** An engagement is loaded once for so many documents that are spoilt in it. */
const batch = 50;
/** Documents as people write them: what long ones cost is tried by torture. */
const lengthAtMost = 20_000;
const days = ['2026-11-23', '2024-02-29', '2027-07-01', '2031-12-31'];

describe('mutated documents', () => {
  it(`let no rule and no fact throw: ${asked} of them`, async () => {
    const sources = readSources();
    const failed = new Map<string, string>();
    for (let done = 0; done < asked; done += batch)
      await tryBatch(createRandom('mutated', done), sources, Math.min(batch, asked - done), failed);
    assert.deepEqual([...failed], []);
  }).timeout(120_000 + asked * 50);
});

async function tryBatch(
  random: Random,
  sources: Sources,
  count: number,
  failed: Map<string, string>,
): Promise<void> {
  const files: Files = random.pick(random.pick(sources.groups).workspaces);
  const engine = await engineOver(files, profiles);
  for (let i = 0; i < count; i++) {
    const path = random.pick([...files.keys()]);
    const text = spoilt(files.get(path)!, random, sources.texts);
    engine.update(path, { kind: 'text', text });
    for (const what of await failuresOf(engine, random.pick(days)))
      if (!failed.has(what)) failed.set(what, text);
    // Some stay spoilt, so that what is wrong in one document meets what is wrong in another.
    if (!random.oneIn(4)) engine.update(path, { kind: 'text', text: files.get(path)! });
  }
}

function spoilt(text: string, random: Random, others: readonly string[]): string {
  for (;;) {
    const result = mutated(text, random, others);
    if (result !== text && result.length <= Math.max(lengthAtMost, text.length * 2)) return result;
  }
}

async function failuresOf(engine: Engine, asOf: string): Promise<readonly string[]> {
  const due = await engine.due({ asOf });
  const facts = await engine.facts({ asOf });
  return [
    ...[...engine.check().findings, ...due]
      .filter(({ messageId }) => messageId === 'failed')
      .map(({ code }) => code),
    ...facts.filter(({ value }) => value === 'failed').map(({ name }) => name),
  ];
}
