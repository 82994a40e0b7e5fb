import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createDialogue } from '../../extension/engine/features/asking-dialogue.ts';
import { scaffold } from '../../extension/engine/features/scaffold.ts';
import type { KindKey } from '../../extension/engine/model/schema.ts';
import { engineOver } from '../support/run-fixture.ts';
import {
  activityIcon,
  answer,
  clickRow,
  cursorAt,
  expand,
  focusTree,
  focusedTree,
  goTo,
  leaveForm,
  menuLabels,
  openOutrigger,
  openQuickFixes,
  pictureSize,
  question,
  statusItem,
  treeRow,
} from './outrigger-window.ts';
import { temporaryFolder } from './temporary-folder.ts';
import type { TemporaryFolder } from './temporary-folder.ts';
import type { Workbench } from './workbench.ts';
import { copyWorkspace } from './workspace-copy.ts';

const newEngagement = 'Outrigger: New Engagement...';
const newDocument = 'Outrigger: New Document...';

/** What a person answers, in the order of the questions. */
const answers = [
  ['client', 'Nordmark Retail AB'],
  ['supplier', 'Ribalta Software Lda'],
  ['start', '2026-02-01'],
  ['end', '2028-01-31'],
  ['notice', '6 months'],
  ['renewal', 'automatic, 12 months'],
  ['fee', '48500 EUR per month'],
  ['owner', 'Hedvig Ek'],
] as const;

describe('in an empty folder, by the keyboard alone,', function () {
  this.timeout(240_000);
  let parent: TemporaryFolder;
  let folder = '';
  let window: Workbench;
  let pressedForInit = 0;

  before(async () => {
    parent = temporaryFolder('empty');
    folder = path.join(parent.folder, 'nordmark');
    mkdirSync(folder);
    window = await openOutrigger({ workspace: folder, size: pictureSize });
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await window.screenshot(`failed ${this.currentTest.title}`);
  });
  after(async () => {
    await window.close();
    parent.remove();
  });

  const files = (): readonly string[] =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted();
  const text = (name: string): string => readFileSync(path.join(folder, name), 'utf8');

  /** Asks for a new engagement, and begins afresh where an earlier one was left. */
  async function beginAfresh(hasAnswers = true): Promise<void> {
    await window.runCommand(newEngagement, 'new engagement');
    if (hasAnswers) await pick('Begin afresh');
  }

  /** Types into a list until it holds one choice, and takes that. */
  async function pick(typed: string): Promise<void> {
    const rows = window.page.locator('.quick-input-list .monaco-list-row');
    await rows.filter({ hasText: typed }).waitFor();
    await window.type(typed);
    // The list follows the typing.
    await rows.nth(1).waitFor({ state: 'hidden' });
    await window.press('Enter');
  }

  it('a new engagement that is cancelled at any question leaves nothing behind', async () => {
    for (let step = 1; step <= answers.length; step++) {
      // The first answer that is not left open is that to the third question.
      await beginAfresh(step > 4);
      for (let before = 1; before < step; before++) {
        await question(window, before);
        await window.press('Enter');
      }
      await question(window, step);
      await leaveForm(window);
      assert.deepEqual(files(), [], `cancelled at step ${step}`);
    }
  });

  it('one can go back to an answer, which stands there still', async () => {
    await beginAfresh();
    await answer(window, 1, 'Nordmark');
    await question(window, 2);
    await window.press('Control+Alt+Minus'); // VS Code's own keys for it on Linux
    assert.equal(await question(window, 1), 'New engagement: Who is the client? (1/8)');
    const input = window.page.locator('.quick-input-widget input').first();
    assert.equal(await input.inputValue(), 'Nordmark');
    await window.press('Enter');
    await question(window, 2);
    await window.page.locator('.quick-input-left-action-bar .action-label').click();
    await question(window, 1);
    // What the button says about itself would take the next Escape.
    await window.page.mouse.move(600, 500);
    await leaveForm(window);
  });

  it('a form that is left goes on where it was, with what stood in the box', async () => {
    await window.runCommand(newEngagement, 'new engagement');
    await pick('Go on with the answers given');
    await question(window, 1);
    const input = window.page.locator('.quick-input-widget input').first();
    assert.equal(await input.inputValue(), 'Nordmark');
    await window.press('Enter');
    await question(window, 2);
    await leaveForm(window);
    await window.runCommand(newEngagement, 'new engagement');
    await pick('Go on with the answers given');
    await question(window, 2);
    await leaveForm(window);
  });

  it('a value that cannot be read is refused with a reason, and may be corrected', async () => {
    await beginAfresh();
    for (const step of [1, 2]) await answer(window, step, '');
    await answer(window, 3, '2026-13-01');
    await window.page.locator('.quick-input-message').filter({ hasText: 'a year has no month 13' }).waitFor();
    await window.press('Control+A');
    await answer(window, 3, '2026-02-01');
    await question(window, 4);
    await leaveForm(window);
    assert.deepEqual(files(), []);
  });

  it('eight answers make an engagement, and its first date is shown', async () => {
    await window.runCommand(newEngagement, 'new engagement');
    await pick('Begin afresh');
    const before = window.keyPresses;
    for (const [i, [key, typed]] of answers.entries()) {
      await question(window, i + 1);
      if (key === 'renewal') await pick(typed);
      else await answer(window, i + 1, typed);
    }
    pressedForInit = window.keyPresses - before;

    const message = window.page
      .locator('.notification-toast')
      .filter({ hasText: '2027-07-31: refuse renewal' });
    await message.waitFor();
    await statusItem(window)
      .filter({ hasText: /in \d+ days: refuse renewal/ })
      .waitFor();
    assert.deepEqual(files(), ['engagement.md']);
    for (const [key, typed] of answers)
      assert.match(text('engagement.md'), new RegExp(`^${key}: ${typed}$`, 'm'));
    await cursorAt(window, ...openValue(text('engagement.md'), '[a-z_]+'));
    await window.screenshot('first-draft-light');
    await window.runCommand('Notifications: Clear All Notifications');
  });

  it('three documents follow with three answers each', async () => {
    const before = window.keyPresses;
    // The owner is that of the engagement; an exit plan has no counterpart to ask for.
    for (const [typed, kind, file, asked] of [
      ['service', 'sla', 'sla.md', 'counterpart'],
      ['exit', 'exit-plan', 'exit-plan.md', 'prepare'],
      ['ownership', 'ownership-map', 'ownership-map.md', 'counterpart'],
    ] as const) {
      await window.runCommand(newDocument, 'new document');
      await question(window, 1);
      await window.type(typed);
      // The list follows the typing.
      await window.page.locator('.quick-input-list .monaco-list-row').nth(1).waitFor({ state: 'hidden' });
      await window.press('Enter');
      for (const step of [2, 3]) {
        await question(window, step);
        await window.press('Enter');
      }
      await window.page.locator('.tab.active').filter({ hasText: file }).waitFor();
      assert.match(text(file), new RegExp(`^kind: ${kind}$`, 'm'));
      await cursorAt(window, ...openValue(text(file), asked));
    }
    assert.deepEqual(files(), ['engagement.md', 'exit-plan.md', 'ownership-map.md', 'sla.md']);
    console.log(`Key presses: Init ${pressedForInit}, three documents ${window.keyPresses - before}`);
  });

  it('each draft then shows one line, which says how many questions are left', async () => {
    await window.press('Control+Shift+M');
    const rows = window.page.locator('.markers-panel .monaco-list-row');
    await rows.nth(7).waitFor();
    const shown = await rows.evaluateAll((all) =>
      all.map((row) => [
        row.getAttribute('aria-level'),
        row.querySelector('.codicon-info') !== null,
        row.getAttribute('aria-label') ?? '',
      ]),
    );
    assert.equal(shown.length, 8, JSON.stringify(shown));
    for (const [level, isInformation, label] of shown) {
      if (level === '1') assert.match(String(label), /^1 problems? in file /);
      else
        assert.deepEqual(
          [isInformation, /\d+ questions? left/.test(String(label))],
          [true, true],
          String(label),
        );
    }
    await window.press('Control+J');
  });

  it('a new document that is cancelled at any question leaves nothing behind', async () => {
    const before = files();
    // The fourth question comes because the name is taken.
    for (let step = 1; step <= 4; step++) {
      await window.runCommand(newDocument, 'new document');
      for (let earlier = 1; earlier < step; earlier++) {
        await question(window, earlier);
        if (earlier === 1) await chooseServiceLevels(window);
        await window.press('Enter');
      }
      await question(window, step);
      await leaveForm(window);
      assert.deepEqual(files(), before, `cancelled at step ${step}`);
    }
  });

  it('a name that is taken is never overwritten', async () => {
    const before = text('sla.md');
    await window.runCommand(newDocument, 'new document');
    await question(window, 1);
    await chooseServiceLevels(window);
    await window.press('Enter');
    for (const step of [2, 3]) {
      await question(window, step);
      await window.press('Enter');
    }
    const input = window.page.locator('.quick-input-widget input').first();
    assert.equal(await question(window, 4), 'New document: What is the file called? (4/4)');
    assert.equal(await input.inputValue(), 'sla-2.md');
    await answer(window, 4, 'sla.md');
    await window.page
      .locator('.quick-input-message')
      .filter({ hasText: '"sla.md" exists already' })
      .waitFor();
    await window.press('Control+A');
    await answer(window, 4, 'sla-2.md');
    await window.page.locator('.tab.active').filter({ hasText: 'sla-2.md' }).waitFor();
    assert.equal(text('sla.md'), before);
    assert.ok(files().includes('sla-2.md'));
  });
});

/** Types until only the one kind is left, of which there is a document already. */
async function chooseServiceLevels(window: Workbench): Promise<void> {
  await window.type('service level');
  await window.page.locator('.quick-input-list .monaco-list-row').nth(1).waitFor({ state: 'hidden' });
}

/** Line and column, from 1, behind the first of such keys of a front matter that has no value. */
function openValue(draft: string, key: string): [line: number, column: number] {
  const lines = draft.split('\n');
  const at = lines.findIndex((line) => new RegExp(`^${key}: ?$`).test(line));
  return [at + 1, (lines[at] ?? '').length + 1];
}

describe('in the examples,', function () {
  this.timeout(240_000);
  let copy: TemporaryFolder;
  let window: Workbench;
  const read = (file: string): string => readFileSync(path.join(copy.folder, file), 'utf8');
  const small = (): string => read('small/engagement.md');
  /** From nought. */
  const lineOf = (file: string, text: string): number =>
    read(file)
      .split('\n')
      .findIndex((line) => line.includes(text));

  before(async () => {
    copy = await copyWorkspace(path.resolve(import.meta.dirname, '../../examples'), 'betalningar');
    window = await openOutrigger({ workspace: copy.folder });
    await statusItem(window).waitFor();
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await window.screenshot(`failed ${this.currentTest.title}`);
  });
  after(async () => {
    await window.close();
    copy.remove();
  });

  it('the icon counts the errors, and says so', async () => {
    const icon = activityIcon(window);
    await icon.and(window.page.locator('[aria-label*="7 errors in governed documents"]')).waitFor();
    assert.equal(await icon.locator('xpath=..').locator('.badge-content').innerText(), '7');
  });

  it('the status bar says what is worst and opens it', async () => {
    // It says what is worst of what is computed: another engagement stands there while this one is not.
    const worst = statusItem(window).filter({ hasText: /^\s*the contract ended \d+ days ago · Section 14/ });
    await worst.waitFor();
    await worst.click();
    // The value is selected: what follows it is where the cursor stands.
    await cursorAt(
      window,
      lineOf('wage-application/engagement.md', 'end: ') + 1,
      'end: 2016-12-02'.length + 1,
    );
    await focusTree(window);
    // The most urgent engagement stands first.
    const rows = window.page.locator('.part.sidebar .monaco-list-row[aria-level="1"]');
    await rows
      .nth(0)
      .filter({ hasText: /^Section 14/ })
      .waitFor();
    await rows
      .nth(1)
      .filter({ hasText: /^Card platform, Porto team\s*start leaving: \d+ days late/ })
      .waitFor();
  });

  it('the tree is opened and walked by the keyboard, and opens a document', async () => {
    await window.runCommand('View: Show Explorer');
    await focusedTree(window).waitFor({ state: 'hidden' });
    await focusTree(window);
    // Keys that come while the command still opens the view are lost now and then.
    await focusedTree(window).waitFor();
    // A row that is computed meanwhile is asked for again, and takes no key then.
    await treeRow(window, /Section 14.*days ago/).waitFor();
    await window.press('End', 'Home');
    await treeRow(window, 'Section 14').and(window.page.locator('.focused')).waitFor();
    await window.press('ArrowRight');
    await treeRow(window, 'Alignment').waitFor();
    // Past the day that the contract ended, which stands first.
    await window.press('ArrowDown', 'ArrowDown', 'ArrowRight');
    await treeRow(window, 'Goals').or(treeRow(window, 'Milestones')).first().waitFor();
    await window.press('ArrowDown', 'Enter');
    await window.page.locator('.tab.active').filter({ hasText: 'engagement.md' }).waitFor();
  });

  it('what is due opens at its line', async () => {
    await expand(window, /^Due/);
    await clickRow(window, /: .*Kick-off meeting/);
    await window.page.locator('.tab.active').filter({ hasText: 'goals.md' }).waitFor();
    const line = lineOf('wage-application/goals.md', 'Kick-off meeting') + 1;
    await window.page
      .locator('[id="status.editor.selection"]')
      .filter({ hasText: `Ln ${line}, ` })
      .waitFor();
  });

  it('a missing document is begun with its kind already chosen', async () => {
    await expand(window, 'Risk and exit');
    await clickRow(window, 'Risk register');
    assert.equal(await question(window, 1), 'New document (1/2)');
    await window.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: 'English' }).waitFor();
    await window.press('Enter');
    await question(window, 2);
    const input = window.page.locator('.quick-input-widget input').first();
    assert.equal(await input.inputValue(), 'Risk register');
    await leaveForm(window);
  });

  it('menus offer what can be done with a row', async () => {
    const inTree = ['New Document Here...', 'New Record...', '|', 'Show Facts', 'Show What Is Due'];
    for (const [row, expected] of [
      ['Section 14', ['Open', '|', ...inTree, '|', 'Copy Path']],
      ['Risk and exit', ['New Document Here...']],
      [
        'Transition to the government',
        ['Open', '|', 'Show Facts', 'Show What Is Due', 'Sign...', 'Show History', '|', 'Copy Path'],
      ],
      ['Risk register', ['New Document Here...']],
      [/^Due/, ['Show What Is Due']],
      [/: .*Kick-off meeting/, ['Open', '|', 'Copy Path']],
    ] as const) {
      await clickRow(window, row, 'right');
      assert.deepEqual(await menuLabels(window), expected, String(row));
    }
  });

  it('the tree follows a file that is deleted on the disk', async () => {
    const row = treeRow(window, 'Transition to the government');
    await row.waitFor();
    rmSync(path.join(copy.folder, 'wage-application/exit-plan.md'));
    await row.waitFor({ state: 'hidden' });
    await treeRow(window, /^Exit plan\s*missing/).waitFor();
  });

  it('an error typed into an open cell is underlined once its row is left and goes with it, without saving', async () => {
    const onDisk = small();
    await window.openFile('small/engagement.md');
    const [line, column] = openCell(onDisk, '| Shop | 24x7 | important | ');
    await goTo(window, line, column);
    const squiggle = window.page.locator('.monaco-editor .squiggly-error');
    assert.equal(await squiggle.count(), 0);
    await window.type('Stock fed ');
    await window.press('ArrowDown');
    await squiggle.first().waitFor();
    await goTo(window, line, column + 'Stock fed '.length);
    for (let i = 0; i < 'Stock fed '.length; i++) await window.press('Backspace');
    await squiggle.first().waitFor({ state: 'hidden' });
    assert.equal(small(), onDisk);
  });

  it('a quick fix is chosen and applied by the keyboard', async () => {
    const [line, column] = openCell(small(), '| Shop | 24x7 | important | ');
    await goTo(window, line, column);
    await window.type('Stock fed ');
    const squiggle = window.page.locator('.monaco-editor .squiggly-error').first();
    await window.press('ArrowDown');
    await squiggle.waitFor();
    await goTo(window, line, column + 'Stock fe'.length);
    await openQuickFixes(window, 'Replace by "Stock feed"');
    await window.screenshot('quick-fix-light');
    await window.press('Enter');
    await squiggle.waitFor({ state: 'hidden' });
    await editorLine(window, '| Shop | 24x7 | important | Stock feed |').waitFor();
  });

  it('a row of four cells that is typed has no finding until it is left', async () => {
    const onDisk = small();
    const squiggle = window.page.locator('.monaco-editor .squiggly-error');
    await window.runCommand('File: Revert File');
    await editorLine(window, '| Shop | 24x7 | important | |').waitFor();
    const [line, column] = openCell(onDisk, '| Shop | 24x7 | important | ');
    // Once the row that it names is read this one is right: that tells when the row was judged as far as it is typed.
    await goTo(window, line, column);
    await window.type('Print shop ');
    await window.press('ArrowDown');
    await squiggle.first().waitFor();
    await window.press('End', 'Enter');
    await window.type('| Print shop ');
    await squiggle.first().waitFor({ state: 'hidden' });
    for (const cell of ['| 24y7 ', '| importnt ', '| Stock fed |']) await window.type(cell);
    await editorLine(window, '| Print shop | 24y7 | importnt | Stock fed |').waitFor();
    assert.equal(await squiggle.count(), 0);
    await window.screenshot('row-typed-light');
    await window.press('ArrowUp');
    await squiggle.nth(2).waitFor();
    await window.screenshot('row-left-light');
    assert.equal(small(), onDisk);
    await window.runCommand('File: Revert File');
    await squiggle.first().waitFor({ state: 'hidden' });
  });

  it('a table pasted from a spreadsheet becomes governed rows by one quick fix, and its wrong cell is reported', async () => {
    const sla = read('payments/sla.md');
    const heading = sla.split('\n').indexOf('## Incidents');
    const lines = sla.split('\n').map((line) => line.trimEnd());
    const end = lines.findIndex((line, i) => i > heading && line.startsWith('## '));
    const pasted = [
      'Priority\tMeans\tRespond\tRestore',
      'P1\tpurchases stop\t15 minutes\t4 huors',
      'P2\tone in twenty fails\t30 minutes\t8 hours',
    ];
    await window.openFile('payments/sla.md');
    await goTo(window, heading + 3, 1);
    // What stands there is replaced: the table under the heading.
    for (let line = heading + 2; line < end - 2; line++) await window.press('Shift+ArrowDown');
    await window.press('Shift+End');
    await window.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await window.page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(pasted.join('\n'))})`);
    await window.press('Control+V');
    const squiggle = window.page.locator('.monaco-editor .squiggly-warning, .monaco-editor .squiggly-error');
    await squiggle.first().waitFor();
    await window.screenshot('pasted-table-light');
    await openQuickFixes(window, 'Make these lines rows of the table');
    await window.press('Enter');
    await editorLine(window, '| P2 | one in twenty fails | 30 minutes | 8 hours |').waitFor();
    const wrong = window.page.locator('.monaco-editor .squiggly-error');
    await wrong.first().waitFor();
    await window.press('Control+Shift+M');
    await window.page
      .locator('.markers-panel .monaco-list-row')
      .filter({ hasText: '4 huors' })
      .first()
      .waitFor();
    await window.screenshot('pasted-rows-light');
    await window.runCommand('View: Focus Active Editor Group');
    await window.runCommand('File: Revert File');
    await wrong.first().waitFor({ state: 'hidden' });
    assert.equal(read('payments/sla.md'), sla);
  });

  it('all safe fixes are applied from the palette, and nothing is saved', async () => {
    const onDisk = small();
    await window.openFile('small/engagement.md');
    const line = onDisk.split('\n').findIndex((each) => each.startsWith('notice: ')) + 1;
    await goTo(window, line, 2);
    await window.press('Backspace');
    await window.type('N');
    await editorLine(window, 'Notice: 4 months').waitFor();
    await window.runCommand('Outrigger: Apply All Safe Fixes');
    await window.page.locator('.notification-toast').filter({ hasText: 'Fixes applied: 1' }).waitFor();
    await editorLine(window, 'notice: 4 months').waitFor();
    assert.equal(small(), onDisk);
  });
});

describe('where the engagement document is gone,', function () {
  this.timeout(240_000);
  let copy: TemporaryFolder;

  before(async () => {
    copy = await copyWorkspace(path.resolve(import.meta.dirname, '../../examples/payments'));
    rmSync(path.join(copy.folder, 'engagement.md'));
    writeFileSync(path.join(copy.folder, 'outrigger.yml'), 'version: 1\n');
  });
  after(() => copy.remove());

  for (const [language, focus, row, why] of [
    ['en', undefined, / documents have no engagement/, 'no engagement.md is there'],
    [
      'sv',
      'Outrigger: Focus on Uppdrag View',
      / dokument har inget uppdrag/,
      'där finns ingen engagement.md',
    ],
  ] as const) {
    it(`the tree and what stands above it say so, and the problems have one line (${language})`, async () => {
      const window = await openOutrigger({ workspace: copy.folder, size: pictureSize, language });
      await focusTree(window, focus);
      await treeRow(window, row).filter({ hasText: why }).waitFor();
      const message = window.page.locator('.part.sidebar .tree-explorer-viewlet-tree-view .message');
      assert.match(await message.innerText(), row);
      await window.press('Control+Shift+M');
      const problems = window.page.locator('.markers-panel .monaco-list-row[aria-level="2"]');
      await problems.first().waitFor();
      assert.equal(await problems.count(), 1);
      await window.screenshot(`engagement-gone-${language === 'sv' ? 'swedish' : 'light'}`);
      await window.close();
    });
  }
});

describe('a draft, by the keyboard alone,', function () {
  this.timeout(600_000);

  for (const [language, fix] of [
    ['en', 'Answer the questions...'],
    ['sv', 'Besvara frågorna...'],
  ] as const)
    for (const kind of ['sla', 'kt-plan'] as const)
      it(`is answered from its one line to the last question: ${kind} ${language}`, async () => {
        const file = `${kind}.md`;
        const files = draftFiles(kind, language);
        const { inputs, after } = await typedInto(file, files);
        const copy = temporaryFolder('draft');
        for (const [name, text] of files) writeFileSync(path.join(copy.folder, name), text);
        const window = await openOutrigger({ workspace: copy.folder, size: pictureSize, language });
        try {
          await statusItem(window).waitFor();
          await window.openFile(file);
          await goTo(window, 3, 8); // the title, where the one line stands
          await openQuickFixes(window, fix);
          await window.press('Enter');
          for (const [i, typed] of inputs.entries()) {
            await question(window, i + 1);
            await window.screenshot(`ask-${kind}-${language}-${String(i + 1).padStart(2, '0')}`);
            if (typed !== undefined) await window.type(typed);
            await window.press('Enter');
          }
          await window.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
          await saved(window);
          assert.equal(readFileSync(path.join(copy.folder, file), 'utf8'), after);
          console.log(`Inputs: ${kind} ${language} ${inputs.length}`);
        } catch (error) {
          await window.screenshot(`failed ask ${kind} ${language}`);
          throw error;
        } finally {
          await window.close();
          copy.remove();
        }
      });

  it('keeps what was answered where somebody presses Escape', async () => {
    const files = draftFiles('kt-plan', 'en');
    const { inputs, after } = await typedInto('kt-plan.md', files, 3);
    const copy = temporaryFolder('draft');
    for (const [name, text] of files) writeFileSync(path.join(copy.folder, name), text);
    const window = await openOutrigger({ workspace: copy.folder, size: pictureSize, language: 'en' });
    try {
      await statusItem(window).waitFor();
      await window.openFile('kt-plan.md');
      await goTo(window, 3, 8);
      await openQuickFixes(window, 'Answer the questions...');
      await window.press('Enter');
      for (const [i, typed] of inputs.entries()) {
        await question(window, i + 1);
        if (typed !== undefined) await window.type(typed);
        await window.press('Enter');
      }
      await question(window, inputs.length + 1);
      await window.press('Escape');
      await window.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
      await saved(window);
      assert.equal(inputs.length, 3);
      assert.equal(readFileSync(path.join(copy.folder, 'kt-plan.md'), 'utf8'), after);
    } finally {
      await window.close();
      copy.remove();
    }
  });
});

/** An engagement, and a new draft in it. */
function draftFiles(kind: KindKey, language: 'en' | 'sv'): ReadonlyMap<string, string> {
  const engagement = readFileSync(path.resolve(import.meta.dirname, '../rules/engagement.md'), 'utf8');
  return new Map([
    ['engagement.md', engagement],
    [`${kind}.md`, scaffold(kind, language, new Map())],
  ]);
}

/** What a person types at each question, nothing where Enter takes what is proposed, and what the document is then. */
async function typedInto(
  file: string,
  files: ReadonlyMap<string, string>,
  atMost = Infinity,
): Promise<{ readonly inputs: readonly (string | undefined)[]; readonly after: string }> {
  const engine = await engineOver(files, 'base');
  const inputs: (string | undefined)[] = [];
  const dialogue = createDialogue({
    path: file,
    asking: (first) => engine.asking(file, first),
    answered: (its, key, answer) => engine.answered(its, key, answer),
    write: (made) => engine.update(made.path, { kind: 'text', text: made.text }),
  });
  for (let put = dialogue.current(); put && inputs.length < atMost; put = dialogue.current()) {
    const { spec, suggestions } = put.asking.answer!;
    const [proposed] = suggestions;
    inputs.push(proposed === undefined ? spec.example : undefined);
    await dialogue.answer(proposed ?? spec.example);
  }
  return { inputs, after: engine.textOf(file)! };
}

/** Line and column, from 1, behind a beginning of a line that occurs once. */
function openCell(text: string, beginning: string): [line: number, column: number] {
  const lines = text.split('\n');
  return [lines.findIndex((line) => line.startsWith(beginning)) + 1, beginning.length + 1];
}

/** The visible line of the editor that reads so. */
function editorLine({ page }: Workbench, text: string): ReturnType<Workbench['page']['locator']> {
  const anySpace = text.replaceAll(/[|.*+?()[\]]/g, String.raw`\$&`).replaceAll(' ', String.raw`\s`);
  return page.locator('.view-line').filter({ hasText: new RegExp(`^${anySpace}$`) });
}

/** Saves what is in front. A key that comes before the focus does is nobody's, and what is written after it is not saved. */
async function saved(window: Workbench): Promise<void> {
  const clean = window.page.locator('.tab.active:not(.dirty)');
  let tries = 0;
  do {
    await window.press('Control+S');
    await clean.waitFor({ timeout: 5000 }).catch(() => undefined);
  } while (++tries < 10 && !(await clean.isVisible()));
  await clean.waitFor();
}
