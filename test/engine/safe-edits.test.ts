import assert from 'node:assert/strict';
import { say } from '../../extension/engine/model/said.ts';
import { checkRules, dueRules, factDefinitions, type Engine } from '../../extension/engine/index.ts';
import { defineRule } from '../../extension/engine/rules/define.ts';
import { applyEdits } from '../support/apply-edits.ts';
import { exampleFiles } from '../support/example-files.ts';
import { engineOver } from '../support/run-fixture.ts';

describe('safeEdits', () => {
  const files = exampleFiles('payments');

  function wrong(
    path: string,
    ...changes: readonly (readonly [from: string, to: string])[]
  ): Map<string, string> {
    let text = files.get(path)!;
    for (const [from, to] of changes) {
      assert.ok(text.includes(from), from);
      text = text.replace(from, to);
    }
    return new Map(files).set(path, text);
  }

  it('mends what is safe in one file and leaves the engine as it was', async () => {
    const texts = wrong('sla.md', ['credit_cap:', 'Credit-Cap:'], ['| P1 |', '\u00a0| P1 |']);
    texts.set('exit-plan.md', texts.get('exit-plan.md')!.replace('test_every:', 'Test-Every:'));
    const engine = await engineOver(texts, 'base');
    const before = JSON.stringify(engine.check());
    const edits = engine.safeEdits('sla.md');
    assert.equal(applyEdits(texts.get('sla.md')!, edits), files.get('sla.md'));
    assert.deepEqual(new Set(edits.map(({ path }) => path)), new Set(['sla.md']));
    assert.equal(engine.textOf('sla.md'), texts.get('sla.md'));
    assert.equal(JSON.stringify(engine.check()), before);
  });

  it('mends as often as it takes, and leaves what a person must choose', async () => {
    const guesses = ['exit_manager_client: hedvig', 'exit_manger_client: hedvgi'] as const;
    const texts = wrong('exit-plan.md', ['test_every:', 'Test-Every:'], guesses);
    const engine = await engineOver(texts, 'base');
    const mended = applyEdits(texts.get('exit-plan.md')!, engine.safeEdits('exit-plan.md'));
    assert.equal(mended, wrong('exit-plan.md', guesses).get('exit-plan.md'));
    const other = await engineOver(new Map(texts).set('exit-plan.md', mended), 'base');
    const left = other.check().findings.filter(({ path }) => path === 'exit-plan.md');
    assert.ok(left.every(({ fixes }) => !fixes.some(({ safe }) => safe)));
    assert.deepEqual(other.safeEdits('exit-plan.md'), []);
  });

  it('leaves a fix alone that would change another file too', async () => {
    const both = defineRule({
      code: 'TST001',
      name: 'changes-both',
      meta: {
        kinds: ['sla'],
        reads: ['*/*'],
        summary: 'Require something of two files',
        severity: 'error',
        scope: 'W',
        profiles: ['base'],
        since: '0.1.0',
      },
      messages: { two: 'Two files are wrong.' },
      engagement(view, report) {
        const [sla] = view.documentsOf('sla');
        const edits = [sla, view.lead].flatMap((document) =>
          document ? [{ document, span: document.titleSpan, text: 'Other' }] : [],
        );
        if (sla)
          report.wrong(sla.keys.title!, 'two', {}, { fixes: [{ title: say('Mend'), safe: true, edits }] });
      },
    });
    const engine = await engineOver(files, 'base', {
      checkRules: [...checkRules, both],
      dueRules,
      facts: factDefinitions,
    });
    assert.ok(engine.check().findings.some(({ code }) => code === 'TST001'));
    assert.deepEqual(engine.safeEdits('sla.md'), []);
  });

  it('mends the config, and guesses neither there nor at a kind', async () => {
    const texts = wrong('goals.md', ['kind: goals', 'kind: gaols']);
    texts.set('outrigger.yml', 'Profile: base\nlanguge: en\n');
    const engine = await engineOver(texts, 'base');
    const config = engine.textOf('outrigger.yml')!;
    assert.equal(applyEdits(config, engine.safeEdits('outrigger.yml')), 'profile: base\nlanguge: en\n');
    for (const path of ['goals.md', 'outrigger.yml'])
      assert.ok(
        findingsAt(engine, path).some(({ fixes }) => fixes.some(({ safe }) => !safe)),
        path,
      );
    assert.deepEqual(engine.safeEdits('goals.md'), []);
    assert.equal(engine.textOf('outrigger.yml'), config);
    assert.equal(
      engine.engagements()[0]?.documents.some(({ path }) => path === 'goals.md'),
      true,
    );
  });

  it('leaves alone what an error would follow in the config, and mends a key whose value was wrong before', async () => {
    const texts = wrong('sla.md', ['credit_cap:', 'Credit-Cap: lots #'], ['| P1 |', '\u00a0| P1 |']);
    texts.set('outrigger.yml', 'Zone: Nowhere\nLanguage: en\n');
    const engine = await engineOver(texts, 'base');
    const mended = applyEdits(texts.get('sla.md')!, engine.safeEdits('sla.md'));
    // What is wrong in the value was said before its key was written as it should be.
    assert.equal(mended, texts.get('sla.md')!.replace('\u00a0', '').replace('Credit-Cap', 'credit_cap'));
    const config = applyEdits(texts.get('outrigger.yml')!, engine.safeEdits('outrigger.yml'));
    assert.equal(config, 'Zone: Nowhere\nlanguage: en\n');
  });

  it('has nothing for files that it does not know', async () => {
    const engine = await engineOver(files, 'base');
    for (const path of ['nowhere.md', 'outrigger.yml']) assert.deepEqual(engine.safeEdits(path), []);
  });
});

function findingsAt(engine: Engine, path: string): ReturnType<Engine['check']>['findings'] {
  return engine.findings().flatMap(({ byPath }) => byPath.get(path) ?? []);
}
