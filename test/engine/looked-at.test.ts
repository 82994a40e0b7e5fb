import assert from 'node:assert/strict';
import { checkOnce, createEngine, type Engine } from '../../extension/engine/index.ts';
import type { FileContent, Workspace } from '../../extension/engine/model/ports.ts';
import { memoryWorkspace } from '../support/memory-workspace.ts';

const file = '.github/CODEOWNERS';
const begin = '# outrigger:begin\n# Written from Components of the ownership map: change it there.\n';
const good = `${begin}/lib/ anna@a.example\n# outrigger:end\n`;

function map(key = `codeowners: ${file}`): string {
  return `---\nkind: ownership-map\nstatus: active\ntitle: M\n${key}\n---\n\n## Components\n\n| Component | Accountable | Does the work | Paths |\n| --- | --- | --- | --- |\n| Lib | anna | anna | \`lib/\` |\n`;
}

function workspaceOf(text: string | undefined): Map<string, string> {
  return new Map([
    [
      'engagement.md',
      '---\nkind: engagement\nstatus: active\ntitle: E\nclient: A\nsupplier: B\n---\n\n## People\n\n| Person | Party | Role | E-mail |\n| --- | --- | --- | --- |\n| anna | client | all | anna@a.example |\n',
    ],
    ['map.md', map()],
    ['people.md', '# Nothing\n'],
    ...(text === undefined ? [] : [[file, text] as const]),
  ]);
}

async function engineOver(workspace: Workspace): Promise<Engine> {
  const engine = createEngine({ workspace, profiles: ['full'] });
  await engine.load();
  return engine;
}

function said(engine: Pick<Engine, 'check'>): readonly string[] {
  return engine
    .check()
    .findings.filter(({ code }) => code === 'OWN008')
    .map(({ messageId }) => messageId);
}

describe('files that rules look at', () => {
  it('are read with the documents, and followed as they change, come and go', async () => {
    const files = workspaceOf('* @everybody\n');
    const engine = await engineOver(memoryWorkspace(files));
    const steps: readonly (readonly [string | undefined, readonly string[]])[] = [
      [good, []],
      [good.replace('anna@', 'erik@'), ['differs']],
      ['', ['missing']],
      [undefined, []],
      [good.replace('/lib/', '/bin/'), ['differs']],
    ];
    assert.deepEqual(said(engine), ['missing']);
    for (const [text, expected] of steps) {
      if (text === undefined) files.delete(file);
      else files.set(file, text);
      engine.update(file, text === undefined ? undefined : { kind: 'text', text });
      assert.deepEqual(said(engine), expected);
      assert.equal(engine.textOf(file), text);
      assert.deepEqual(engine.check(), (await engineOver(memoryWorkspace(files))).check());
      assert.deepEqual(
        (await checkOnce({ workspace: memoryWorkspace(files), profiles: ['full'] })).findings,
        engine.check().findings,
      );
    }
  });

  it('are read once somebody names them, and where everything is read again', async () => {
    const files = workspaceOf('* @everybody\n').set('map.md', map('owner: anna'));
    const engine = await engineOver(memoryWorkspace(files));
    engine.update('map.md', { kind: 'text', text: map() });
    await engine.settle();
    assert.deepEqual(said(engine), ['missing']);
    files.set('map.md', map()).set(file, good);
    await engine.reload();
    assert.deepEqual(said(engine), []);
  });

  it('are none but those of a name that a platform reads', async () => {
    for (const [named, ...expected] of [
      ['people.md', 'place'],
      ['../CODEOWNERS', 'place'],
      ['/etc/passwd', 'place'],
      ['.github\\CODEOWNERS', 'place'],
      ['.git/config', 'place'],
      [file],
    ]) {
      const files = workspaceOf(good).set('map.md', map(`codeowners: ${named}`));
      const workspace = memoryWorkspace(files);
      const engine = await engineOver(workspace);
      assert.deepEqual(said(engine), expected, named);
      const others = workspace.reads.filter((path) => !path.endsWith('.md') && path !== 'outrigger.yml');
      assert.deepEqual(others, named === file ? [file] : [], named);
    }
  });

  it('are not read where no rule in force looks at them', async () => {
    const workspace = memoryWorkspace(workspaceOf(good));
    await createEngine({ workspace, profiles: ['base'] }).load();
    assert.ok(!workspace.reads.includes(file));
  });

  it('may be unreadable, which is said, and are then left alone', async () => {
    const contents: readonly FileContent[] = [
      { kind: 'tooLarge', bytes: 9_000_000 },
      { kind: 'text', text: '\u{FFFD}', invalidUtf8: true },
    ];
    for (const content of contents) {
      const workspace = memoryWorkspace(workspaceOf(good));
      const engine = await engineOver({
        ...workspace,
        read: (path) => (path === file ? content : workspace.read(path)),
      });
      assert.deepEqual(said(engine), ['unread']);
      assert.ok(engine.check().findings.every(({ code, fixes }) => code !== 'OWN008' || fixes.length === 0));
    }
  });

  it('are judged as they are now, although they have changed while they were read', async () => {
    const files = workspaceOf(good);
    const workspace = memoryWorkspace(files);
    let reads = 0;
    const engine: Engine = createEngine({
      profiles: ['full'],
      workspace: {
        ...workspace,
        read(path) {
          const content = workspace.read(path);
          if (path !== file || reads++ > 0) return content;
          files.set(file, '');
          return Promise.resolve(content).then((old) => {
            engine.update(file, { kind: 'text', text: '' });
            return old;
          });
        },
      },
      historyOf: () => Promise.resolve({ kind: 'absent', why: 'no-repository' }),
    });
    await engine.load();
    assert.deepEqual(said(engine), ['missing']);
    assert.equal(reads, 2);
  });

  it('keep the ends of their lines', async () => {
    const text = `* @everybody\r\n${good.replaceAll('\n', '\r\n')}`;
    assert.deepEqual(said(await engineOver(memoryWorkspace(workspaceOf(text)))), []);
  });
});
