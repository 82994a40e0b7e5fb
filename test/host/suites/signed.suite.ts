import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { RowSnapshot } from '../../../extension/editor/tree/tree-snapshot.ts';
import { commitAll, git } from './git-in-folder.ts';
import {
  allDiagnostics,
  at,
  closeEditors,
  codesOf,
  outrigger,
  positionOf,
  rows,
  textOnDisk,
  untilShown,
  write,
} from './window.ts';

const map = at('map.md');
const plan = at('kt.md');
const ours = /^outrigger\./;

async function rowOf(title: string): Promise<RowSnapshot> {
  const row = (await rows()).find(({ label }) => label === title);
  assert.ok(row, `no row "${title}"`);
  return row;
}

/** Text of the row as it is read, without what Markdown needs. */
function tooltipOf({ tooltip }: RowSnapshot): string {
  return tooltip.replaceAll('\\', '');
}

/** Resolves once the tooltip of a row says this. */
async function untilTold(title: string, what: RegExp): Promise<void> {
  await untilShown(
    async () => what.test(tooltipOf(await rowOf(title))),
    async () => tooltipOf(await rowOf(title)),
  );
}

async function lensesIn(uri: vscode.Uri): Promise<readonly vscode.Command[]> {
  await vscode.workspace.openTextDocument(uri);
  const lenses = await vscode.commands.executeCommand<readonly vscode.CodeLens[]>(
    'vscode.executeCodeLensProvider',
    uri,
    100,
  );
  return lenses.flatMap(({ command }) => (command && ours.test(command.command) ? [command] : []));
}

async function hoverAt(uri: vscode.Uri, marked: string): Promise<string> {
  const document = await vscode.workspace.openTextDocument(uri);
  const hovers = await vscode.commands.executeCommand<readonly vscode.Hover[]>(
    'vscode.executeHoverProvider',
    uri,
    positionOf(document, marked),
  );
  return hovers
    .flatMap(({ contents }) => contents.map((one) => (typeof one === 'string' ? one : one.value)))
    .join('\n')
    .replaceAll('\\', '');
}

async function sign(path: string): Promise<void> {
  await vscode.commands.executeCommand('outrigger.sign', {
    engagement: '',
    document: path,
    by: 'anna',
    means: 'approved',
  });
}

/** As somebody of the supplier does outside of the window. */
function commitOfSupplier(): void {
  git('commit', '--quiet', '--all', '--message', 'Change', '--author', 'Jonas <jonas@baltcode.example>');
}

async function change(uri: vscode.Uri, from: string, to: string): Promise<void> {
  const text = await textOnDisk(uri);
  assert.ok(text.includes(from));
  await write(uri, text.replace(from, to));
}

function countsShown(): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries([...allDiagnostics().keys()].map((path) => [path, codesOf(at(path))]));
}

describe('signed documents in a repository', () => {
  before(async () => {
    await (await outrigger()).settled();
    git('init', '--quiet', '--initial-branch=main');
    commitAll();
    for (const path of ['map.md', 'kt.md']) await sign(path);
    commitAll();
    await untilTold('Who owns what', /^- Sign-off: reviewed by anna \(client\)$/m);
  });
  afterEach(closeEditors);

  it('say at their status who signed them, and open their history', async () => {
    const lenses = await lensesIn(map);
    assert.deepEqual(
      lenses.map(({ title, command }) => [title, command]),
      [['reviewed by anna (client)', 'outrigger.showHistory']],
    );
    assert.deepEqual(await lensesIn(at('engagement.md')), [], 'nobody has signed it');
    await vscode.commands.executeCommand('outrigger.showHistory', ...(lenses[0]!.arguments ?? []));
    await (await outrigger()).settled();
    const [page] = [...(await outrigger()).pages()].filter(([address]) => address.includes('/History'));
    assert.match(page?.[1] ?? '', /<h1>History: map\.md<\/h1>/);
    assert.match(page?.[1] ?? '', /approved by anna \(client\) on <time>\d{4}-\d\d-\d\d<\/time>, via editor/);
    assert.match(page?.[1] ?? '', /which is what the document says now/);
  });

  it('follow a commit made outside: what changed in words, and what names it is still valid?', async () => {
    await change(map, 'critical | jonas', 'critical | erik');
    await untilTold('Who owns what', /Accountable: jonas -> erik \(not committed yet\)$/m);
    commitOfSupplier();
    const words =
      /Components: Checkout, Accountable: jonas -> erik \(\d{4}-\d\d-\d\d, supplier, [0-9a-f]{8}\)$/m;
    await untilTold('Who owns what', words);
    assert.match(
      tooltipOf(await rowOf('Who owns what')),
      /^- Sign-off: changed since anna \(client\) signed it/m,
    );

    const [changed, ...others] = await lensesIn(map);
    assert.match(changed?.title ?? '', /^changed since anna \(client\) signed it on \S+: 1 change$/);
    assert.match(changed?.tooltip ?? '', words);
    assert.deepEqual(others, []);

    const row = await rowOf('Handover');
    assert.match(row.description, /^reviewed · still valid\?/);
    assert.equal(row.context, 'outrigger.document.activeSuspect');
    assert.match(tooltipOf(row), /^- May not hold any more: it names Checkout \(map\.md\)/m);
    const lenses = await lensesIn(plan);
    assert.deepEqual(
      lenses.map(({ title }) => title),
      ['reviewed by anna (client)', 'Still valid?'],
    );
    assert.match(lenses[1]?.tooltip ?? '', /^it names Checkout \(map\.md\), which has changed since: /);
  });

  it('say in the hover of a changed row what it said when it was signed, and nothing over another one', async () => {
    const hover = await hoverAt(map, '| er^ik |');
    assert.match(hover, /\*\*Changed since it was signed on \d{4}-\d\d-\d\d\*\*/);
    assert.match(
      hover,
      /^- Components: Checkout, Accountable: jonas -> erik \(\S+, supplier, [0-9a-f]{8}\)$/m,
    );
    assert.doesNotMatch(await hoverAt(plan, '| Pay^ments |'), /Changed since/);
  });

  it('are told of in the record of a strategic review: what commits made of documents since the last one', async () => {
    const begun = await vscode.commands.executeCommand<{ readonly uri: vscode.Uri }>('outrigger.newRecord', {
      engagement: '',
      meeting: 'Steering review',
    });
    const text = (await vscode.workspace.openTextDocument(begun.uri)).getText();
    assert.match(text, /^What changed in the documents since then:?$/m);
    assert.match(
      text,
      /map\.md: Components: Checkout, Accountable: jonas -> erik \(\S+, supplier, [0-9a-f]{8}\)$/m,
    );
    await closeEditors();
    await vscode.workspace.fs.delete(begun.uri);
    await (await outrigger()).settled();
  });

  it('are still valid once somebody says so, and nothing is written of one that nothing puts in doubt', async () => {
    const target = { engagement: '', document: 'kt.md', by: 'anna' };
    const stillValid = (): Thenable<{ readonly files: readonly vscode.Uri[] } | undefined> =>
      vscode.commands.executeCommand('outrigger.stillValid', target);
    const signed = await stillValid();
    assert.equal(signed?.files.length, 1);
    assert.match(await textOnDisk(signed.files[0]!), /^means: approved\nvia: editor$/m);
    await untilShown(
      async () => (await rowOf('Handover')).context === 'outrigger.document.active',
      async () => tooltipOf(await rowOf('Handover')),
    );
    assert.deepEqual(
      (await lensesIn(plan)).map(({ title }) => title),
      ['reviewed by anna (client)'],
    );
    assert.equal(await stillValid(), undefined);
  });

  it('have no lens, hover or finding on the left side of a diff, and theirs once on the right', async () => {
    commitAll();
    const committed = await textOnDisk(map);
    await change(map, 'critical | erik', 'critical | nobody');
    await untilShown(
      () => codesOf(map).includes('DOC003'),
      () => codesOf(map).join(),
    );
    // As the extension of Git shows what a commit holds; on the server of the tests it is off.
    const provider = vscode.workspace.registerTextDocumentContentProvider('git', {
      provideTextDocumentContent: () => committed,
    });
    const left = map.with({ scheme: 'git', query: JSON.stringify({ path: map.fsPath, ref: 'HEAD' }) });
    await vscode.commands.executeCommand('vscode.diff', left, map, 'map.md');
    await (await outrigger()).settled();
    assert.deepEqual(codesOf(left), []);
    assert.deepEqual(await lensesIn(left), []);
    assert.equal(await hoverAt(left, '| er^ik |'), '');
    assert.deepEqual([...codesOf(map)].sort(), ['DOC003', 'SGN003']);
    assert.equal((await lensesIn(map)).length, 1);
    await closeEditors();
    provider.dispose();
    git('checkout', '--quiet', '--', 'map.md');
    await untilShown(
      () => !codesOf(map).includes('DOC003'),
      () => codesOf(map).join(),
    );
  });

  it('are read in a rebase as the commit that is checked out, which the engagement says, each finding once', async () => {
    const before = countsShown();
    assert.throws(() => git('rebase', '--quiet', '--exec', 'false', 'HEAD~1'));
    await vscode.workspace.fs.stat(at('.git/rebase-merge'));
    // Of the commit that is checked out no event comes where nothing in it is another.
    await change(map, 'critical | erik', 'critical | anna');
    await untilTold('Who owns what', /jonas -> anna \(not committed yet\)$/m);
    assert.match(tooltipOf(await rowOf('Shop')), /^- History: no branch is checked out/m);
    assert.deepEqual(countsShown(), before);
    await change(map, 'critical | anna', 'critical | erik');
    git('rebase', '--abort');
    await untilTold('Who owns what', /jonas -> erik \(\d{4}-\d\d-\d\d, supplier/m);
  });

  it('have one finding where a merge left two versions, and no others than before', async () => {
    const before = countsShown();
    git('checkout', '--quiet', '-b', 'other', 'HEAD~1');
    await change(map, 'critical | erik', 'critical | anna');
    commitOfSupplier();
    git('checkout', '--quiet', 'main');
    await change(map, 'critical | erik', 'important | erik');
    commitOfSupplier();
    assert.throws(() => git('merge', '--quiet', 'other'));
    assert.match(await textOnDisk(map), /^<{7} /m);
    await untilShown(
      () => codesOf(map).includes('DOC001'),
      () => codesOf(map).join(),
    );
    assert.deepEqual(
      codesOf(map).filter((code) => code !== 'SGN003'),
      ['DOC001'],
    );
    const others = ({ 'map.md': _its, ...rest }: ReturnType<typeof countsShown>): unknown => rest;
    assert.deepEqual(others(countsShown()), others(before));
    assert.ok((await lensesIn(map)).length <= 1);
  });
});
