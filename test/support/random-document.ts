import * as fc from 'fast-check';
import { catalogue } from '../../extension/engine/model/generated/catalogue.ts';
import type { KindSpec, SectionSpec } from '../../extension/engine/model/schema.ts';

/** Something that was written and must not vanish: a text that stands nowhere else. */
export interface Written {
  readonly text: string;
  /** Where it begins in the document. */
  readonly start: number;
  /** The cell of the header above it, from pipe to pipe, where it stands in a table of pipes. */
  readonly header?: { readonly start: number; readonly end: number };
  /** The key whose value it is, or the cell that it is a part of: what is said there is said of it. */
  readonly of?: { readonly start: number; readonly end: number };
}

export interface RandomDocument {
  readonly text: string;
  readonly written: readonly Written[];
}

const kinds: readonly KindSpec[] = Object.values(catalogue.kinds);
const sections: readonly SectionSpec[] = Object.values(catalogue.sections);
const forms = [
  'plain',
  'plain',
  'plain',
  'plain',
  'noDashes',
  'fewDashes',
  'bare',
  'list',
  'deepList',
  'quote',
  'fence',
  'indented',
  'html',
  'tabs',
  'comment',
  'wide',
] as const;
const lines = [
  'none',
  'none',
  'none',
  'blank',
  'text',
  'heading',
  'noPipe',
  'surplus',
  'oddSpace',
  'short',
] as const;

type Form = (typeof forms)[number];

interface TablePlan {
  readonly is: 'table';
  /** Which section, counted from those of the kind; undefined: no known column at all. */
  readonly section: number | undefined;
  readonly own: boolean;
  readonly under: 'known' | 'free' | 'nothing' | 'deeper' | 'other' | 'strong';
  readonly swedish: boolean;
  readonly columns: readonly number[];
  readonly free: readonly ('token' | 'empty' | 'twice')[];
  readonly rows: readonly (readonly ('token' | 'example' | 'empty' | 'dash' | 'marks' | 'brackets')[])[];
  readonly form: Form;
  readonly broken: (typeof lines)[number];
}

type Plan =
  | TablePlan
  | { readonly is: 'heading'; readonly level: number; readonly known: number | undefined }
  | { readonly is: 'text'; readonly what: (typeof texts)[number] };

const texts = [
  'paragraph',
  'pipes',
  'list',
  'nested',
  'loose',
  'numbers',
  'quote',
  'fence',
  'html',
  'rule',
  'row',
  'conflict',
  'link',
  'task',
] as const;

const cell = fc.constantFrom(
  'token',
  'token',
  'token',
  'example',
  'empty',
  'dash',
  'marks',
  'brackets' as const,
);
const table: fc.Arbitrary<TablePlan> = fc.record({
  is: fc.constant('table' as const),
  section: fc.option(fc.nat(1000), { nil: undefined, freq: 5 }),
  own: fc.boolean(),
  under: fc.constantFrom('known', 'known', 'known', 'known', 'free', 'nothing', 'deeper', 'other', 'strong'),
  swedish: fc.boolean(),
  columns: fc.array(fc.nat(30), { maxLength: 6 }),
  free: fc.array(fc.constantFrom('token', 'token', 'empty', 'twice'), { maxLength: 2 }),
  rows: fc.array(fc.array(cell, { minLength: 1, maxLength: 8 }), { maxLength: 4 }),
  form: fc.constantFrom(...forms),
  broken: fc.constantFrom(...lines),
});
const plan: fc.Arbitrary<Plan> = fc.oneof(
  { arbitrary: table, weight: 5 },
  {
    arbitrary: fc.record({
      is: fc.constant('heading' as const),
      level: fc.integer({ min: 1, max: 5 }),
      known: fc.option(fc.nat(1000), { nil: undefined }),
    }),
    weight: 2,
  },
  {
    arbitrary: fc.record({ is: fc.constant('text' as const), what: fc.constantFrom(...texts) }),
    weight: 4,
  },
);
const entry = fc.record({
  key: fc.oneof(fc.nat(100), fc.constantFrom('free', 'cased', 'twice', 'list', 'map', 'block' as const)),
  value: fc.constantFrom('token', 'token', 'example', 'quoted', 'empty'),
});

/** Documents of each kind with what is known and what is not, whole and broken. */
export const randomDocument: fc.Arbitrary<RandomDocument> = fc
  .record({
    kind: fc.nat(kinds.length - 1),
    entries: fc.array(entry, { maxLength: 5 }),
    title: fc.boolean(),
    blocks: fc.array(plan, { maxLength: 6 }),
    end: fc.constantFrom('\n', '\n', '\r\n', '\r'),
    mark: fc.constantFrom('', '', '', '\ufeff', '\n', ' '),
    odd: fc.constantFrom('', '', '\u00a0', '\u200b', '\0', '\ufffd', '\ud800', 'e\u0301'),
    active: fc.boolean(),
  })
  .map((drawn) => {
    const page = new Page(drawn.end, drawn.odd);
    page.add(drawn.mark);
    writeFrontMatter(page, kinds[drawn.kind]!, drawn.entries, drawn.active);
    if (drawn.title) page.heading('#');
    page.line();
    for (const block of drawn.blocks) {
      writeBlock(page, kinds[drawn.kind]!, block);
      page.line();
    }
    return { text: page.text, written: page.written };
  });

/** A text that grows, and what of it must not vanish. */
class Page {
  text = '';
  readonly written: Written[] = [];
  readonly #end: string;
  readonly odd: string;
  #count = 0;

  constructor(end: string, odd: string) {
    this.#end = end;
    this.odd = odd;
  }

  /** A text that stands nowhere else; it is noted where it is added. */
  token(): string {
    return `tok${++this.#count}x`;
  }

  add(text: string): void {
    const from = this.text.length;
    for (const { 0: found, index } of text.matchAll(/tok\d+x/g))
      this.written.push({ text: found, start: from + index });
    this.text += text;
  }

  line(...parts: readonly string[]): void {
    this.add(parts.join(''));
    this.add(this.#end);
  }

  /** A key of front matter with its value, which may take several lines. */
  entry(key: string, ...lines: readonly string[]): void {
    const start = this.text.length;
    this.add(key);
    const end = this.text.length;
    const before = this.written.length;
    this.add(':');
    for (const line of lines) this.line(line);
    for (let at = before; at < this.written.length; at++)
      this.written[at] = { ...this.written[at]!, of: { start, end } };
  }

  /** A heading of somebody's own, which is neither a cell nor a key. */
  heading(marks: string): void {
    this.text += `${marks} head${++this.#count}x${this.#end}`;
  }

  /** A row between pipes; the cells from pipe to pipe. */
  row(prefix: string, cells: readonly string[], outer: boolean, headers?: readonly Cell[]): readonly Cell[] {
    this.add(prefix);
    const placed: Cell[] = [];
    if (outer) this.add('|');
    cells.forEach((text, i) => {
      const start = this.text.length;
      const before = this.written.length;
      this.add(` ${text} `);
      placed.push({ start, end: this.text.length });
      const header = headers?.[i];
      const of = { start, end: this.text.length };
      for (let at = before; at < this.written.length; at++)
        this.written[at] = { ...this.written[at]!, of, ...(header && { header }) };
      if (outer || i + 1 < cells.length) this.add('|');
    });
    this.line();
    return placed;
  }
}

interface Cell {
  readonly start: number;
  readonly end: number;
}

function writeFrontMatter(
  page: Page,
  kind: KindSpec,
  entries: readonly { readonly key: number | string; readonly value: string }[],
  active: boolean,
): void {
  page.line('---');
  page.line('kind: ', kind.key);
  if (active) page.line('status: active');
  const used = new Set(['kind', 'status']);
  for (const { key, value } of entries) {
    const spec = kind.keys[typeof key === 'number' ? key % kind.keys.length : 0]!;
    const written =
      value === 'token'
        ? page.token()
        : value === 'quoted'
          ? `"${page.token()}"`
          : value === 'example'
            ? spec.example
            : '';
    if (key === 'list') page.entry(page.token(), ` [${page.token()}, ${page.token()}]`);
    else if (key === 'map') page.entry(page.token(), ` {a: ${page.token()}}`);
    else if (key === 'block') page.entry(page.token(), ' |', `  ${page.token()}`);
    else if (key === 'free') page.entry(page.token(), ` ${written}`);
    else if (key === 'cased') page.entry(`X${page.token()}`, ` ${written}`);
    else if (key === 'twice' || !used.has(spec.key)) {
      used.add(spec.key);
      page.entry(spec.key, ` ${written}`);
    }
  }
  page.line('---');
}

function sectionOf(kind: KindSpec, { section, own }: TablePlan): SectionSpec | undefined {
  if (section === undefined) return undefined;
  const of = own ? kind.sections.map((key) => catalogue.sections[key]) : sections;
  return of[section % Math.max(of.length, 1)];
}

function writeBlock(page: Page, kind: KindSpec, block: Plan): void {
  if (block.is === 'heading') {
    const known = block.known === undefined ? undefined : sections[block.known % sections.length];
    if (known) page.line('#'.repeat(block.level), ' ', known.title);
    else page.heading('#'.repeat(block.level));
  } else if (block.is === 'table') writeTable(page, kind, block);
  else writeText(page, block.what);
}

function writeTable(page: Page, kind: KindSpec, plan: TablePlan): void {
  const spec = sectionOf(kind, plan);
  const title = spec ? (plan.swedish ? spec.titleSv : spec.title) : 'Of our own';
  const other = sections[(plan.section ?? 7) % sections.length]!;
  if (plan.under === 'known') page.line('## ', title);
  else if (plan.under === 'deeper') page.line('#### ', title);
  else if (plan.under === 'free') page.heading('##');
  else if (plan.under === 'other') page.line('## ', other.title);
  else if (plan.under === 'strong') page.line(`**${title}**`);
  if (plan.under !== 'nothing') page.line();
  const columns = (spec?.columns ?? []).filter(
    ({ required }, i) => (required && plan.form === 'plain') || plan.columns.some((one) => one % 30 === i),
  );
  const headers = columns.map((column) => (plan.swedish ? column.titleSv : column.title));
  for (const free of plan.free)
    headers.push(free === 'token' ? page.token() : free === 'empty' ? '' : (headers[0] ?? page.token()));
  if (headers.length === 0) headers.push(page.token());
  const rows = plan.rows.map((row) =>
    headers.map((_, i) => {
      const cell = row[i % row.length]!;
      const odd = page.odd;
      switch (cell) {
        case 'token':
          return `${page.token()}${odd}`;
        case 'example':
          return columns[i]?.example.replaceAll('|', '') ?? page.token();
        case 'empty':
          return '';
        case 'dash':
          return '-';
        case 'marks':
          return `**${page.token()}** \\| \`${page.token()}\``;
        case 'brackets':
          return `${page.token()} (${page.token()})`;
      }
    }),
  );
  writeRows(page, headers, rows, plan);
}

const prefixes: Partial<Record<Form, string>> = {
  list: '- ',
  deepList: '- a',
  quote: '> ',
  indented: '    ',
};

function writeRows(
  page: Page,
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  { form: drawn, broken }: TablePlan,
): void {
  // A single column without pipes would be a text, or a heading over the dashes.
  const form = headers.length < 2 && (drawn === 'bare' || drawn === 'tabs') ? 'plain' : drawn;
  // Without outer pipes an empty cell at an end is none.
  if (form === 'bare')
    return writePipes(
      page,
      headers.map(filled),
      rows.map((row) => row.map(filled)),
      form,
      broken,
    );
  if (form === 'html') {
    page.line('<table>');
    page.line('<tr>', ...headers.map((text) => `<th>${text}</th>`), '</tr>');
    for (const row of rows) page.line('<tr>', ...row.map((text) => `<td>${text}</td>`), '</tr>');
    page.line('</table>');
    return;
  }
  if (form === 'tabs') {
    for (const row of [headers, ...rows]) page.line(row.join('\t'));
    return;
  }
  writePipes(page, headers, rows, form, broken);
}

function filled(text: string): string {
  return text === '' ? '0' : text;
}

function writePipes(
  page: Page,
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  form: Form,
  broken: TablePlan['broken'],
): void {
  if (form === 'fence') page.line('```text');
  if (form === 'comment') page.line('<!--');
  if (form === 'deepList') page.line('- above');
  const first = form === 'deepList' ? '  - ' : (prefixes[form] ?? '');
  const next = form === 'deepList' ? '    ' : form === 'list' ? '  ' : first;
  const outer = form !== 'bare';
  const placed = page.row(first, headers, outer);
  if (form !== 'noDashes')
    page.row(
      next,
      headers.slice(form === 'fewDashes' ? 1 : 0).map(() => '---'),
      outer,
    );
  rows.forEach((row, i) => {
    const isBroken = i === Math.min(1, rows.length - 1);
    if (isBroken && broken === 'blank') page.line();
    if (isBroken && broken === 'text') page.line(page.token());
    if (isBroken && broken === 'heading') page.heading('###');
    if (isBroken && broken === 'noPipe') page.line(page.token(), ' and more');
    const cells =
      isBroken && broken === 'surplus'
        ? [...row, page.token()]
        : isBroken && broken === 'short'
          ? row.slice(0, 1)
          : row;
    page.row(isBroken && broken === 'oddSpace' ? `\u00a0${next}` : next, cells, outer, placed);
  });
  if (form === 'fence') page.line('```');
  if (form === 'comment') page.line('-->');
}

function writeText(page: Page, what: (typeof texts)[number]): void {
  const token = (): string => page.token();
  const written: Readonly<Record<(typeof texts)[number], () => readonly string[]>> = {
    paragraph: () => [`A text ${token()}`, `with ${token()}.`],
    pipes: () => [`a | ${token()} | b`, `${token()} | c`],
    list: () => [`- ${token()}`, '- [ask anna]', '- TBD'],
    nested: () => [`- ${token()}`, `  - ${token()}`, `    - ${token()}`],
    loose: () => [`- ${token()}`, '', `  ${token()}`, '', `  > ${token()}`],
    numbers: () => [`1. ${token()}`, `2. **${token()}**`],
    quote: () => [`> ${token()}`, `> | ${token()} |`],
    fence: () => ['~~~', `| ${token()} |`, '~~~'],
    html: () => [`<div>${token()}</div>`],
    rule: () => ['***'],
    row: () => [`| ${token()} | ${token()} |`],
    conflict: () => ['<<<<<<< a', `| ${token()} |`, '=======', `| ${token()} |`, '>>>>>>> b'],
    link: () => [`[${token()}](a.md)`],
    task: () => [`- [ ] ${token()}`, `* [x] ${token()}`],
  };
  for (const line of written[what]()) page.line(line);
}
