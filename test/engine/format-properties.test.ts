import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import MarkdownIt, { type Token } from 'markdown-it';
import type { Field, GovernedDocument } from '../../extension/engine/model/document.ts';
import { catalogue } from '../../extension/engine/model/generated/catalogue.ts';
import { grammar } from '../../extension/engine/model/generated/grammar.ts';
import type { ValueType } from '../../extension/engine/model/schema.ts';
import type { Span } from '../../extension/engine/model/text.ts';
import { digestOf } from '../../extension/engine/parse/canonical.ts';
import { createDocumentReader } from '../../extension/engine/parse/read-document.ts';
import { formatValue } from '../../extension/engine/values/format-value.ts';
import { createValueReader } from '../../extension/engine/values/read-value.ts';
import documents from '../conformance/documents.json' with { type: 'json' };
import { fieldsOf, spansOf } from './parse/reading.ts';

const reader = createDocumentReader({ catalogue, values: createValueReader(catalogue) });

/** Whole documents of every kind, in both languages. */
const texts: readonly string[] = [
  ...documents.flatMap(({ input }) => input),
  ...['en', 'sv'].flatMap((language) => {
    const folder = join(import.meta.dirname, '../seeds', language);
    return readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
  }),
];
const text = fc.constantFrom(...texts);

describe('the form of a document', () => {
  it('means nothing: alignment, line ends, blanks, quotes around values', () => {
    fc.assert(
      fc.property(
        text,
        fc.infiniteStream(fc.nat(3)),
        fc.constantFrom('\n', '\r\n', '\r'),
        (plain, widths, end) => {
          const styled = plain
            .split('\n')
            .map((line) => aligned(line, () => ' '.repeat(next(widths))))
            .map((line) => quoted(line, next(widths)))
            .join(end);
          assert.deepEqual(modelOf(styled), modelOf(plain));
          assert.equal(digestOf({ text: styled }), digestOf({ text: plain }));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('leaves the columns of a table in any order', () => {
    let turned = 0;
    fc.assert(
      fc.property(text, fc.infiniteStream(fc.nat(20)), (plain, choices) => {
        const other = inTables(plain, (rows) => {
          const order = shuffled(rows[0]?.length ?? 0, choices);
          return rows.map((row) => order.map((i) => row[i] ?? ''));
        });
        assert.deepEqual(modelOf(other), modelOf(plain));
        if (digestOf({ text: other }) !== digestOf({ text: plain })) turned++;
      }),
      { numRuns: 300 },
    );
    assert.ok(turned > 100, 'a signature holds for the order of columns too');
  });
});

describe('the content of a document', () => {
  it('has another digest when one cell changes', () => {
    fc.assert(
      fc.property(text, fc.nat(), (plain, at) => {
        const cells = cellsOf(governed(plain)).filter(({ source }) => source.text !== '');
        const cell = cells[at % Math.max(cells.length, 1)];
        if (!cell) return;
        const { end } = cell.source.span;
        const changed = `${plain.slice(0, end)}x${plain.slice(end)}`;
        assert.notEqual(digestOf({ text: changed }), digestOf({ text: plain }));
        assert.notDeepEqual(sourcesIn(governed(changed)), sourcesIn(governed(plain)));
      }),
      { numRuns: 300 },
    );
  });

  it('stands at its places', () => {
    for (const plain of texts) {
      const document = governed(plain);
      for (const { source } of fieldsOf(document)) {
        const { start, end } = source.span;
        const written = plain.slice(start, end);
        if (!source.map && !source.items) assert.equal(source.text, written.trim());
        if (source.text !== '') assert.equal(written, written.trim());
      }
    }
  });
});

describe('the text of a cell', () => {
  it('is the text that markdown-it shows', () => {
    const plain = new MarkdownIt({ html: true });
    const words = [
      'a',
      'b c',
      '1',
      ' ',
      'é',
      '😀',
      '!',
      '"',
      '&',
      '&amp;',
      '&#65;',
      '[',
      ']',
      '(y.md)',
      '\\',
    ];
    const marks = ['\\|', '\\*', '*', '**', '_', '~~', '`', '``', '<br>', '<b>', '</b>', '<!-- x -->'];
    const links = ['[z](y.md)', '![i](j.png)', '<http://x.y>'];
    const part = fc.constantFrom(...words, ...marks, ...links);
    const cell = fc.array(part, { minLength: 1, maxLength: 8 }).map((parts) => `m${parts.join('')}m`);
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 4 }), (cells) => {
        const table = [
          '| Means | Priority |',
          '| --- | --- |',
          ...cells.map((one, i) => `| ${one} | P${i} |`),
        ].join('\n');
        const shown = plain
          .parse(table, {})
          .filter(({ type }) => type === 'inline')
          .map(({ children }) => textOf(children ?? []));
        const rows = governed(`---\nkind: sla\n---\n\n## Incidents\n\n${table}\n`).sections.get(
          'incidents',
        )?.rows;
        assert.deepEqual(
          rows?.flatMap((row) =>
            [row.cells.means, row.cells.priority].map((field) => spaced(field?.source.text ?? '')),
          ),
          shown.slice(2),
        );
      }),
      { numRuns: 1500 },
    );
  });

  function textOf(tokens: readonly Token[]): string {
    const parts = tokens.map(({ type, content }) => {
      if (type === 'html_inline') return /^<br/i.test(content) ? ' ' : '';
      return type === 'image' ? '' : content;
    });
    return spaced(parts.join(''));
  }

  function spaced(written: string): string {
    return written.replace(/\s+/g, ' ').trim();
  }
});

describe('the language of a document', () => {
  it('means nothing: any alias of a heading or column, any form of a word', () => {
    let words = 0;
    fc.assert(
      fc.property(text, fc.infiniteStream(fc.nat(1000)), (plain, choices) => {
        const document = governed(plain);
        const translated = rewritten(
          document,
          (field) => {
            const other = inOtherWords(field, choices);
            if (other !== undefined) words++;
            return other;
          },
          choices,
        );
        assert.deepEqual(modelOf(translated), modelOf(plain));
      }),
      { numRuns: 300 },
    );
    assert.ok(words > 1000, `${words} values were translated`);
  });

  it('is left behind where every value is written in English', () => {
    for (const plain of texts) {
      const document = governed(plain);
      const english = rewritten(document, ({ spec, value, state }) =>
        state === 'read' && !asWritten.has(spec.type.is) ? formatValue(spec.type, value) : undefined,
      );
      assert.deepEqual(modelOf(english), modelOf(plain));
    }
  });
});

describe('any bytes', () => {
  const bytes = fc.uint8Array({ maxLength: 300 });
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

  it('are read without an exception, with every place inside', () => {
    fc.assert(
      fc.property(bytes, (content) => check(decoder.decode(content))),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(text, bytes, fc.nat(), fc.nat(60), (plain, content, at, gone) => {
        const from = at % (plain.length + 1);
        check(plain.slice(0, from) + decoder.decode(content) + plain.slice(from + gone));
      }),
      { numRuns: 500 },
    );
  });

  it('may stop anywhere: a half-typed document is read as far as it goes', () => {
    fc.assert(
      fc.property(text, fc.nat(), (plain, at) => check(plain.slice(0, at % (plain.length + 1)))),
      { numRuns: 500 },
    );
  });

  function check(content: string): void {
    const { document } = reader.read('a.md', { kind: 'text', text: content, invalidUtf8: true });
    digestOf({ text: content });
    if (!document) return;
    for (const { start, end } of spansOf(document)) {
      assert.ok(start >= 0 && start <= end && end <= content.length, `${start} to ${end}`);
      for (const offset of [start, end])
        assert.ok(
          !/^[\ud800-\udbff][\udc00-\udfff]$/.test(content.slice(offset - 1, offset + 1)),
          `${offset} cuts a pair`,
        );
    }
  }
});

function governed(content: string): GovernedDocument {
  const { document } = reader.read('a.md', content);
  assert.ok(document);
  return document;
}

/** What a document means: states and values by key and column, texts of lists and prose. */
function modelOf(content: string): unknown {
  const { kind, status, title, keys, sections, problems } = governed(content);
  return {
    kind,
    status,
    title,
    keys: meaningsOf(keys),
    sections: [...sections.values()].map(({ key, rows, items, prose }) => ({
      key,
      rows: rows.map(({ cells, further }) => [
        meaningsOf(cells),
        Object.fromEntries(further.map(({ header, field }) => [header.text, meaningOf(field)])),
      ]),
      items: items.map((item) => item.text.replace(/\s+/g, ' ')),
      prose: prose.replace(/\s+/g, ' '),
    })),
    problems: problems.map(({ code, id }) => `${code} ${id}`).toSorted(),
  };
}

function meaningsOf(fields: object): unknown {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([key, field]: [string, Field | undefined]) =>
      field ? [[key, meaningOf(field)]] : [],
    ),
  );
}

function meaningOf({ state, value, problem }: Field): unknown {
  return [state, value, problem?.id];
}

function sourcesIn(document: GovernedDocument): unknown {
  return fieldsOf(document).map(({ source }) => source.text);
}

function cellsOf(document: GovernedDocument): readonly Field[] {
  return fieldsOf(document).filter(({ row }) => row);
}

/** Types whose model value is text of the engagement: nothing of it is translated. */
const asWritten: ReadonlySet<ValueType['is']> = new Set([
  'text',
  'identity',
  'who',
  'name',
  'names',
  'depends',
  'link',
  'paths',
  'sign',
  'change',
  'asPlace',
  'party',
]);

/** The document with each heading and header replaced by one of its aliases, and values as `write` has them. */
function rewritten(
  document: GovernedDocument,
  write: (field: Field) => string | undefined,
  choices?: Iterator<number>,
): string {
  const edits: { readonly span: Span; readonly text: string }[] = [];
  for (const { spec, heading, columns } of document.sections.values()) {
    edits.push({ span: heading.span, text: choices ? pick(spec.aliases, choices) : spec.title });
    for (const { key, aliases, title } of spec.columns) {
      const header = columns.get(key);
      if (header) edits.push({ span: header.span, text: choices ? pick(aliases, choices) : title });
    }
  }
  for (const field of fieldsOf(document)) {
    const { source } = field;
    if (source.map || source.items || source.text === '') continue;
    const replacement = write(field);
    if (replacement !== undefined) edits.push({ span: source.span, text: replacement });
  }
  let { text: result } = document;
  for (const { span, text: replacement } of edits.toSorted((a, b) => b.span.start - a.span.start))
    result = result.slice(0, span.start) + replacement + result.slice(span.end);
  return result;
}

type Group = keyof typeof grammar;

/** Types whose words may be put in other words one by one, and the groups of the grammar they are of. */
const wordsIn: Readonly<Partial<Record<ValueType['is'], readonly Group[]>>> = {
  duration: ['unit', 'none'],
  date: ['unit', 'anchor'],
  quantity: ['compare'],
  days: ['weekday'],
  yesNo: ['yes_no'],
};

/** The same value in other words, or undefined where its type has none. */
function inOtherWords(
  { spec: { type }, state, source: { text: written } }: Field,
  choices: Iterator<number>,
): string | undefined {
  if (state !== 'read') return undefined;
  if (type.is === 'word') {
    const word = catalogue.words[type.list].words.find(({ forms }) => forms.includes(written.toLowerCase()));
    return word && pick(word.forms, choices);
  }
  if (type.is === 'percent') return written.replace(/\.(?=\d)/, next(choices) % 2 === 0 ? ',' : '.');
  const groups = wordsIn[type.is];
  if (!groups) return undefined;
  let changed = written;
  for (const group of groups) {
    // The longest first: "working hours" holds "hours".
    const all = grammar[group].flatMap(({ forms }) => forms.map((form) => ({ form, forms })));
    const found = all
      .toSorted((a, b) => b.form.length - a.form.length)
      .find(({ form }) => wordOf(form).test(changed));
    if (found) changed = changed.replace(wordOf(found.form), pick(found.forms, choices));
  }
  return changed === written ? undefined : changed;
}

function wordOf(form: string): RegExp {
  return new RegExp(`(?<!\\p{L})${form}(?!\\p{L})`, 'iu');
}

/** A table line with other blanks between its pipes; other lines with blanks at their end. */
function aligned(line: string, blanks: () => string): string {
  if (!/^\|.*\|$/.test(line)) return /^(?:#|---$|$)/.test(line) ? line : `${line}${blanks()}`;
  const cells = cellsIn(line).map((cell) =>
    /^:?-+:?$/.test(cell) ? `:${cell.replace(/:/g, '')}${blanks().replace(/ /g, '-')}` : cell,
  );
  return `|${cells.map((cell) => `${blanks()}${cell}${blanks()}`).join('|')}|${blanks()}`;
}

/** A line of front matter with quotes around its value. */
function quoted(line: string, choice: number): string {
  if (choice > 0) return line;
  return line.replace(
    /^([a-z_]+): ([A-Za-z0-9][^"'#[\]:{}|]*)$/,
    (_, key: string, value: string) => `${key}:  "${value.trim()}"`,
  );
}

/** The cells of a table line, split at pipes without a backslash before them. */
function cellsIn(line: string): readonly string[] {
  return line
    .trim()
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());
}

/** A text whose tables are changed as cells; each has a line of dashes as its second row. */
function inTables(
  plain: string,
  change: (rows: readonly (readonly string[])[]) => readonly (readonly string[])[],
): string {
  return plain.replace(/(?:^\|.*\|$\n?)+/gm, (table) => {
    const rows = table.trimEnd().split('\n').map(cellsIn);
    const width = rows[0]?.length ?? 0;
    if (rows.some((row) => row.length !== width)) return table;
    return change(rows)
      .map((row) => `| ${row.join(' | ')} |\n`)
      .join('');
  });
}

function shuffled(count: number, choices: Iterator<number>): readonly number[] {
  const order = Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const j = next(choices) % (i + 1);
    [order[i], order[j]] = [order[j] ?? 0, order[i] ?? 0];
  }
  return order;
}

function pick(from: readonly string[], choices: Iterator<number>): string {
  return from[next(choices) % from.length] ?? '';
}

function next(choices: Iterator<number>): number {
  return Number(choices.next().value ?? 0);
}
