import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  checkRules,
  createEngine,
  dueRules,
  factDefinitions,
  type Engine,
  type Registry,
} from '../../extension/engine/index.ts';
import { memoryWorkspace } from '../support/memory-workspace.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const asOf = '2026-11-23';
const files = new Map(
  ['engagement.md', 'sla.md', 'exit-plan.md'].map((name) => [
    name,
    readFileSync(join(root, 'test/seeds/en', name), 'utf8').replace(
      '| 95.0 % | 99.0 % |',
      '| 95.0 % | 98.9 % |',
    ),
  ]),
);

/** The registry with one rule, due rule or fact that throws. */
function withBroken(name: string): Registry {
  const broken = (): never => {
    throw new Error('the sky fell');
  };
  return {
    checkRules: checkRules.map((rule) =>
      rule.code === name
        ? { ...rule, ...(rule.document ? { document: broken } : { engagement: broken }) }
        : rule,
    ),
    dueRules: dueRules.map((rule) => (rule.code === name ? { ...rule, due: broken } : rule)),
    facts: factDefinitions.map((fact) => (fact.name === name ? { ...fact, compute: broken } : fact)),
  };
}

async function engineWith(registry?: Registry): Promise<Engine> {
  const engine = createEngine({ workspace: memoryWorkspace(files), ...(registry && { registry }) });
  await engine.load();
  return engine;
}

describe('a rule that throws', () => {
  it('becomes one finding with its code, and the others go on', async () => {
    const whole = (await engineWith()).check();
    const { findings, failed } = (await engineWith(withBroken('EXT003'))).check();
    assert.equal(whole.failed, false);
    assert.equal(failed, true);
    assert.ok(whole.findings.some(({ code }) => code === 'SLA004'));
    const its = findings.filter(({ code }) => code === 'EXT003');
    assert.deepEqual(
      its.map(({ messageId, severity, message }) => ({ messageId, severity, message })),
      [
        {
          messageId: 'failed',
          severity: 'error',
          message: 'Rule "EXT003" failed here and says nothing: the sky fell. Please report it.',
        },
      ],
    );
    const others = ({ code }: { code: string }): boolean => code !== 'EXT003';
    assert.deepEqual(findings.filter(others), whole.findings.filter(others));
  });

  it('of the due channel becomes one item, and the others go on', async () => {
    const whole = await (await engineWith()).due({ asOf });
    const items = await (await engineWith(withBroken('EXT001'))).due({ asOf });
    const its = items.filter(({ code }) => code === 'EXT001');
    assert.deepEqual(
      its.map(({ what, date, severity }) => ({ what, date, severity })),
      [
        {
          what: 'Rule "EXT001" failed here and says nothing: the sky fell. Please report it.',
          date: undefined,
          severity: 'error',
        },
      ],
    );
    assert.ok(whole.some(({ code }) => code === 'EXT001'));
    assert.equal(items.length, whole.length);
  });

  it('as a fact becomes one value that says so, and the others go on', async () => {
    const whole = await (await engineWith()).facts({ asOf });
    const facts = await (await engineWith(withBroken('renewed-end'))).facts({ asOf });
    assert.deepEqual(
      facts.filter(({ name }) => name === 'renewed-end').map(({ value }) => value),
      ['failed'],
    );
    assert.equal(facts.length, whole.length);
  });
});
