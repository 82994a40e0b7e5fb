import assert from 'node:assert/strict';
import { lostRows, lostText, type LostLine } from '../../../extension/editor/tree/lost-rows.ts';
import type { LostDocuments } from '../../../extension/engine/index.ts';
import { engineOver } from '../../support/run-fixture.ts';
import { exampleFiles } from '../../support/example-files.ts';
import { speaking } from './speaking.ts';

const english = speaking('en');
const swedish = speaking('sv');

function lineOf(lost: LostDocuments): LostLine {
  return { folderUri: 'file:///work', folderName: 'work', lost };
}

async function lostWith(engagement: string | undefined): Promise<readonly LostLine[]> {
  const files = new Map([...exampleFiles('payments')].map(([path, text]) => [`payments/${path}`, text]));
  files.set('outrigger.yml', '');
  if (engagement === undefined) files.delete('payments/engagement.md');
  else files.set('payments/engagement.md', engagement);
  return (await engineOver(files, 'base')).lost().map(lineOf);
}

describe('the row of documents without an engagement', () => {
  it('says how many they are and what is wrong, in both languages, and opens the file to mend', async () => {
    const [line] = await lostWith('---\nkind: sla\n---\n');
    const [row] = lostRows([line!], false, english);
    const { count } = line!.lost;
    assert.ok(count > 10);
    assert.deepEqual(
      [row!.label, row!.description, row!.icon.id],
      [`${count} documents have no engagement`, 'payments/engagement.md has the kind sla', 'error'],
    );
    assert.deepEqual(row!.target, { folderUri: 'file:///work', path: 'payments/engagement.md' });
    assert.deepEqual(row!.click, {
      does: 'open',
      range: { start: { line: 1, character: 6 }, end: { line: 1, character: 9 } },
    });
    assert.equal(
      lostText(line!, swedish),
      `${count} dokument har inget uppdrag: payments/engagement.md har kind sla.`,
    );
  });

  it('leads to the first of them where no file nearly is their engagement', async () => {
    const [line] = await lostWith(undefined);
    const [row] = lostRows([line!], true, english);
    assert.equal(row!.description, 'no engagement.md is in payments or above it · work');
    assert.equal(row!.target!.path, 'payments/communication-plan.md');
  });

  it('has words for whatever such a file lacks, of one document and at the root too', () => {
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    const lost = { folder: '', count: 1, path: 'sla.md', range, near: undefined };
    assert.equal(lostText(lineOf(lost), english), '1 document has no engagement: no engagement.md is there.');
    const lacks = ['nearKind', 'noKind', 'otherKind', 'otherName', 'unread'] as const;
    const texts = lacks.flatMap((lack) => {
      const near = { path: 'a\nb.md', range, lacks: lack, kind: 'sla', isSpokenOf: false };
      return [english, swedish].map((wording) => lostText(lineOf({ ...lost, near }), wording));
    });
    assert.equal(new Set(texts).size, 10);
    for (const text of texts)
      assert.match(text, /^1 dokument har inget uppdrag: .*a b\.md|^1 document has no engagement: .*a b\.md/);
  });
});
