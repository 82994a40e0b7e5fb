import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { GovernedDocument } from '../../../extension/engine/model/document.ts';
import { digestOf } from '../../../extension/engine/parse/canonical.ts';
import { body, matter } from './fragments.ts';
import { cell, fieldsOf, governed, read, rows, sourcesOf, spansOf } from './reading.ts';

const document = fc
  .tuple(fc.constantFrom('sla', 'process', 'record', 'ownership-map', 'engagement'), matter, body)
  .map(([kind, keys, text]) => `---\nkind: ${kind}\n${keys}---\n${text}`);

/** A table of Incidents: names with the marks that a cell may have. */
const names = fc.uniqueArray(
  fc
    .array(
      fc.constantFrom(
        'a',
        'b',
        'é',
        '😀',
        '`x`',
        '**y**',
        '\\|',
        ' ',
        '&amp;',
        '[l](m.md)',
        '<br>',
        '-',
        '5',
      ),
      { minLength: 1, maxLength: 5 },
    )
    .map((parts) => `p${parts.join('')}`.trim()),
  { minLength: 1, maxLength: 5 },
);
const tableRows = names.chain((all) =>
  fc.tuple(
    ...all.map((name) =>
      fc.tuple(
        fc.constant(name),
        fc.constantFrom('1 hour', '15 minutes', '', 'TBD'),
        fc.constantFrom('4 hours', '3 days'),
      ),
    ),
  ),
);

const written = (
  columns: readonly string[],
  cells: readonly (readonly string[])[],
  options: { pad?: number; end?: string; tight?: boolean } = {},
): string => {
  const { pad = 0, end = '\n', tight = false } = options;
  const line = (one: readonly string[]): string =>
    tight
      ? `|${one.join('|')}|`
      : `| ${one.map((text) => text.padEnd(pad)).join(' | ')} |${' '.repeat(pad % 3)}`;
  return [
    '---',
    'kind: sla',
    '---',
    '',
    '## Incidents',
    '',
    line(columns),
    line(columns.map(() => (tight ? '-' : ':---'))),
    ...cells.map(line),
    '',
  ].join(end);
};

describe('any document', () => {
  it('is read without an exception', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => void read(text)),
      { numRuns: 1000 },
    );
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 80 }),
        (text) => void read(`---\nkind: sla\n${text}\n---\n${text}`),
      ),
      { numRuns: 1000 },
    );
    fc.assert(
      fc.property(document, (text) => void digestOf({ text })),
      { numRuns: 500 },
    );
  });

  it('has every place inside, on the boundary of a character', () => {
    fc.assert(
      fc.property(document, (text) => {
        const result = read(text);
        if (!result.document) return;
        for (const { start, end } of spansOf(result.document)) {
          assert.ok(start >= 0 && start <= end && end <= text.length, `${start} to ${end} of ${text.length}`);
          for (const at of [start, end]) assert.ok(!cutsPair(text, at), `${at} cuts a pair`);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('has texts that stand at their places', () => {
    fc.assert(
      fc.property(document, (text) => {
        const result = read(text);
        if (!result.document) return;
        for (const { text: value, span, map } of sourcesOf(result.document)) {
          if (!map) assert.equal(value, text.slice(span.start, span.end).trim());
          else {
            assert.equal(map.length, value.length + 1);
            for (let i = 0; i < map.length; i++)
              assert.ok((map[i] ?? -1) >= span.start && (map[i] ?? -1) <= span.end);
          }
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('has fields that belong to it', () => {
    fc.assert(
      fc.property(document, (text) => {
        const result = read(text);
        for (const field of result.document ? fieldsOf(result.document) : [])
          assert.equal(field.document, result.document);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a table', () => {
  const columns = ['Priority', 'Respond', 'Restore'];

  it('means the same aligned, tight, under CRLF and with blanks at the ends of lines', () => {
    fc.assert(
      fc.property(
        tableRows,
        fc.integer({ min: 1, max: 12 }),
        fc.constantFrom('\n', '\r\n', '\r'),
        (cells, pad, end) => {
          const plain = governed(written(columns, cells));
          for (const other of [
            written(columns, cells, { pad, end }),
            written(columns, cells, { tight: true }),
          ]) {
            assert.deepEqual(valuesOf(governed(other)), valuesOf(plain));
            assert.equal(digestOf({ text: other }), digestOf(plain));
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('means the same in any order of its columns', () => {
    fc.assert(
      fc.property(tableRows, (cells) => {
        const turned = written(
          ['Restore', 'Priority', 'Respond'],
          cells.map(([name, respond, restore]) => [restore, name, respond]),
        );
        assert.deepEqual(valuesOf(governed(turned)), valuesOf(governed(written(columns, cells))));
      }),
      { numRuns: 200 },
    );
  });

  it('has another digest when one cell changes', () => {
    fc.assert(
      fc.property(tableRows, fc.nat(), (cells, at) => {
        const row = at % cells.length;
        const changed = cells.map((one, i) => (i === row ? [one[0], one[1], `${one[2]} or so`] : one));
        assert.notEqual(
          digestOf({ text: written(columns, changed) }),
          digestOf({ text: written(columns, cells) }),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('has the place of each value exactly on its source', () => {
    fc.assert(
      fc.property(tableRows, fc.integer({ min: 0, max: 9 }), (cells, pad) => {
        const text = written(columns, cells, { pad });
        const read = rows(governed(text), 'incidents');
        cells.forEach(([name, respond], i) => {
          const place = (column: string): string => {
            const { span } = cell(read[i], column).source;
            return text.slice(span.start, span.end);
          };
          assert.equal(place('priority'), name);
          assert.equal(place('respond').trim(), respond);
        });
      }),
      { numRuns: 200 },
    );
  });
});

function valuesOf(of: GovernedDocument): unknown {
  return rows(of, 'incidents').map((row) =>
    ['priority', 'respond', 'restore'].map((column) => {
      const field = cell(row, column);
      return [field.state, field.source.text, field.value];
    }),
  );
}

function cutsPair(text: string, at: number): boolean {
  return /[\ud800-\udbff]/.test(text.charAt(at - 1)) && /[\udc00-\udfff]/.test(text.charAt(at));
}
