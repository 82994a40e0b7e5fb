import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkRules, createEngine, dueRules, type Engine } from '../../../extension/engine/index.ts';
import {
  defineDue,
  defineRule,
  type CheckRule,
  type DueRule,
} from '../../../extension/engine/rules/define.ts';
import { kindOf } from '../../../extension/engine/rules/place-of.ts';
import { memoryWorkspace } from '../../support/memory-workspace.ts';

const here = dirname(fileURLToPath(import.meta.url));
const healthy = readFileSync(join(here, '../../rules/engagement.md'), 'utf8');

const meta = {
  kinds: ['*'],
  reads: ['*/owner', '*/counterpart', 'file/tables'],
  summary: 'Require something for the sake of a test',
  severity: 'warning',
  scope: 'W',
  profiles: ['base'],
  since: '0.1.0',
} as const;

/** Says of each goals document how many objectives the model has, and asks for a second one. */
const counts = defineRule({
  code: 'KPI005',
  name: 'every-objective-measured',
  meta,
  messages: { seen: '{{count}} objectives.' },
  missing: { second: { message: 'No second one.', ask: 'Which is the second?', how: 'Write it down.' } },
  engagement(view, report) {
    const rows = view.rows('objectives');
    for (const document of view.documentsOf('goals')) {
      report.wrong(kindOf(document), 'seen', { count: String(rows.length) });
      if (rows.length < 2) report.missing(kindOf(document), 'second', {});
    }
  },
});

/** Says of each row of Objectives that it stands there. */
const speaks = defineRule({
  code: 'OWN007',
  name: 'backup-exists',
  meta: { ...meta, profiles: ['full'] },
  messages: { here: '{{name}} is here.' },
  document({ sections }, _view, report) {
    for (const { cells } of sections.get('objectives')?.rows ?? []) {
      report.wrong(cells.objective!, 'here', { name: cells.objective!.source.text });
    }
  },
});

const asks = defineDue({
  code: 'KPI008',
  name: 'milestone-delivered',
  meta,
  messages: { by: 'Reach {{name}}.' },
  due: (view) =>
    view.rows('objectives').map(({ cells }) => ({
      at: cells.objective!,
      id: 'by' as const,
      data: { name: cells.objective!.source.text },
      day: cells.by?.value as string | undefined,
      listedFrom: '2026-11-01',
      on: 'both' as const,
    })),
});

const tally = defineRule({
  code: 'DOC022',
  name: 'draft-finished',
  meta,
  messages: { left: '{{count}} left.' },
  tally: (draft, questions, report) => report.wrong(kindOf(draft), 'left', { count: String(questions) }),
});

function broken(code: string, name: string, breaksOver: (draft: boolean) => boolean): CheckRule {
  return defineRule({
    code,
    name,
    meta,
    messages: { before: 'Said before it broke.' },
    engagement(view, report) {
      report.wrong(kindOf(view.documents[0]!), 'before', {});
      if (breaksOver(view.documents.some(({ status }) => status === 'draft'))) throw new Error('a bug');
    },
  });
}

function goals(name: string, status: string, by = '2026-12-01', title = 'Goals'): string {
  return `---
kind: goals
title: ${title}
status: ${status}
owner: anna
---

## Objectives

| Objective | Owner | By |
| --- | --- | --- |
| ${name} | anna | ${by} |
`;
}

function deviation(rule: string, where = '', until = '2026-01-31'): string {
  return `${healthy}
## Accepted deviations

| Rule | Reason | Approved by | Until | Where |
| --- | --- | --- | --- | --- |
| ${rule} | agreed in October | anna, jonas | ${until} | ${where} |
`;
}

async function engineOver(
  files: Readonly<Record<string, string>>,
  checkRules: readonly CheckRule[],
  { profile = 'full', dueRules = [] }: { profile?: string; dueRules?: readonly DueRule[] } = {},
): Promise<Engine> {
  const all = new Map(Object.entries({ 'engagement.md': healthy, ...files }));
  const engine = createEngine({
    workspace: memoryWorkspace(all),
    profiles: [profile],
    registry: { checkRules, dueRules, facts: [] },
  });
  await engine.load();
  return engine;
}

/** What is said, as "path line severity message". */
function lines(engine: Engine): readonly string[] {
  return engine
    .check()
    .findings.map(
      ({ path, range, severity, code, message }) =>
        `${path}:${range.start.line + 1} ${severity} ${code} ${message}`,
    );
}

describe('evaluating rules', () => {
  describe('a rule that throws', () => {
    it('becomes one finding with its code, and the others go on', async () => {
      const bad = broken('SLA004', 'credit-tiers-contiguous', () => true);
      const engine = await engineOver({ 'goals.md': goals('Speed', 'active') }, [bad, speaks]);
      assert.deepEqual(lines(engine), [
        'engagement.md:2 error SLA004 Rule "SLA004" failed here and says nothing: a bug. Please report it.',
        'goals.md:12 warning OWN007 Speed is here.',
      ]);
      assert.equal(engine.check().failed, true);
    });

    it('speaks at the document that it looked at, and of the others as ever', async () => {
      const bad = defineRule({
        code: 'SLA005',
        name: 'credits-monotone',
        meta,
        messages: { fine: 'Fine.' },
        document(document, _view, report) {
          if (document.title === 'Odd') throw new TypeError('another bug');
          report.wrong(kindOf(document), 'fine', {});
        },
      });
      const files = {
        'a.md': goals('Speed', 'active', '2026-12-01', 'Odd'),
        'b.md': goals('Cost', 'active'),
      };
      assert.deepEqual(lines(await engineOver(files, [bad])), [
        'a.md:2 error SLA005 Rule "SLA005" failed here and says nothing: another bug. Please report it.',
        'b.md:2 warning SLA005 Fine.',
        'engagement.md:2 warning SLA005 Fine.',
      ]);
    });

    it('is heard where it fails over drafts alone, and once where it fails without them too', async () => {
      const overDrafts = broken('SLA004', 'credit-tiers-contiguous', (draft) => draft);
      const always = broken('SLA005', 'credits-monotone', () => true);
      const engine = await engineOver({ 'goals.md': goals('Speed', 'draft') }, [overDrafts, always]);
      assert.deepEqual(lines(engine), [
        'engagement.md:2 error SLA004 Rule "SLA004" failed here and says nothing: a bug. Please report it.',
        'engagement.md:2 warning SLA004 Said before it broke.',
        'engagement.md:2 error SLA005 Rule "SLA005" failed here and says nothing: a bug. Please report it.',
      ]);
    });

    it('cannot be accepted', async () => {
      const bad = broken('SLA004', 'credit-tiers-contiguous', () => true);
      const engine = await engineOver({ 'engagement.md': deviation('SLA004') }, [bad]);
      assert.equal(engine.check().failed, true);
    });

    it('says nothing more once an edit takes the cause away', async () => {
      const bad = broken('SLA004', 'credit-tiers-contiguous', (draft) => draft);
      const engine = await engineOver({ 'goals.md': goals('Speed', 'draft') }, [bad]);
      assert.equal(engine.check().failed, true);
      engine.update('goals.md', { kind: 'text', text: goals('Speed', 'active') });
      assert.equal(engine.check().failed, false);
    });
  });

  describe('a draft', () => {
    it('changes nothing that is said of an active document, and is told with it in view', async () => {
      const files = { 'a.md': goals('Speed', 'active'), 'b.md': goals('Cost', 'draft') };
      const engine = await engineOver(files, [counts]);
      assert.deepEqual(lines(engine), [
        'a.md:2 warning KPI005 1 objectives.',
        'a.md:2 warning KPI005 No second one.',
        'b.md:2 warning KPI005 2 objectives.',
      ]);
      assert.deepEqual(engine.questions(), []);
    });

    it('is not told of an ended document, and neither is an active one', async () => {
      const files = {
        'a.md': goals('Speed', 'active'),
        'b.md': goals('Cost', 'draft'),
        'c.md': goals('Care', 'ended'),
      };
      assert.deepEqual(lines(await engineOver(files, [counts, speaks])), [
        'a.md:2 warning KPI005 1 objectives.',
        'a.md:2 warning KPI005 No second one.',
        'a.md:12 warning OWN007 Speed is here.',
        'b.md:2 warning KPI005 2 objectives.',
        'b.md:12 warning OWN007 Cost is here.',
      ]);
    });

    it('is asked what it lacks, and the questions are counted', async () => {
      const engine = await engineOver({ 'b.md': goals('Cost', 'draft') }, [counts, tally]);
      assert.deepEqual(lines(engine), [
        'b.md:2 warning DOC022 1 left.',
        'b.md:2 warning KPI005 1 objectives.',
      ]);
      assert.deepEqual(
        engine.questions().map(({ path, code, ask, how }) => [path, code, ask, how]),
        [['b.md', 'KPI005', 'Which is the second?', 'Write it down.']],
      );
      assert.equal(engine.check().summary.questions, 1);
    });

    it('is told nothing once it is active, and the count is gone', async () => {
      const engine = await engineOver({ 'b.md': goals('Cost', 'draft') }, [counts, tally]);
      lines(engine);
      engine.update('b.md', { kind: 'text', text: goals('Cost', 'active') });
      assert.deepEqual(lines(engine), [
        'b.md:2 warning KPI005 1 objectives.',
        'b.md:2 warning KPI005 No second one.',
      ]);
      assert.deepEqual(engine.questions(), []);
    });

    it('and an ended document give no items', async () => {
      const files = {
        'a.md': goals('Speed', 'active'),
        'b.md': goals('Cost', 'draft'),
        'c.md': goals('Care', 'ended'),
      };
      const engine = await engineOver(files, [], { dueRules: [asks] });
      const items = await engine.due({ asOf: '2026-11-23' });
      assert.deepEqual(
        items.map(({ path, what, date, severity }) => [path, what, date, severity]),
        [['a.md', 'Reach Speed.', '2026-12-01', 'info']],
      );
    });
  });

  describe('a severity', () => {
    const files = { 'goals.md': goals('Speed', 'active') };
    const said = (severity: string): readonly string[] => [`goals.md:12 ${severity} OWN007 Speed is here.`];

    it('is that of the rule, in a profile that holds it', async () => {
      assert.deepEqual(lines(await engineOver(files, [speaks])), said('warning'));
      assert.deepEqual(lines(await engineOver(files, [speaks], { profile: 'base' })), []);
      assert.deepEqual(lines(await engineOver(files, [speaks], { profile: 'dora' })), []);
    });

    it('is set by code or by name, also of a rule that no profile holds', async () => {
      for (const key of ['OWN007', 'backup-exists']) {
        const set = { ...files, 'outrigger.yml': `rules:\n  ${key}: hint\n` };
        assert.deepEqual(lines(await engineOver(set, [speaks])), said('hint'), key);
        assert.deepEqual(lines(await engineOver(set, [speaks], { profile: 'base' })), said('hint'), key);
      }
    });

    it('off takes the rule away, with its questions and items', async () => {
      const off = {
        'b.md': goals('Cost', 'draft'),
        'outrigger.yml': 'rules:\n  OWN007: "off"\n  every-objective-measured: "off"\n  KPI008: "off"\n',
      };
      const engine = await engineOver({ ...files, ...off }, [speaks, counts, tally], { dueRules: [asks] });
      assert.deepEqual(lines(engine), []);
      assert.deepEqual(engine.questions(), []);
      assert.deepEqual(await engine.due({ asOf: '2026-12-24' }), []);
    });

    it('weighs an item once it is overdue, and not on its day', async () => {
      const engine = await engineOver({ ...files, 'outrigger.yml': 'rules:\n  KPI008: error\n' }, [], {
        dueRules: [asks],
      });
      const severities = async (asOf: string): Promise<readonly (string | boolean)[]> =>
        (await engine.due({ asOf })).flatMap(({ severity, overdue }) => [severity, overdue]);
      assert.deepEqual(await severities('2026-10-31'), []);
      assert.deepEqual(await severities('2026-11-01'), ['info', false]);
      assert.deepEqual(await severities('2026-12-01'), ['info', false]);
      assert.deepEqual(await severities('2026-12-02'), ['error', true]);
    });
  });

  describe('an accepted deviation', () => {
    const files = {
      'a.md': goals('Speed', 'active', '2026-12-01', 'Fast goals'),
      'b.md': goals('Cost', 'active'),
    };
    const both = ['a.md:12 warning OWN007 Speed is here.', 'b.md:12 warning OWN007 Cost is here.'];
    const after = async (text: string): Promise<readonly string[]> =>
      lines(await engineOver({ ...files, 'engagement.md': text }, [speaks]));

    it('removes the findings of its rule, named by code or by name, in the whole engagement', async () => {
      assert.deepEqual(await after(healthy), both);
      for (const rule of ['OWN007', 'own007', 'backup-exists', 'Backup-Exists']) {
        assert.deepEqual(await after(deviation(rule)), [], rule);
      }
      assert.deepEqual(await after(deviation('OWN001')), both);
    });

    it('is counted', async () => {
      const engine = await engineOver({ ...files, 'engagement.md': deviation('OWN007') }, [speaks]);
      assert.equal(engine.check().summary.accepted, 2);
    });

    it('removes those at its place alone: a document by link or title, a row by name', async () => {
      const [, inB] = both;
      for (const where of [
        '[the fast ones](a.md)',
        '[x](a.md#objectives)',
        'Fast goals',
        'speed',
        '`Speed`',
      ]) {
        assert.deepEqual(await after(deviation('OWN007', where)), [inB], where);
      }
      assert.deepEqual(await after(deviation('OWN007', 'Nowhere')), both);
    });

    it('holds whatever its Until, but only where it is filled and reads', async () => {
      assert.deepEqual(await after(deviation('OWN007', '', '1999-12-31')), []);
      for (const until of ['', 'soon', 'TBD']) {
        assert.deepEqual(await after(deviation('OWN007', '', until)), both, until);
      }
      for (const cell of ['agreed in October', 'anna, jonas']) {
        assert.deepEqual(await after(deviation('OWN007').replace(cell, '')), both, cell);
      }
    });

    it('counts in an active document alone', async () => {
      const text = deviation('OWN007');
      const rows = text.slice(text.indexOf('## Accepted'));
      const aside = (status: string): string => `${goals('Care', status)}\n${rows}`;
      const said = async (status: string): Promise<readonly string[]> =>
        lines(await engineOver({ ...files, 'c.md': aside(status) }, [speaks]));
      assert.deepEqual(await said('active'), []);
      assert.deepEqual(await said('draft'), [...both, 'c.md:12 warning OWN007 Care is here.']);
      assert.deepEqual(await said('ended'), both);
    });

    it('does not reach into another engagement', async () => {
      const nested = { 'other/engagement.md': healthy, 'other/goals.md': goals('Care', 'active') };
      const engine = await engineOver({ ...files, ...nested, 'engagement.md': deviation('OWN007') }, [
        speaks,
      ]);
      assert.deepEqual(lines(engine), ['other/goals.md:12 warning OWN007 Care is here.']);
    });

    it('takes a question from a draft, and from its count', async () => {
      const draft = { 'd.md': goals('Cost', 'draft') };
      const engine = await engineOver({ ...draft, 'engagement.md': deviation('KPI005') }, [counts, tally]);
      assert.deepEqual(lines(engine), []);
      assert.deepEqual(engine.questions(), []);
      assert.equal(engine.check().summary.questions, 0);
    });

    it('removes items', async () => {
      const engine = await engineOver({ ...files, 'engagement.md': deviation('KPI008', 'Speed') }, [], {
        dueRules: [asks],
      });
      const items = await engine.due({ asOf: '2026-11-23' });
      assert.deepEqual(
        items.map(({ what }) => what),
        ['Reach Cost.'],
      );
    });

    it('never removes what is said of reading, identity and reference (rules.md 1.3.12)', async () => {
      const codes = [...checkRules, ...dueRules]
        .filter(({ meta: its }) => its.unacceptable)
        .map(({ code }) => code);
      assert.deepEqual(codes, [
        'DOC001',
        'DOC002',
        'DOC003',
        'DOC017',
        'DOC019',
        'DOC020',
        'DOC026',
        'SGN002',
        'SGN007',
      ]);
      const rule = defineRule({
        code: 'OWN007',
        name: 'backup-exists',
        meta: { ...meta, unacceptable: true },
        messages: { here: 'Here.' },
        document: (document, _view, report) => report.wrong(kindOf(document), 'here', {}),
      });
      for (const name of [rule.code, rule.name]) {
        const engine = await engineOver({ 'engagement.md': deviation(name) }, [rule]);
        assert.deepEqual(lines(engine), ['engagement.md:2 warning OWN007 Here.']);
      }
    });
  });
});
