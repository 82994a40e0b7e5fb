import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { at, closeEditors, open, outrigger, positionOf, textOnDisk, write } from './window.ts';

const draft = `---
kind: record
title: Extra review
status: draft
type: service-review
held: 2026-12-10
period: 2026-12
language: en
---

# Extra review

## Results

| Of | Measure | Result |
| --- | --- | --- |
| Acquirer Beta | availability | |
`;
const path = 'records/2026-12-10-extra-review.md';
const table = 'results.csv';

describe('records', () => {
  const files = ['engagement.md', 'sla.md', 'records/2026-11-05-service-review.md'];
  const texts = new Map<string, string>();
  const made: vscode.Uri[] = [];
  const target = { engagement: '', document: path };

  before(async () => {
    await (await outrigger()).settled();
    for (const file of files) texts.set(file, await textOnDisk(at(file)));
  });

  afterEach(async () => {
    await closeEditors();
    for (const [file, text] of texts) await write(at(file), text);
    for (const uri of made.splice(0)) await vscode.workspace.fs.delete(uri);
    await readAgain();
  });

  /** Of what was written to the disk a watcher tells some time later. */
  async function readAgain(): Promise<void> {
    await vscode.commands.executeCommand('outrigger.checkWorkspace');
    await (await outrigger()).settled();
  }

  async function put(file: string, text: string): Promise<void> {
    await write(at(file), text);
    if (!texts.has(file) && !made.some(({ path: one }) => one === at(file).path)) made.push(at(file));
    await readAgain();
  }

  async function change(file: string, from: string, to: string): Promise<void> {
    assert.ok(texts.get(file)!.includes(from), from);
    await put(file, texts.get(file)!.replace(from, to));
  }

  async function begin(argument: object): Promise<vscode.Uri | undefined> {
    const begun = await vscode.commands.executeCommand<{ readonly uri: vscode.Uri } | undefined>(
      'outrigger.newRecord',
      argument,
    );
    if (begun) made.push(begun.uri);
    await (await outrigger()).settled();
    return begun?.uri;
  }

  async function bulbsAt(file: string, marked: string): Promise<readonly string[]> {
    const { document } = await open(file);
    await (await outrigger()).settled();
    const position = positionOf(document, marked);
    const actions = await vscode.commands.executeCommand<readonly vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      new vscode.Range(position, position),
    );
    return actions
      .flatMap(({ command }) => command?.command ?? [])
      .filter((one) => one.startsWith('outrigger.'));
  }

  it('begin with what is known, once, with the cursor at what is missing', async () => {
    const review = { engagement: '', meeting: 'Monthly service review' };
    const uri = await begin(review);
    assert.equal(uri?.path, at('records/2026-12-03-service-review.md').path);
    const text = await textOnDisk(uri);
    assert.match(text, /^title: Service review, November 2026$/m);
    assert.match(text, /^Open actions, the oldest first:$/m);
    const { document, selection } = vscode.window.activeTextEditor!;
    assert.equal(document.uri.toString(), uri.toString());
    assert.notEqual(selection.active.line, 0);
    assert.equal(await begin(review), undefined);
    assert.equal(await textOnDisk(uri), text, 'what is there is left alone');
  });

  it('are written in the language of the engagement, whatever the editor speaks', async () => {
    const { language } = vscode.env;
    assert.ok(language.startsWith('en'), language);
    await change('engagement.md', 'language: en', 'language: sv');
    const text = await textOnDisk((await begin({ engagement: '', meeting: 'Steering review' }))!);
    assert.match(text, /^status: utkast$/m);
    assert.match(text, /^## Åtgärder$/m);
    assert.match(text, /^Datum de närmaste 90 dagarna:$/m);
    assert.doesNotMatch(text, /Open actions|For the chair/);
  });

  it('are begun from the row that a line of the tree leads to', async () => {
    const { document } = await open('communication-plan.md');
    const { line } = positionOf(document, '| Mo^nthly service review');
    const range = { start: { line, character: 0 }, end: { line, character: 1 } };
    const folderUri = vscode.workspace.workspaceFolders![0]!.uri.toString();
    const file = at('records/2026-12-03-service-review.md');
    made.push(file);
    await vscode.commands.executeCommand('outrigger.tree.newRecord', {
      target: { folderUri, engagement: '', path: 'communication-plan.md' },
      click: { does: 'open', range },
    });
    assert.match(await textOnDisk(file), /^meeting: Monthly service review$/m);
  });

  it('are final as one step that can be undone, and nothing is saved', async () => {
    const whole = draft.replace('availability | |', 'availability | 99.93 % |');
    await put(path, whole);
    const done = await vscode.commands.executeCommand('outrigger.closeRecord', target);
    assert.deepEqual(done, { isFinal: true, answers: 0 });
    const { document } = vscode.window.activeTextEditor!;
    assert.equal(document.getText(), whole.replace('status: draft', 'status: final'));
    assert.equal(await textOnDisk(at(path)), whole);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), whole);
    const final = { engagement: '', document: 'records/2026-11-05-service-review.md' };
    assert.equal(await vscode.commands.executeCommand('outrigger.closeRecord', final), undefined);
  });

  it('take results from a file and from the clipboard, the same ones once', async () => {
    const lines = 'of;measure;result\nAcquirer Beta;availability;99,93 %\n';
    await put(path, draft);
    await put(table, lines);
    const take = (file: string): Thenable<unknown> =>
      vscode.commands.executeCommand('outrigger.importResults', { ...target, file, write: true });
    assert.deepEqual(await take(table), { isChanged: true });
    const { document } = vscode.window.activeTextEditor!;
    assert.match(document.getText(), /^\| Acquirer Beta \| availability \| 99\.93 % \|$/m);
    assert.equal(await textOnDisk(at(path)), draft);
    await (await outrigger()).settled();
    await vscode.env.clipboard.writeText(lines);
    assert.deepEqual(await take(''), { isChanged: false });
    for (const nowhere of ['../results.csv', 'none.csv', 'records'])
      assert.equal(await take(nowhere), undefined);
    await put(table, 'of;measure;result\n"Acquirer Beta;x\n');
    assert.equal(await take(table), undefined);
  });

  it('have a claim for what is due, as a document that is not saved', async () => {
    const review = 'records/2026-11-05-service-review.md';
    const letter = (): Thenable<{ readonly uri: vscode.Uri } | undefined> =>
      vscode.commands.executeCommand('outrigger.claimLetter', { engagement: '', document: review });
    assert.equal(await letter(), undefined, 'what is in dispute is not claimed');
    await change('sla.md', 'claim_within: 30 days', 'claim_within: 20 years');
    await change(review, '| Klarsikt Mätning AB | 99.74 % |', '| Klarsikt Mätning AB | |');
    assert.deepEqual(await bulbsAt(review, '| Payment gateway | avail^ability'), ['outrigger.claimLetter']);
    const uri = (await letter())?.uri;
    assert.equal(uri?.scheme, 'untitled');
    const { document } = vscode.window.activeTextEditor!;
    assert.equal(document.languageId, 'markdown');
    assert.match(
      document.getText(),
      /^# Claim for service credits, October 2026|^# Claim for service credits, 2026-10/,
    );
    assert.match(document.getText(), /2 425/);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('are offered where they are to be begun, closed and filled', async () => {
    await put(path, draft);
    assert.deepEqual(await bulbsAt('communication-plan.md', '| Mo^nthly service review'), [
      'outrigger.newRecord',
    ]);
    assert.deepEqual(await bulbsAt('communication-plan.md', '| Back^log hour'), []);
    const both = ['outrigger.closeRecord', 'outrigger.importResults'];
    assert.deepEqual(await bulbsAt(path, 'status: dr^aft'), both);
    // Where its questions are counted they can be answered too.
    assert.deepEqual(await bulbsAt(path, 'title: Ex^tra review'), ['outrigger.ask', ...both]);
    assert.deepEqual(await bulbsAt(path, '| Acq^uirer Beta'), []);
  });
});
