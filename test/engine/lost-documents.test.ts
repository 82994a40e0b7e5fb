import assert from 'node:assert/strict';
import { checkOnce, createEngine, type Engine } from '../../extension/engine/index.ts';
import { exampleFiles } from '../support/example-files.ts';
import { memoryWorkspace } from '../support/memory-workspace.ts';

type Files = ReadonlyMap<string, string>;

async function engineOver(files: Files): Promise<Engine> {
  const engine = createEngine({ workspace: memoryWorkspace(files) });
  await engine.load();
  return engine;
}

function linesOf(findings: ReturnType<Engine['check']>['findings']): readonly string[] {
  return findings.map(
    ({ code, path, range, messageId }) => `${code} ${path}:${range.start.line + 1} ${messageId}`,
  );
}

/** What both ways to check say, which is the same. */
async function said(files: Files, paths?: readonly string[]): Promise<readonly string[]> {
  const once = await checkOnce({ workspace: memoryWorkspace(files) }, paths);
  const kept = (await engineOver(files)).check(paths);
  assert.deepEqual(linesOf(kept.findings), linesOf(once.findings));
  return linesOf(once.findings);
}

const people = '---\nkind: people\nstatus: active\nowner: anna\ncounterpart: jonas\n---\n';
const engagement = '---\nkind: engagement\nstatus: active\n---\n';

describe('documents without an engagement', () => {
  it("are nobody's where nothing says that the workspace is ours", async () => {
    const files = new Map([['a/people.md', people]]);
    assert.deepEqual(await said(files), []);
    assert.deepEqual(await said(new Map([...files, ['outrigger.yml', '']])), ['DOC027 a/people.md:2 none']);
  });

  it("are somebody's where the document of an engagement stands there under another name", async () => {
    const uppdrag = '---\nkind: engagement\nstatus: aktiv\nbeställare: Sjöviks kommun\nsupplier: B AB\n---\n';
    const files = new Map([
      ['a/people.md', people],
      ['a/uppdrag.md', uppdrag],
    ]);
    const once = await checkOnce({ workspace: memoryWorkspace(files) });
    assert.deepEqual(linesOf(once.findings), ['DOC027 a/people.md:2 otherName']);
    const draft = new Map([...files, ['a/uppdrag.md', uppdrag.replace('aktiv', 'draft')]]);
    assert.deepEqual((await checkOnce({ workspace: memoryWorkspace(draft) })).findings, []);
  });

  it('are said where their path is given, whatever else is there', async () => {
    const files = new Map([
      ['a/people.md', people],
      ['b/people.md', people],
    ]);
    const once = await checkOnce({ workspace: memoryWorkspace(files) }, ['b']);
    assert.deepEqual(linesOf(once.findings), ['DOC027 b/people.md:2 none']);
    assert.equal(once.findings[0]!.data['count'], '1');
  });

  it('are looked at by their front matter alone, of 64 KiB at most', async () => {
    const files = new Map([
      ['outrigger.yml', ''],
      ['a/people.md', `${people}${'# A\n'.repeat(40_000)}`],
      ['b/people.md', people.replace('status', `${'# a line\n'.repeat(9000)}status`)],
    ]);
    assert.deepEqual(await said(files), ['DOC027 a/people.md:2 none']);
  });

  it('are told of while the workspace changes, as a new engine would', async () => {
    const files = new Map([
      ['kept/engagement.md', engagement],
      ['a/engagement.md', engagement],
      ['a/people.md', people],
      ['b/people.md', people],
    ]);
    const engine = await engineOver(files);
    const change = async (path: string, text: string | undefined): Promise<readonly string[]> => {
      if (text === undefined) files.delete(path);
      else files.set(path, text);
      engine.update(path, text === undefined ? undefined : { kind: 'text', text });
      const now = linesOf(engine.check().findings.filter(({ code }) => code === 'DOC027'));
      const fresh = linesOf(
        (await engineOver(files)).check().findings.filter(({ code }) => code === 'DOC027'),
      );
      assert.deepEqual(now, fresh, path);
      assert.deepEqual(
        linesOf(
          engine
            .findings()
            .flatMap(({ byPath }) => [...byPath.values()].flat().filter(({ code }) => code === 'DOC027')),
        ),
        fresh,
      );
      return now;
    };
    assert.deepEqual(await change('b/people.md', people.replace('active', 'draft')), []);
    assert.deepEqual(await change('b/people.md', people), ['DOC027 b/people.md:2 none']);
    assert.deepEqual(await change('a/engagement.md', undefined), [
      'DOC027 a/people.md:2 none',
      'DOC027 b/people.md:2 none',
    ]);
    assert.deepEqual(await change('a/engagement.md', '# Notes\n'), [
      'DOC027 a/people.md:2 noKind',
      'DOC027 b/people.md:2 none',
    ]);
    assert.deepEqual(await change('a/engagement.md', engagement), ['DOC027 b/people.md:2 none']);
    assert.deepEqual(await change('b/people.md', undefined), []);
    assert.deepEqual(await change('outrigger.yml', 'engagements: [kept, c]\n'), [
      'DOC027 outrigger.yml:1 named',
    ]);
  });

  it('keep what was seen elsewhere when everything is read again, until it is looked at again', async () => {
    const files = new Map([
      ['kept/engagement.md', engagement],
      ['b/people.md', people],
    ]);
    const engine = await engineOver(files);
    const before = engine.findings();
    await engine.reload();
    await engine.lookAround();
    assert.deepEqual(linesOf(engine.check().findings.filter(({ code }) => code === 'DOC027')), [
      'DOC027 b/people.md:2 none',
    ]);
    const lost = (parts: ReturnType<Engine['findings']>): unknown => parts.find(({ key }) => key === 'lost');
    assert.equal(lost(engine.findings()), lost(before), 'nothing is new');
    files.delete('b/people.md');
    await engine.reload();
    await engine.lookAround();
    assert.deepEqual(linesOf(engine.check().findings.filter(({ code }) => code === 'DOC027')), []);
  });

  it('can be set off by the config', async () => {
    const files = new Map([
      ['outrigger.yml', 'rules:\n  DOC027: off\n'],
      ['b/people.md', people],
    ]);
    assert.deepEqual(await said(files), []);
  });

  for (const [what, text] of [
    ['a kind with a wrong letter', (t: string) => t.replace('kind: engagement', 'kind: engagment')],
    ['a kind that is none', (t: string) => t.replace('kind: engagement', 'kind: xyz')],
    ['no kind', (t: string) => t.replace('kind: engagement\n', '')],
    ['no fence that opens', (t: string) => t.replace('---\n', '')],
    ['no fence that closes', (t: string) => t.replace(/\n---\n/, '\n')],
    ['no document', () => undefined],
  ] as const) {
    it(`are at most three findings and one error of a whole engagement with ${what}`, async () => {
      const files = new Map(exampleFiles('payments'));
      files.set('outrigger.yml', 'version: 1\n');

      const broken = text(files.get('engagement.md')!);
      if (broken === undefined) files.delete('engagement.md');
      else files.set('engagement.md', broken);
      const { findings, summary } = await checkOnce({ workspace: memoryWorkspace(files) });
      assert.ok(summary.errors >= 1 && findings.length <= 3, linesOf(findings).join('\n'));
      assert.deepEqual(await said(files), linesOf(findings));
    });
  }
});
