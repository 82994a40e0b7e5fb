import type { Said } from '../model/said.ts';
import { joined, say } from '../values/say.ts';
import type { ImportedResult, ResultsImport } from './imported-results.ts';

/** What becomes of the results that were given, a line for each thing. */
export function importLines({ results }: ResultsImport): readonly Said[] {
  return results.flatMap(linesOf);
}

/** How many results are taken over, and how many are not. */
export function importCounts({ results }: ResultsImport): Said {
  const taken = results.filter(({ written }) => written.length > 0);
  const kept = results.filter((one) => one.kept.length > 0);
  const there = results.filter((one) => !taken.includes(one) && !kept.includes(one));
  return say(
    '{{n}} {{n|result|results}} to take over, {{there}} there already, {{kept}} as the record has it',
    {
      n: String(taken.length),
      there: String(there.length),
      kept: String(kept.length),
    },
  );
}

/** Headers of columns that nothing is taken over of; undefined where there are none. */
export function importUnread({ unread }: ResultsImport): Said | undefined {
  return unread.length === 0
    ? undefined
    : say('Not read: {{columns}}.', { columns: unread.map((one) => `"${one}"`).join(', ') });
}

function linesOf({ name, isNew, written, kept, leftOut }: ImportedResult): readonly Said[] {
  const cells = written.map(({ column, text }) => joined([column, text], ' '));
  const all = joined(cells, ', ');
  return [
    ...(cells.length === 0
      ? []
      : [isNew ? say('{{name}}: new row, {{cells}}', { name, cells: all }) : joined([name, all], ': ')]),
    ...kept.map(({ column, text, now }) =>
      say('{{name}}: {{column}} is "{{now}}" in the record and stays; "{{text}}" is not taken over', {
        name,
        column,
        now,
        text,
      }),
    ),
    ...leftOut.map(({ column, text }) =>
      say('{{name}}: the table of the record has no column {{column}}, so "{{text}}" is left out', {
        name,
        column,
        text,
      }),
    ),
  ];
}
