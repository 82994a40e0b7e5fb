import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { sharedBrowser, sharedServer } from './shared-host.ts';
import { openWorkbench } from './workbench.ts';
import type { Workbench, WorkbenchOptions } from './workbench.ts';

/** Small enough for a picture on a page of text, large enough for a side bar, an editor and a panel. */
export const pictureSize = { width: 1080, height: 700 };

/** A window as a person has it, with the packaged extension installed: ready when its commands are in the palette. */
export async function openOutrigger(options: WorkbenchOptions): Promise<Workbench> {
  const window = await openWorkbench(await sharedBrowser(), await sharedServer('personal'), options);
  window.page.setDefaultTimeout(60_000); // other tests may keep the machine busy
  await activityIcon(window).waitFor();
  return window;
}

/** The icon of the extension beside the side bar, which carries its badge. */
export function activityIcon({ page }: Workbench): Locator {
  return page.locator('.part.activitybar a[aria-label^="Outrigger"]');
}

/** What the extension shows in the status bar; it is there once an engagement is computed. */
export function statusItem({ page }: Workbench): Locator {
  return page.locator('.statusbar-item[id$="outrigger.nearestDate"]');
}

/** The row of the tree that says this. */
export function treeRow({ page }: Workbench, text: string | RegExp): Locator {
  return page.locator('.part.sidebar .monaco-list-row').filter({ hasText: text }).first();
}

/** Shows the tree, from the keyboard, and puts the focus into it. */
export async function focusTree(
  window: Workbench,
  title = 'Outrigger: Focus on Engagements View',
): Promise<void> {
  await window.runCommand(title);
  await window.page.locator('.part.sidebar .tree-explorer-viewlet-tree-view').first().waitFor();
}

/** The tree of engagements while it has the focus. */
export function focusedTree({ page }: Workbench): Locator {
  return page.locator('.part.sidebar .tree-explorer-viewlet-tree-view .monaco-list:focus');
}

/** Opens a row of the tree that is closed. */
export async function expand(window: Workbench, text: string | RegExp): Promise<void> {
  await clickRow(window, text);
  await treeRow(window, text).and(window.page.locator('[aria-expanded="true"]')).waitFor();
}

/** Clicks a row of the tree. The tooltip of the row below the mouse may lie over it, so the mouse goes away first. */
export async function clickRow(
  window: Workbench,
  text: string | RegExp,
  button: 'left' | 'right' = 'left',
): Promise<void> {
  await mouseAway(window);
  await treeRow(window, text).click({ button });
}

/** Takes the mouse to where nothing has a tooltip, and waits until there is none. */
export async function mouseAway({ page }: Workbench): Promise<void> {
  await page.mouse.move((page.viewportSize()?.width ?? 0) / 2, 20);
  await page.locator('.workbench-hover').first().waitFor({ state: 'hidden' });
}

/** Waits for the question at this step of a form, and returns what stands above it. */
export async function question({ page }: Workbench, step: number): Promise<string> {
  const title = page.locator('.quick-input-title').filter({ hasText: `(${step}/` });
  await title.waitFor();
  return await title.innerText();
}

/** Types an answer to the question at this step; what was proposed is selected, so that typing replaces it. */
export async function answer(window: Workbench, step: number, text: string): Promise<void> {
  await question(window, step);
  await window.type(text);
  await window.press('Enter');
}

/** Leaves a form by Escape, and waits until it is gone. */
export async function leaveForm(window: Workbench): Promise<void> {
  await window.press('Escape');
  await window.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}

/** Puts the cursor at a place of the active editor; lines and columns from 1. */
export async function goTo(window: Workbench, line: number, column: number): Promise<void> {
  await window.press('Control+G');
  const input = window.page.locator('.quick-input-widget input').first();
  await input.waitFor();
  await window.type(`${line}:${column}`);
  await window.page
    .locator('.quick-input-list')
    .getByText(`to go to line ${line} at column ${column}`)
    .waitFor();
  await window.press('Enter');
  await input.waitFor({ state: 'hidden' });
  await cursorAt(window, line, column);
}

/** Waits until the cursor of the active editor stands there. */
export async function cursorAt({ page }: Workbench, line: number, column: number): Promise<void> {
  await page
    .locator('[id="status.editor.selection"]')
    .filter({ hasText: `Ln ${line}, Col ${column}` })
    .waitFor();
}

/** The labels of the menu that is open, then closed by Escape; `|` stands for a line between two groups. */
export async function menuLabels(window: Workbench): Promise<readonly string[]> {
  const menu = window.page.locator('.context-view .monaco-menu');
  await menu.locator('.action-item').first().waitFor();
  const labels = await menu
    .locator('.action-item')
    .evaluateAll((items) =>
      items.map((item) => (item.querySelector('.separator') ? '|' : (item.textContent ?? '').trim())),
    );
  assert.notEqual(labels.length, 0);
  await window.press('Escape');
  await menu.waitFor({ state: 'hidden' });
  return labels;
}

/**
 * Opens the list of quick fixes at the cursor until it offers this one: what was typed last may not be judged when it
 * is opened first, and an open list does not follow.
 */
export async function openQuickFixes(window: Workbench, title: string): Promise<void> {
  const list = window.page.locator('.action-widget');
  const none = window.page.locator('.monaco-editor-overlaymessage');
  for (;;) {
    await window.press('Control+.');
    // A key that comes while the editor is busy may be lost.
    const isShown = await list
      .or(none)
      .first()
      .waitFor({ timeout: 10_000 })
      .then(() => true)
      .catch(() => false);
    if (!isShown) continue;
    if (await list.getByText(title).isVisible()) return;
    await window.press('Escape');
    await list.or(none).first().waitFor({ state: 'hidden' });
  }
}
