import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import {
  allDiagnostics,
  at,
  closeEditors,
  codesOf,
  open,
  outrigger,
  replace,
  rows,
  untilShown,
} from './window.ts';

// Files are written by Node: to VS Code that is another program, as Git or an editor beside it.

const draft = `---
kind: process
title: Leaving the building
status: draft
owner: hedvig
counterpart: tiago
---

# Leaving the building
`;

describe('the tree', () => {
  before(async () => {
    await (await outrigger()).settled();
  });

  afterEach(closeEditors);

  it('shows one engagement with the documents of its phase, each with its status', async () => {
    const [engagement, ...others] = (await outrigger()).tree().rows;
    assert.ok(engagement);
    assert.equal(others.length, 0);
    assert.equal(engagement.label, 'Card platform, Porto team');
    assert.equal(engagement.target?.path, 'engagement.md');
    assert.equal(await contextOf('sla.md'), 'outrigger.document.active');
    assert.equal(await contextOf('risk-register.md'), 'outrigger.document.active');
    assert.deepEqual(await missing(), []);
  });

  it('leads from a document to its own facts, and from an engagement to those of all', async () => {
    const headings = async (path: string, command: string): Promise<readonly string[]> => {
      const row = (await rows()).find(({ target, context }) => target?.path === path && context !== '');
      const uri = await vscode.commands.executeCommand<vscode.Uri>(command, row);
      const page = (await outrigger()).pages().get(uri.toString()) ?? '';
      return [...page.matchAll(/<h2><a [^>]*>([^<]*)/g)].map(([, heading = '']) => heading);
    };
    assert.deepEqual(await headings('sla.md', 'outrigger.tree.showFacts'), ['sla.md']);
    const all = await headings('engagement.md', 'outrigger.tree.showFacts');
    assert.ok(
      ['engagement.md', 'sla.md', 'exit-plan.md'].every((file) => all.includes(file)),
      all.join(),
    );
    await closeEditors();
  });

  it('is not refreshed where nothing in it is new, so that no click is lost', async () => {
    const api = await outrigger();
    const before = api.treeRefreshes();
    for (const file of ['sla.md', 'engagement.md', 'skills.md']) {
      await open(file);
      await api.settled();
    }
    const skills = await open('skills.md');
    const end = new vscode.Position(skills.document.lineCount, 0);
    assert.ok(await skills.edit((edit) => edit.insert(end, '\nNothing that the tree shows.\n')));
    await api.settled();
    await closeEditors();
    await api.settled();
    assert.equal(api.treeRefreshes(), before);
  });

  it('follows a file that another program writes, renames and deletes', async () => {
    const [first, second] = [onDisk('processes/leaving.md'), onDisk('processes/left.md')];
    fs.writeFileSync(first, draft);
    await untilShown(
      async () => (await contextOf('processes/leaving.md')) === 'outrigger.document.draft',
      paths,
    );
    const row = (await rows()).find(({ target }) => target?.path === 'processes/leaving.md');
    assert.equal(row?.label, 'Leaving the building');
    assert.match(row.description, /^draft · .*question/);

    fs.renameSync(first, second);
    await untilShown(
      async () =>
        (await contextOf('processes/left.md')) === 'outrigger.document.draft' &&
        (await contextOf('processes/leaving.md')) === undefined,
      paths,
    );
    fs.writeFileSync(second, draft.replace('status: draft', 'status: active'));
    await untilShown(
      async () => (await contextOf('processes/left.md')) === 'outrigger.document.active',
      paths,
    );
    fs.rmSync(second);
    await untilShown(async () => (await contextOf('processes/left.md')) === undefined, paths);
  });

  it('misses a document that the phase asks for, until it is there again', async () => {
    const file = onDisk('risk-register.md');
    const text = fs.readFileSync(file);
    fs.rmSync(file);
    await untilShown(async () => (await missing()).length > 0, paths);
    assert.deepEqual(await missing(), ['risk-register']);
    const row = (await rows()).find(({ context }) => context === 'outrigger.missing');
    assert.equal(row?.does, 'newDocument');
    fs.writeFileSync(file, text);
    await untilShown(async () => (await missing()).length === 0, paths);
    assert.equal(await contextOf('risk-register.md'), 'outrigger.document.active');
  });

  it('counts the errors of all documents on its badge, and none where there is none', async () => {
    const { tree } = await outrigger();
    await untilShown(
      () => tree().badge === undefined,
      () => `the badge shows ${tree().badge?.value}`,
    );
    const sla = await open('sla.md');
    await replace(sla, '| 15 minutes |', '| 15 minuts |');
    const people = await open('people.md');
    await replace(people, 'counterpart: tiago', 'counterpart: tiagoo');
    await untilShown(
      () => codesOf(at('sla.md')).length > 0 && codesOf(at('people.md')).length > 0,
      () => 'the errors are not shown',
    );
    const errors = [...allDiagnostics().values()]
      .flat()
      .filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error).length;
    assert.ok(errors >= 2);
    assert.equal(tree().badge?.value, errors);
    assert.equal(tree().badge?.tooltip, `${errors} errors in governed documents`);
    assert.match(tree().rows[0]?.description ?? '', new RegExp(`${errors} errors`));
    await closeEditors();
    await untilShown(
      () => tree().badge === undefined,
      () => `the badge shows ${tree().badge?.value}`,
    );
  });

  it('has the nearest date ahead in the status bar', async () => {
    const editor = await open('engagement.md');
    const check = async (): Promise<void> => {
      // What cannot be undone stands there first, and what has passed of it before what comes.
      const first = (await rows()).find(({ context }) => context === 'outrigger.next');
      const { statusBar } = (await outrigger()).tree();
      assert.ok(first && statusBar?.includes(first.label), `"${statusBar}" does not say "${first?.label}"`);
    };
    await check();
    const before = (await outrigger()).tree().statusBar;
    const tomorrow = new Date(Date.now() + 24 * 60 * 60_000).toISOString().slice(0, 10);
    // The contract ends tomorrow: the last day to start leaving has passed long ago.
    await replace(editor, 'end: 2027-06-30', `end: ${tomorrow}`);
    await untilShown(
      async () => (await outrigger()).tree().statusBar !== before,
      () => `the status bar still shows "${before}"`,
    );
    await check();
  });
});

describe('an engagement folder', () => {
  it('that comes as a whole is shown', async () => {
    writeShop('shop');
    await untilShown(async () => (await titles()).includes('Plant shop'), paths);
    assert.deepEqual(codesOf(at('shop/engagement.md')).length > 0, true);
    assert.ok(codesOf(at('shop/processes/packing.md')).includes('DOC003'));
  });

  it('that is moved in from elsewhere is shown', async () => {
    // Of a folder that is moved the disk tells the folder alone.
    const aside = path.join(path.dirname(onDisk('')), 'aside');
    fs.rmSync(aside, { recursive: true, force: true });
    fs.renameSync(onDisk('shop'), aside);
    await untilShown(async () => !(await titles()).includes('Plant shop'), paths);
    await goneFrom('shop');
    fs.renameSync(aside, onDisk('shop'));
    await untilShown(
      async () =>
        (await titles()).includes('Plant shop') &&
        codesOf(at('shop/processes/packing.md')).includes('DOC003'),
      paths,
    );
  });

  it('that is deleted as a whole leaves nothing in the tree or among the problems', async () => {
    fs.rmSync(onDisk('shop'), { recursive: true });
    await untilShown(async () => !(await titles()).includes('Plant shop'), paths);
    await goneFrom('shop');
  });

  it('that is deleted while documents of it are open leaves nothing either', async () => {
    writeShop('second');
    await untilShown(async () => codesOf(at('second/processes/packing.md')).includes('DOC003'), paths);
    await open('second/engagement.md');
    await open('second/processes/packing.md');
    await (await outrigger()).settled();
    fs.rmSync(onDisk('second'), { recursive: true });
    await untilShown(async () => !(await titles()).includes('Plant shop'), paths);
    await goneFrom('second');
    // They are still there to be looked at.
    assert.ok(vscode.workspace.textDocuments.some(({ uri }) => uri.path.endsWith('/second/engagement.md')));
    await vscode.commands.executeCommand('outrigger.checkWorkspace');
    assert.equal((await titles()).includes('Plant shop'), false);
    await goneFrom('second');
    await closeEditors();
  });

  it('that is deleted keeps what is said of a document with unsaved changes, until it is closed', async () => {
    writeShop('third');
    await untilShown(async () => codesOf(at('third/processes/packing.md')).includes('DOC003'), paths);
    const lead = await open('third/engagement.md');
    await replace(lead, 'title: Plant shop', 'title: Plant shop at night');
    const packing = await open('third/processes/packing.md');
    await replace(packing, 'title: Packing', 'title: Packing at night');
    fs.rmSync(onDisk('third'), { recursive: true });
    // Whoever saves one of them has an engagement again.
    await vscode.commands.executeCommand('outrigger.checkWorkspace');
    await untilShown(async () => (await titles()).includes('Plant shop at night'), paths);
    assert.ok(codesOf(at('third/processes/packing.md')).includes('DOC003'));
    await closeEditors();
    await untilShown(async () => !(await titles()).some((title) => title.startsWith('Plant shop')), paths);
    await goneFrom('third');
  });

  it('that goes takes with it what links led to', async () => {
    fs.mkdirSync(onDisk('pictures/old'), { recursive: true });
    fs.writeFileSync(onDisk('pictures/old/map.png'), 'png');
    const editor = await open('sla.md');
    await replace(
      editor,
      'P1 | purchases stop, or card data may be exposed',
      'P1 | [map](pictures/old/map.png)',
    );
    await untilShown(
      () => true,
      () => '',
    );
    const before = codesOf(at('sla.md'));
    fs.renameSync(onDisk('pictures'), onDisk('drawings'));
    await untilShown(
      () => codesOf(at('sla.md')).length > before.length,
      () => `sla.md shows ${codesOf(at('sla.md')).join(', ')}`,
    );
    fs.renameSync(onDisk('drawings'), onDisk('pictures'));
    await untilShown(
      () => codesOf(at('sla.md')).length === before.length,
      () => `sla.md shows ${codesOf(at('sla.md')).join(', ')}`,
    );
    fs.rmSync(onDisk('pictures'), { recursive: true });
    await closeEditors();
  });

  async function goneFrom(folder: string): Promise<void> {
    const inside = (): readonly string[] =>
      [...allDiagnostics().keys()].filter((one) => one.startsWith(`${folder}/`));
    await untilShown(
      () => inside().length === 0,
      () => `problems are left in ${inside().join(', ')}`,
    );
    assert.equal(
      (await rows()).some(({ target }) => target?.path?.startsWith(`${folder}/`)),
      false,
    );
  }
});

function writeShop(folder: string): void {
  fs.mkdirSync(onDisk(`${folder}/processes`), { recursive: true });
  fs.writeFileSync(
    onDisk(`${folder}/engagement.md`),
    '---\nkind: engagement\ntitle: Plant shop\nstatus: active\nowner: maja\n---\n\n# Plant shop\n\n## People\n\n| Person | Party |\n| --- | --- |\n| maja | client |\n',
  );
  fs.writeFileSync(
    onDisk(`${folder}/processes/packing.md`),
    '---\nkind: process\ntitle: Packing\nstatus: active\nowner: nobody\n---\n\n## Steps\n\n1. one\n',
  );
}

function onDisk(file: string): string {
  return path.join(at(file === '' ? '.' : file).fsPath);
}

async function contextOf(file: string): Promise<string | undefined> {
  return (await rows()).find(
    ({ target, context }) => target?.path === file && context.startsWith('outrigger.document.'),
  )?.context;
}

async function missing(): Promise<readonly (string | undefined)[]> {
  return (await rows())
    .filter(({ context }) => context === 'outrigger.missing')
    .map(({ target }) => target?.kind);
}

async function titles(): Promise<readonly string[]> {
  return (await outrigger()).tree().rows.map(({ label }) => label);
}

async function paths(): Promise<string> {
  const shown = (await rows()).map(({ label, context }) => `${context} "${label}"`);
  const documents = vscode.workspace.textDocuments.map(
    ({ uri, isDirty }) => `${vscode.workspace.asRelativePath(uri)}${isDirty ? ' (unsaved)' : ''}`,
  );
  return `the tree shows ${shown.join(', ')}, of the documents ${documents.join(', ')}`;
}
