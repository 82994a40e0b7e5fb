import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { RowArgument } from '../../../extension/editor/tree/row-argument.ts';
import {
  acceptProposals,
  at,
  closeEditors,
  codesOf,
  open,
  outrigger,
  positionOf,
  replace,
  rows,
  textOnDisk,
  until,
  untilCodes,
  untilShown,
} from './window.ts';

// What works in every window: trusted or not, on a disk or without one.

describe('everywhere', () => {
  before(async () => {
    await (await outrigger()).settled();
  });

  afterEach(closeEditors);

  it('findings change with an edit', async () => {
    const file = at('engagement.md');
    const before = codesOf(file);
    const editor = await open('engagement.md');
    await replace(editor, '| P1 | nobody can buy | 1 hour |', '| P1 | nobody can buy | 1 hoor |');
    await untilCodes(file, [...before, 'DOC019']);
    await closeEditors();
    await untilCodes(file, before);
  });

  it('the tree shows the engagement and its documents', async () => {
    const [engagement] = (await outrigger()).tree().rows;
    assert.equal(engagement?.label, 'Plant shop, Rosario team');
    assert.ok((await rows()).some(({ context }) => context === 'outrigger.document.active'));
    assert.ok(((await outrigger()).tree().statusBar ?? '').startsWith('$('));
  });

  it('hovers tell what is known', async () => {
    const { document } = await open('engagement.md');
    const hovers = await vscode.commands.executeCommand<readonly vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      positionOf(document, 'end: 2027-0^8-31'),
    );
    const texts = hovers.flatMap(({ contents }) =>
      contents.map((one) => (typeof one === 'string' ? one : one.value)),
    );
    assert.match(texts.join('\n'), /Last day to start leaving/);
  });

  it('a page stays in its tab, follows the documents, and leads to their rows', async () => {
    const api = await outrigger();
    const uri = await vscode.commands.executeCommand<vscode.Uri>('outrigger.showFacts');
    const page = (): string => api.pages().get(uri.toString()) ?? '';
    const tabs = (): readonly vscode.Tab[] =>
      vscode.window.tabGroups.all
        .flatMap(({ tabs: its }) => its)
        .filter(({ input }) => input instanceof vscode.TabInputWebview);
    // VS Code tells of a tab once the window has it.
    const untilOneTab = async (holds: () => boolean = () => true): Promise<void> =>
      await until(
        vscode.window.tabGroups.onDidChangeTabs,
        () => tabs().length === 1 && holds(),
        () =>
          `the tabs of pages are ${
            tabs()
              .map(({ label }) => label)
              .join(', ') || 'none'
          }`,
      );
    await untilOneTab();
    assert.match(page(), /<time>\d{4}-\d\d-\d\d<\/time>/);
    // The first one with a place in a document, behind the one to the document.
    const [, command = '', argument = ''] = /"command:([\w.]+)\?([^"]+range[^"]+)"/.exec(page()) ?? [];
    const [row] = JSON.parse(decodeURIComponent(argument)) as readonly [RowArgument];
    await vscode.commands.executeCommand(command, row);
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.uri.toString(), at(row.target.path ?? '').toString());
    assert.equal(editor.selection.start.line, row.click?.does === 'open' ? row.click.range?.start.line : -1);
    await untilOneTab(() => !tabs()[0]!.isActive);

    const before = page();
    await replace(editor, 'notice: 4 months', 'notice: 5 months');
    await vscode.commands.executeCommand('outrigger.showFacts');
    await api.settled();
    assert.ok(page() !== before, 'the page has not followed the edit');
    await untilOneTab(() => tabs()[0]!.isActive);
  });

  it('a new document is written, opened and judged', async () => {
    const { uri } = await acceptProposals<{ readonly uri: vscode.Uri }>('outrigger.newDocument', {
      folder: vscode.workspace.workspaceFolders?.[0]?.uri,
      engagement: '',
      kind: 'risk-register',
    });
    assert.equal(uri.toString(), at('risk-register.md').toString());
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), uri.toString());
    assert.match(await textOnDisk(uri), /^---\nkind: risk-register\n/);
    await untilShown(
      async () =>
        (await rows()).some(
          ({ target, context }) =>
            target?.path === 'risk-register.md' && context === 'outrigger.document.draft',
        ),
      () => 'the new document is not in the tree',
    );
    await vscode.workspace.fs.delete(uri);
    await untilShown(
      async () => !(await rows()).some(({ target }) => target?.path === 'risk-register.md'),
      () => 'the document is still in the tree',
    );
  });
});
