import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inflateSync } from 'node:zlib';
import { writeContactSheet } from './contact-sheet.ts';
import {
  answer,
  clickRow,
  expand,
  focusTree,
  goTo,
  leaveForm,
  mouseAway,
  openOutrigger,
  pictureSize as size,
  question,
  statusItem,
  treeRow,
} from './outrigger-window.ts';
import { sharedBrowser } from './shared-host.ts';
import { temporaryFolder } from './temporary-folder.ts';
import type { FrameLocator, Locator } from 'playwright-core';
import type { TemporaryFolder } from './temporary-folder.ts';
import type { Workbench } from './workbench.ts';
import { copyWorkspace } from './workspace-copy.ts';
import { exampleFiles } from '../support/example-files.ts';
import { GitRepository } from '../support/git-repository.ts';

const examples = path.resolve(import.meta.dirname, '../../examples');
/** The same engagement as another one, in Swedish: to show both would puzzle. */
const twin = 'betalningar';

/** Each waits for what is to be seen, and names it. `npm run pictures` copies some of them. */
describe('pictures', function () {
  this.timeout(240_000);
  let copy: TemporaryFolder;
  let parent: TemporaryFolder;

  before(async () => {
    copy = await copyWorkspace(examples, twin);
    parent = temporaryFolder('pictures');
  });
  after(() => {
    copy.remove();
    parent.remove();
  });

  function folder(name: string): string {
    const at = path.join(parent.folder, name);
    mkdirSync(at);
    return at;
  }

  describe('of the examples', () => {
    let shown: Workbench;

    before(async () => {
      shown = await openOutrigger({ workspace: copy.folder, size });
      await statusItem(shown).waitFor();
    });
    afterEach(async function () {
      if (this.currentTest?.state === 'failed') await shown.screenshot(`failed ${this.currentTest.title}`);
    });
    after(() => shown.close());

    it('in the tree', async () => {
      await focusTree(shown);
      await shown.resizeSideBar(470);
      await expandEngagement(shown);
      await shown.press('Home');
      await shown.screenshotInEachTheme('tree');
      await treeRow(shown, 'Section 14').hover();
      await tooltip(shown, 'Client: Department of Labor');
      await shown.screenshot('tree-tooltip-light');
      await statusItem(shown).hover();
      await tooltip(shown, 'What to see to first');
      await shown.screenshot('status-bar-tooltip-light');
      await mouseAway(shown);
    });

    it('in a narrow tree', async () => {
      await shown.openFile('payments/engagement.md');
      await shown.resizeSideBar(200);
      const box = await shown.page.locator('.part.sidebar').boundingBox();
      assert.ok(Math.abs((box?.width ?? 0) - 200) < 10, String(box?.width));
      await shown.screenshotInEachTheme('tree-narrow');
    });

    it('in hovers', async () => {
      for (const [line, column, text, name] of [
        [13, 2, 'Last day to start leaving', 'hover-end'],
        [16, 2, '2027-04-01', 'hover-opt-out'],
        [6, 9, 'vendor manager', 'hover-owner'],
      ] as const) {
        await goTo(shown, line, column);
        await hoverAtCursor(shown, text);
        await shown.screenshotInEachTheme(name);
        await shown.press('Escape');
      }
    });

    it('in the questions of a new document', async () => {
      await shown.runCommand('Outrigger: New Document...', 'new document');
      await question(shown, 1);
      await shown.screenshot('new-document-engagement-light');
      await shown.type('Plant');
      // The list follows the typing.
      await shown.page.locator('.quick-input-list .monaco-list-row').nth(1).waitFor({ state: 'hidden' });
      await shown.press('Enter');
      await question(shown, 2);
      await shown.screenshotInEachTheme('new-document-kinds');
      for (const step of [2, 3]) {
        await question(shown, step);
        await shown.press('Enter');
      }
      await question(shown, 4);
      await shown.screenshot('new-document-title-light');
      await leaveForm(shown);
    });

    it('in Problems', async () => {
      await shown.openFile('wage-application/ownership-map.md');
      await goTo(shown, 22, 32);
      await shown.press('Control+B', 'Control+Shift+M'); // without the side bar a message has more room
      await shown.page.locator('.markers-panel .monaco-list-row').nth(4).waitFor();
      await shown.page.locator('.monaco-editor .squiggly-error').first().waitFor();
      await shown.screenshotInEachTheme('problems');
      await shown.press('Control+B', 'Control+J');
    });

    it('in the pages of one engagement', async () => {
      for (const [item, heading, name] of [
        ['Show Facts', 'Facts', 'facts-page'],
        ['Show What Is Due', 'What is due', 'due-page'],
      ] as const) {
        await clickRow(shown, 'Card platform', 'right');
        // A menu that has just opened takes no click: whoever opened it may still be holding the button.
        await shown.page.locator('.context-view .monaco-menu').getByText(item).hover();
        await shown.press('Enter');
        await page(shown, heading).waitFor();
        await mouseAway(shown);
        await shown.screenshotInEachTheme(name);
      }
      await shown.resizeSideBar(760);
      await shown.screenshot('due-page-narrow-light');
      await shown.resizeSideBar(470);
    });

    it('in a page that stays while others are opened, and in what its link opens', async () => {
      const tab = shown.page.locator('.tab').filter({ hasText: 'What is due: Card platform' });
      await expand(shown, /^Card platform/);
      await clickRow(shown, /^start leaving/);
      await shown.page.locator('.tab.active').filter({ hasText: 'exit-plan.md' }).waitFor();
      await tab.waitFor();
      await shown.screenshot('due-page-stays-light');
      await tab.click();
      const link = pageFrame(shown).locator('a').filter({ hasText: 'Let a new engineer in' });
      await link.click();
      await shown.page.locator('.tab.active').filter({ hasText: '2026-11-05-service-review.md' }).waitFor();
      await tab.waitFor();
      await shown.screenshot('due-page-link-light');
    });

    it('in the page of a rule', async () => {
      await shown.runCommand('Outrigger: Explain a Rule...', 'explain a rule');
      await question(shown, 1);
      await shown.type('EXT001');
      await shown.press('Enter');
      await page(shown, 'EXT001').waitFor();
      await shown.screenshotInEachTheme('rule-page');
    });
  });

  it('of an empty folder and the questions of a new engagement', async () => {
    const shown = await openOutrigger({ workspace: folder('empty'), size });
    await focusTree(shown);
    await shown.page.getByText('Begin an Engagement').waitFor();
    await shown.screenshotInEachTheme('welcome');
    await shown.runCommand('Outrigger: New Engagement...', 'new engagement');
    await question(shown, 1);
    await shown.screenshotInEachTheme('init-first-question');
    for (const step of [1, 2, 3]) await answer(shown, step, '');
    await question(shown, 4);
    await shown.screenshotInEachTheme('init-proposed-end');
    await shown.type('2026-02-30');
    await shown.page.locator('.quick-input-message').filter({ hasText: '2026-02-30' }).waitFor();
    await shown.screenshotInEachTheme('init-refused');
    await shown.press('Control+A');
    await shown.type('11 maj 2027');
    await shown.page
      .locator('.quick-input-message')
      .filter({ hasText: 'Understood as 2027-05-11' })
      .waitFor();
    await shown.screenshot('init-understood-light');
    await shown.press('Control+A');
    await shown.type('12/11/2027');
    await shown.press('Enter');
    await shown.page.locator('.quick-input-list').getByText('2027-11-12').waitFor();
    await shown.screenshot('init-which-day-light');
    await shown.press('Enter');
    await answer(shown, 5, '');
    await question(shown, 6);
    await shown.page.locator('.quick-input-list').getByText('automatic, 12 months').waitFor();
    await shown.screenshotInEachTheme('init-renewal');
    await leaveForm(shown);
    await shown.runCommand('Outrigger: New Engagement...', 'new engagement');
    await shown.page.locator('.quick-input-list').getByText('Go on with the answers given').waitFor();
    await shown.screenshotInEachTheme('init-go-on');
    await shown.close();
  });

  it('of files that look like governed ones', async () => {
    const ungoverned = folder('ungoverned');
    const table =
      '| Service | Measure | Target | Measured by |\n| --- | --- | --- | --- |\n| Shop | availability | 99.5 % | probe |\n';
    for (const name of ['payments', 'shop', 'warehouse']) {
      mkdirSync(path.join(ungoverned, name));
      writeFileSync(
        path.join(ungoverned, name, 'sla.md'),
        `# What we promise\n\n## Service levels\n\n${table}`,
      );
    }
    const shown = await openOutrigger({ workspace: ungoverned, size });
    await focusTree(shown);
    await expand(shown, '3 files look like service levels');
    await shown.screenshot('recognised-light');
    await shown.close();
  });

  it('of knowledge that is half way, in the tree and on its page', async () => {
    const shown = await openOutrigger({ workspace: path.join(copy.folder, 'handover'), size });
    await focusTree(shown);
    await shown.resizeSideBar(470);
    // A lone engagement is open.
    await expand(shown, /^Talent/);
    await expand(shown, /^Knowledge: 3 of 13 topics accepted/);
    await treeRow(shown, /^Load the summer timetable/).waitFor();
    await shown.screenshot('knowledge-tree-light');
    await shown.runCommand('Outrigger: Show Knowledge Transfer', 'show knowledge transfer');
    await page(shown, 'Knowledge').waitFor();
    await mouseAway(shown);
    await shown.screenshotInEachTheme('knowledge-page');
    await shown.close();
  });

  describe('of a signed document that was changed since', () => {
    let repository: GitRepository;
    before(() => {
      const [sla, tiago] = ['sla.md', 'Tiago M <tiago@ribalta.example>'];
      const files = exampleFiles('payments');
      repository = new GitRepository('pictures');
      repository.commit({ on: '2026-11-02', files: Object.fromEntries(files) });
      for (const [on, from, to] of [
        ['2026-11-19', '| 15 minutes | 4 hours |', '| 15 minutes | 6 hours |'],
        ['2026-11-20', 'claim_within: 30 days', 'claim_within: 20 days'],
      ] as const) {
        files.set(sla, files.get(sla)!.replace(from, to));
        repository.commit({ by: tiago, on, files: { [sla]: files.get(sla)! } });
      }
    });
    after(() => repository.remove());

    for (const [language, name, since, focus, show, history] of [
      ['en', '-light', 'changed since', 'Focus on Engagements View', 'Show Document History', 'History'],
      ['sv', '-swedish', 'ändrat sedan', 'Focus on Uppdrag View', 'Visa ett dokuments historik', 'Historik'],
    ] as const)
      it(`in the tree, at its status, in a hover and on the page of its history: ${language}`, async () => {
        const shown = await openOutrigger({ workspace: repository.folder, size, language });
        const take = async (what: string): Promise<unknown> =>
          language === 'en' ? shown.screenshotInEachTheme(what) : shown.screenshot(`${what}${name}`);
        await focusTree(shown, `Outrigger: ${focus}`);
        await shown.resizeSideBar(470);
        await expand(shown, /^(Accountability|Ansvar)/);
        await hoverUntil(
          shown,
          treeRow(shown, `Service levels, card platform${since}`),
          '4 hours -> 6 hours',
        );
        await shown.screenshot(`signed-tooltip${name}`);
        await mouseAway(shown);
        await take('signed-tree');
        await shown.openFile('sla.md');
        await shown.page.locator('.codelens-decoration').filter({ hasText: since }).waitFor();
        await goTo(shown, 61, 3);
        await hoverAtCursor(shown, '4 hours -> 6 hours');
        await take('signed-hover');
        await shown.press('Escape');
        await goTo(shown, 4, 1);
        await shown.resizeSideBar(200);
        await take('signed-narrow');
        await shown.runCommand(`Outrigger: ${show}`, show.toLowerCase());
        await page(shown, history).waitFor();
        await mouseAway(shown);
        await take('history-page');
        await shown.close();
      });
  });

  it('in Swedish', async () => {
    const shown = await openOutrigger({ workspace: copy.folder, size, language: 'sv' });
    await statusItem(shown).waitFor();
    await focusTree(shown, 'Outrigger: Focus on Uppdrag View');
    await shown.resizeSideBar(470);
    await expandEngagement(shown, ['Kompetensförsörjning', 'Risk och avveckling', 'Tidsfrister']);
    await shown.screenshot('tree-swedish');
    await treeRow(shown, 'Section 14').hover();
    await tooltip(shown, 'Kund: Department of Labor');
    await shown.screenshot('tree-tooltip-swedish');
    await mouseAway(shown);
    await shown.runCommand('Outrigger: Nytt dokument...', 'nytt dokument');
    assert.equal(await question(shown, 1), 'Nytt dokument (1/4)');
    await shown.press('Enter');
    await question(shown, 2);
    await shown.page.locator('.quick-input-list').getByText('Vad uppdraget är till för').waitFor();
    await shown.screenshot('new-document-kinds-swedish');
    await leaveForm(shown);
    await shown.runCommand('Outrigger: Nytt uppdrag...', 'nytt uppdrag');
    assert.equal(await question(shown, 1), 'Nytt uppdrag: Vem är kund? (1/8)');
    for (const step of [1, 2, 3, 4]) await answer(shown, step, '');
    await question(shown, 5);
    await shown.screenshot('init-notice-swedish');
    await leaveForm(shown);
    await shown.openFile('wage-application/ownership-map.md');
    await goTo(shown, 22, 32);
    await shown.press('Control+B', 'Control+Shift+M');
    await shown.page.locator('.markers-panel .monaco-list-row').nth(4).waitFor();
    await shown.page.locator('.monaco-editor .squiggly-error').first().waitFor();
    await shown.screenshot('problems-swedish');
    await shown.press('Control+B', 'Control+J');
    await shown.openFile('payments/engagement.md');
    await goTo(shown, 16, 2);
    await hoverAtCursor(shown, '2027-04-01');
    await shown.screenshot('hover-opt-out-swedish');
    for (const [item, heading, name] of [
      ['Visa beräknade värden', 'Beräknade värden', 'facts-page-swedish'],
      ['Visa tidsfrister', 'Tidsfrister', 'due-page-swedish'],
    ] as const) {
      await shown.runCommand(`Outrigger: ${item}`, item.toLowerCase());
      await page(shown, heading).waitFor();
      await shown.screenshot(name);
    }
    await shown.close();
  });

  it('in Swedish of an empty folder', async () => {
    const shown = await openOutrigger({ workspace: folder('tom'), size, language: 'sv' });
    await focusTree(shown, 'Outrigger: Focus on Uppdrag View');
    await shown.page.getByText('Skapa ett uppdrag').waitFor();
    await shown.screenshot('welcome-swedish');
    await shown.close();
  });

  // Mocha runs what stands in a block of its own last.
  describe('all', () => {
    it('stand on the contact sheet in each theme, and show something', async () => {
      const sheet = await writeContactSheet(await sharedBrowser());
      const html = readFileSync(sheet.html, 'utf8');
      for (const theme of ['light', 'dark', 'high-contrast']) {
        const name = `screenshots/tree-${theme}.png`;
        assert.ok(html.includes(name), name);
        assert.ok(
          coloursOf(path.join(path.dirname(sheet.html), name)) > 20,
          `"${name}" shows next to nothing`,
        );
      }
      assert.ok(coloursOf(sheet.png) > 20);
    });
  });
});

/** About how many different values the pixels of a PNG have: a picture of one colour comes near none. */
function coloursOf(file: string): number {
  const png = readFileSync(file);
  assert.equal(png.subarray(1, 4).toString('latin1'), 'PNG', file);
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at))
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  return new Set(inflateSync(Buffer.concat(parts))).size;
}

/** Opens the engagement with findings, its pillars with missing documents, and what is due. */
async function expandEngagement(
  window: Workbench,
  rows: readonly string[] = ['Talent', 'Risk and exit', 'Due'],
): Promise<void> {
  await expand(window, 'Section 14');
  for (const row of rows) await expand(window, new RegExp(`^${row}`));
}

/** The hover of the word at the cursor, from the keyboard. */
async function hoverAtCursor(window: Workbench, text: string): Promise<void> {
  await window.press('Control+K', 'Control+I');
  await window.page.locator('.monaco-editor .monaco-hover:not(.hidden)').filter({ hasText: text }).waitFor();
}

/** Waits for the tooltip below the mouse. */
async function tooltip({ page }: Workbench, text: string): Promise<void> {
  await page.locator('.workbench-hover').filter({ hasText: text }).waitFor();
}

/** The tooltip of a row, which does not come where the tree is drawn anew below a mouse that has come just then. */
async function hoverUntil(window: Workbench, row: Locator, text: string): Promise<void> {
  const shown = window.page.locator('.workbench-hover').filter({ hasText: text });
  for (let tries = 0; tries < 20 && !(await shown.isVisible()); tries++) {
    await mouseAway(window);
    await row.hover();
    await shown.waitFor({ timeout: 3000 }).catch(() => undefined);
  }
  await shown.waitFor();
}

/** The heading of the page of ours that was opened last. */
function page(window: Workbench, heading: string): Locator {
  return pageFrame(window).locator('h1').filter({ hasText: heading });
}

function pageFrame({ page: shown }: Workbench): FrameLocator {
  return shown.frameLocator('iframe.webview.ready').last().frameLocator('iframe#active-frame');
}
