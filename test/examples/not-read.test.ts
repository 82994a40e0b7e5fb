import assert from 'node:assert/strict';
import { exampleFiles } from '../support/example-files.ts';
import { engineOver } from '../support/run-fixture.ts';

/**
 * What somebody who reads the documents of the order finds that no program can check, listed by hand: every key, heading,
 * table, column and list of them is one that docs/format.md names, and under each heading stands nothing but its section.
 */
const byHand: readonly string[] = [
  // A page about the documents, which is none itself: no front matter.
  'README.md 1 document',
  // "Receiver is the government itself ...": a sentence under the title, before the first section.
  'exit-plan.md 17 text',
  // "The order asks for training ...": the same.
  'kt-plan.md 13 text',
];

describe('what is not read of examples/wage-application', () => {
  it('is what a reader finds by hand', async () => {
    const { free } = (await engineOver(exampleFiles('wage-application'), 'base')).coverage();
    assert.deepEqual(
      free.map(({ path, range, is }) => `${path} ${range.start.line + 1} ${is}`),
      byHand,
    );
  });

  it('is all that its documents hold beside what was counted by hand', async () => {
    const files = exampleFiles('wage-application');
    const { documents, tables, cells } = (await engineOver(files, 'base')).coverage();
    // Every line of dashes in a document is a table of a section, and every filled cell below it a cell of one.
    const written = [...files].filter(([path]) => path !== 'README.md').map(([, text]) => text.split('\n'));
    const rows = written.flatMap((lines) =>
      lines.filter((line, i) => line.startsWith('|') && !line.includes('---') && !(lines[i + 1] ?? '').includes('| --- |')),
    );
    assert.deepEqual(
      { documents, tables, cells },
      {
        documents: written.length,
        tables: written.flat().filter((line) => /^\|(?: --- \|)+$/.test(line)).length,
        cells: rows.flatMap((row) => row.split('|').filter((cell) => cell.trim() !== '')).length,
      },
    );
  });
});
