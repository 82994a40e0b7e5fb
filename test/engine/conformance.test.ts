import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkOnce, createEngine, type EngagementInfo } from '../../extension/engine/index.ts';
import type {
  Field,
  GovernedDocument,
  ReadingProblem,
  Row,
  Source,
} from '../../extension/engine/model/document.ts';
import { catalogue } from '../../extension/engine/model/generated/catalogue.ts';
import type { FieldSpec, ValueType } from '../../extension/engine/model/schema.ts';
import { lineStarts, rangeOf } from '../../extension/engine/model/text.ts';
import type { Range as ModelRange, Span } from '../../extension/engine/model/text.ts';
import { canonicalContent, digestOf } from '../../extension/engine/parse/canonical.ts';
import { createDocumentReader, type ReadDocument } from '../../extension/engine/parse/read-document.ts';
import { exportJson } from '../../extension/engine/report/export.ts';
import { createValueReader } from '../../extension/engine/values/read-value.ts';
import { liveStates } from '../support/live-states.ts';
import { memoryWorkspace } from '../support/memory-workspace.ts';

/** Line and character of the start and the end, from 0, in UTF-16 units. */
type Range = readonly [number, number, number, number];
type Files = Readonly<Record<string, string>>;

interface Case<I, E> {
  readonly name: string;
  /** What the case holds an implementation to. */
  readonly purpose: string;
  readonly input: I;
  readonly expected: E;
  /** Why this implementation does not do it yet. */
  readonly pending?: string;
}

/** A cell, a value or an item; a string stands for its text alone. What is left out is not compared. */
type ExpectedText =
  | string
  | {
      readonly text?: string;
      readonly range?: Range;
      readonly state?: Field['state'];
      readonly value?: unknown;
      readonly items?: readonly ExpectedText[];
      readonly links?: readonly { readonly text: string; readonly target: string; readonly range?: Range }[];
      readonly codes?: readonly ExpectedText[];
    };

interface ExpectedSection {
  readonly heading?: Range;
  readonly rows?: readonly Readonly<Record<string, ExpectedText>>[];
  readonly further?: readonly Readonly<Record<string, ExpectedText>>[];
  readonly items?: readonly ExpectedText[];
  /** Names of groups and totals among the rows. */
  readonly lines?: readonly string[];
  readonly prose?: string;
}

/** What is left out is not compared, except problems: none are expected where none are named. */
interface ExpectedDocument {
  readonly governed?: boolean;
  readonly kind?: string;
  readonly status?: string;
  readonly title?: ExpectedText;
  readonly keys?: Readonly<Record<string, ExpectedText>>;
  readonly sections?: Readonly<Record<string, ExpectedSection>>;
  readonly headings?: readonly {
    readonly text: string;
    readonly level: number;
    readonly anchor: string;
    readonly range?: Range;
  }[];
  readonly problems?: readonly { readonly code: string; readonly range?: Range }[];
}

interface ExpectedReferences {
  readonly is?: 'person' | 'team' | 'subcontractor' | 'party' | 'row' | 'unknown';
  readonly text: string;
  readonly range?: Range;
  readonly side?: string;
  readonly section?: string;
  readonly row?: number;
}

interface ReferenceCase {
  readonly files: Files;
  /** The value whose names are asked for. */
  readonly of: {
    readonly path: string;
    readonly key?: string;
    readonly section?: string;
    readonly row?: number;
    readonly column?: string;
  };
}

interface ExpectedNames {
  readonly names?: readonly ExpectedReferences[];
  readonly needs?: readonly { readonly needed: number; readonly of: readonly ExpectedReferences[] }[];
  readonly findings?: readonly { readonly code: string; readonly path: string; readonly range?: Range }[];
}

const folder = join(import.meta.dirname, '../conformance');
const reader = createDocumentReader({ catalogue, values: createValueReader(catalogue) });
const readingSuites = ['front-matter', 'tables', 'columns', 'headings-and-sections', 'cells', 'lists'];

for (const name of readingSuites) {
  suite<string, ExpectedDocument>(name, (input, expected) =>
    compareDocument(reader.read('a.md', input), input, expected),
  );
}

suite<ReferenceCase, ExpectedNames>('references', async ({ files, of }, expected) => {
  const { engine, info } = await onlyEngagement(files);
  const document = info.documents.find(({ path }) => path === of.path);
  assert.ok(document, `no document ${of.path}`);
  const field = fieldAt(document, of);
  const [{ view } = assert.fail('no engagement')] = (await liveStates(new Map(Object.entries(files)))).map(
    (state) => state.evaluate(),
  );
  if (expected.needs) {
    const needs = view
      .dependencies(field)
      .map((one) => ({ needed: one.needed, of: one.of.map((name) => shown(document, name)) }));
    assert.deepEqual(needs, expected.needs);
  }
  if (expected.names) {
    const { is } = field.spec.type;
    const names = is === 'who' || is === 'party' ? view.who(field) : view.named(field);
    assert.deepEqual(
      names.map((name) => shown(document, name)),
      expected.names,
    );
  }
  const references = new Set(['DOC002', 'DOC003', 'DOC019']);
  const findings = engine.check().findings.filter(({ code }) => references.has(code));
  assert.deepEqual(
    findings.map(({ code, path, range }) => ({ code, path, range: placeOf(range) })),
    expected.findings ?? [],
  );
});

suite<
  string | readonly string[],
  { readonly canonical?: readonly string[]; readonly digest?: string; readonly equal?: boolean }
>('digest', (input, expected) => {
  const texts = typeof input === 'string' ? [input] : input;
  for (const text of texts) {
    if (expected.canonical) assert.deepEqual(canonicalContent(text).split('\n'), [...expected.canonical, '']);
    if (expected.digest !== undefined) assert.equal(digestOf({ text }), expected.digest);
  }
  if (expected.equal !== undefined) {
    const digests = texts.map((text) => digestOf({ text }));
    assert.equal(new Set(digests).size, expected.equal ? 1 : texts.length, digests.join(' '));
  }
});

suite<readonly string[], unknown>('documents', async (input, expected) => {
  for (const text of input) {
    const files: Files = /^kind: engagement$/m.test(text)
      ? { 'engagement.md': text }
      : { 'engagement.md': '---\nkind: engagement\n---\n', 'document.md': text };
    const { engine, info } = await onlyEngagement(files);
    const path = Object.keys(files).at(-1);
    const { engagements } = JSON.parse(exportJson(engine.assembled([info.folder]))) as {
      engagements: { documents: { path?: string }[] }[];
    };
    const found = engagements[0]?.documents.find((one) => one.path === path);
    delete found?.path;
    assert.deepEqual(found, expected);
  }
});

suite<
  Files,
  {
    readonly engagements: readonly {
      readonly folder: string;
      readonly governed: readonly string[];
      readonly model: readonly string[];
    }[];
  }
>('engagements', async (input, expected) => {
  const states = await liveStates(new Map(Object.entries(input)));
  assert.deepEqual(
    states.map((state) => ({
      folder: state.folder,
      governed: state.documents().map(({ path }) => path),
      model: state.evaluate().view.documents.map(({ path }) => path),
    })),
    expected.engagements,
  );
});

suite<Files, Pick<ExpectedNames, 'findings'>>('links', async (input, expected) => {
  const workspace = memoryWorkspace(new Map(Object.entries(input)));
  const engine = createEngine({ workspace, profiles: ['full'] });
  await engine.load();
  const codes = new Set(['DOC003', 'DOC018', 'PRC002', 'REC021', 'SGN001']);
  assert.deepEqual(
    engine
      .check()
      .findings.filter(({ code }) => codes.has(code))
      .map(({ code, path, range }) => ({ code, path, range: placeOf(range) })),
    expected.findings ?? [],
  );
});
interface ExpectedLosses {
  readonly documents: readonly {
    readonly path: string;
    readonly range: Range;
    readonly count: number;
    readonly near?: string;
  }[];
  readonly entries?: readonly { readonly text: string; readonly range: Range }[];
}

suite<{ readonly files: Files; readonly paths?: readonly string[] }, ExpectedLosses>(
  'missing-engagements',
  async ({ files, paths }, expected) => {
    const workspace = memoryWorkspace(new Map(Object.entries(files)));
    const { findings } = await checkOnce({ workspace }, paths);
    const said = findings.filter(({ code }) => code === 'DOC027');
    const entries = said.filter(({ messageId }) => messageId === 'named');
    assert.deepEqual(
      said
        .filter((one) => !entries.includes(one))
        .map(({ path, range, data, related }) => ({
          path,
          range: placeOf(range),
          count: Number(data['count']),
          ...(related[0] && { near: related[0].path }),
        })),
      expected.documents,
    );
    assert.deepEqual(
      entries.map(({ range, data }) => ({ text: data['folder'], range: placeOf(range) })),
      expected.entries ?? [],
    );
  },
);

describe('the conformance suite', () => {
  /** Files of others, which have rules and a test of their own: owners-conformance.test.ts. */
  const ofOwners = ['codeowners-github.json', 'codeowners-gitlab.json', 'owners-kubernetes.json'];
  const files = readdirSync(folder).filter((file) => file.endsWith('.json') && !ofOwners.includes(file));

  it('has at least 300 cases, at least 150 of them on more than single values', () => {
    const counts = files.map((file): [string, number] => [file, casesIn(file).length]);
    const sum = (of: readonly (readonly [string, number])[]): number =>
      of.reduce((total, [, count]) => total + count, 0);
    assert.ok(sum(counts) >= 300);
    assert.ok(sum(counts.filter(([file]) => file !== 'values.json')) >= 150);
  });

  it('has every file run', () => {
    const run = [
      ...readingSuites,
      'references',
      'links',
      'digest',
      'documents',
      'engagements',
      'missing-engagements',
    ];
    // Single values are run beside the value grammar's own tests, and what is free in a file of its own.
    assert.deepEqual(files.toSorted(), [...run, 'values', 'free'].map((name) => `${name}.json`).toSorted());
  });

  it('names each case of a file once, with its purpose', () => {
    for (const file of files.filter((one) => one !== 'values.json')) {
      const cases = casesIn(file);
      const names = cases.map(({ name }) => name);
      assert.deepEqual(
        names.filter((name, i) => names.indexOf(name) !== i),
        [],
        file,
      );
      for (const { name, purpose } of cases) assert.ok(purpose.length > 10, `${file}: ${name}`);
    }
  });
});

describe('the page of the format', () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/format.md'), 'utf8');
  const table = page.split('<!-- types:begin -->')[1]?.split('<!-- types:end -->')[0] ?? '';
  const rows = [...table.matchAll(/^\| `(\w+)` \|(.*)\|(.*)\|.*\|$/gm)];

  it('names every type of the catalogue', () => {
    const fields = [...Object.values(catalogue.kinds).flatMap(({ keys }) => keys), ...columnsOfAll()];
    const used = new Set(fields.map(({ type }) => type.is));
    assert.deepEqual(rows.map(([, is = '']) => is).toSorted(), [...used].toSorted());
  });

  it('shows forms that read', () => {
    const values = createValueReader(catalogue);
    for (const [, is = '', english = '', swedish = ''] of rows) {
      const types = isOfList(is) ? listTypesOf(is) : [{ is } as ValueType];
      for (const [, form = ''] of `${english} ${swedish}`.matchAll(/`([^`]+)`/g)) {
        const span = { start: 0, end: form.length };
        const fails = types.every((type) => values.read(type, { text: form, span }).problem);
        assert.ok(!fails, `${is}: ${form}`);
      }
    }
  });

  it('shows the canonical content that is computed', () => {
    const [, text = '', lines = ''] =
      /```markdown\n((?:(?!```)[^])*)```\n\n```text\n("outrigger 1"\n(?:(?!```)[^])*)```/.exec(page) ?? [];
    assert.equal(canonicalContent(text), lines);
  });

  function isOfList(is: string): boolean {
    return is === 'word' || is === 'words' || is === 'wordDetail';
  }

  /** The types of that name, one for each list that some field has. */
  function listTypesOf(is: string): readonly ValueType[] {
    const fields = [...Object.values(catalogue.kinds).flatMap(({ keys }) => keys), ...columnsOfAll()];
    return fields.map(({ type }) => type).filter((type) => type.is === is);
  }

  function columnsOfAll(): readonly FieldSpec[] {
    return Object.values(catalogue.sections).flatMap(({ columns, further }) =>
      further && columns[0] ? [...columns, { ...columns[0], type: further.type }] : columns,
    );
  }
});

function suite<I, E>(name: string, run: (input: I, expected: E) => void | Promise<void>): void {
  describe(`conformance: ${name}`, () => {
    for (const { name: title, input, expected, pending } of casesIn(`${name}.json`) as readonly Case<
      I,
      E
    >[]) {
      if (pending === undefined) it(title, () => run(input, expected));
      else
        it(`${title} (pending: ${pending})`, async function () {
          // A case that passes is no longer pending.
          const failure = await Promise.resolve()
            .then(() => run(input, expected))
            .then(
              () => undefined,
              (error: unknown) => error,
            );
          assert.ok(failure, 'passes now: remove "pending"');
          this.skip();
        });
    }
  });
}

function casesIn(file: string): readonly Case<unknown, unknown>[] {
  return JSON.parse(readFileSync(join(folder, file), 'utf8')) as Case<unknown, unknown>[];
}

function compareDocument(read: ReadDocument, text: string, expected: ExpectedDocument): void {
  const { document } = read;
  const { governed, problems: wanted = [], ...parts } = expected;
  if (governed !== undefined) assert.equal(document !== undefined, governed, 'governed');
  if (Object.keys(parts).length > 0) assert.ok(document, 'governed');
  const starts = lineStarts(text);
  const at = (span: Span): Range => placeOf(rangeOf(starts, span));
  if (document) compareParts(document, at, parts);
  const problems: readonly ReadingProblem[] = document?.problems ?? ('problems' in read ? read.problems : []);
  assert.deepEqual(
    problems.map(({ code, span }, i) => (wanted[i]?.range ? { code, range: at(span) } : { code })),
    wanted,
    JSON.stringify(problems.map(({ id, span }) => [id, text.slice(span.start, span.end)])),
  );
}

function compareParts(
  document: GovernedDocument,
  at: (span: Span) => Range,
  expected: ExpectedDocument,
): void {
  if (expected.kind !== undefined) assert.equal(document.kind, expected.kind);
  if (expected.status !== undefined) assert.equal(document.status, expected.status);
  if (expected.title !== undefined)
    compareText({ text: document.title, span: document.titleSpan }, expected.title, at);
  if (expected.keys) compareFields(document.keys, expected.keys, at);
  if (expected.headings) {
    const headings = document.headings.map(({ text, level, slug, span }) => ({
      text,
      level,
      anchor: slug,
      range: at(span),
    }));
    assert.deepEqual(
      headings.map(({ range, ...rest }, i) => (expected.headings?.[i]?.range ? { ...rest, range } : rest)),
      expected.headings,
    );
  }
  if (!expected.sections) return;
  assert.deepEqual([...document.sections.keys()].toSorted(), Object.keys(expected.sections).toSorted());
  for (const section of document.sections.values()) {
    const wanted: ExpectedSection | undefined = expected.sections[section.key];
    if (!wanted) continue;
    if (wanted.heading) assert.deepEqual(at(section.heading.span), wanted.heading);
    if (wanted.rows) {
      assert.equal(section.rows.length, wanted.rows.length, `rows of ${section.key}`);
      wanted.rows.forEach((row, i) => compareFields(cellsOf(section.rows[i]), row, at));
    }
    if (wanted.lines) {
      assert.deepEqual(
        section.lines.map(({ text }) => reduced(text)),
        wanted.lines,
      );
    }
    wanted.further?.forEach((row, i) => compareFields(furtherOf(section.rows[i]), row, at));
    if (wanted.items) {
      assert.equal(section.items.length, wanted.items.length, `items of ${section.key}`);
      wanted.items.forEach((item, i) => {
        const found = section.items[i];
        if (found) compareText(found, item, at);
      });
    }
    if (wanted.prose !== undefined) assert.equal(reduced(section.prose), wanted.prose);
  }
}

/** The cells of a row by column, with the number that it has beside its name. */
function cellsOf(row: Row | undefined): Readonly<Record<string, Field | undefined>> {
  return { ...(row?.id && { id: row.id }), ...row?.cells };
}

function furtherOf(row: Row | undefined): Readonly<Record<string, Field>> {
  return Object.fromEntries(row?.further.map(({ header, field }) => [header.text, field]) ?? []);
}

function compareFields(
  found: object,
  expected: Readonly<Record<string, ExpectedText>>,
  at: (span: Span) => Range,
): void {
  const fields = Object.entries(found).filter((entry): entry is [string, Field] => entry[1] !== undefined);
  assert.deepEqual(fields.map(([name]) => name).toSorted(), Object.keys(expected).toSorted());
  for (const [name, field] of fields) {
    const wanted = expected[name];
    if (wanted === undefined) continue;
    compareText(field.source, wanted, at);
    const { state, value } = typeof wanted === 'string' ? {} : wanted;
    if (state !== undefined) assert.equal(field.state, state, name);
    else if (field.source.text !== '') assert.equal(field.state, 'read', `${name}: ${field.source.text}`);
    if (value !== undefined) assert.deepEqual(field.value, value);
  }
}

function compareText(found: Source, expected: ExpectedText, at: (span: Span) => Range): void {
  if (typeof expected === 'string') {
    assert.equal(reduced(found.text), expected);
    return;
  }
  if (expected.text !== undefined) assert.equal(reduced(found.text), expected.text);
  if (expected.range) assert.deepEqual(at(found.span), expected.range);
  if (expected.items) {
    assert.equal(found.items?.length, expected.items.length);
    expected.items.forEach((item, i) => found.items?.[i] && compareText(found.items[i], item, at));
  }
  if (expected.links) {
    const links = (found.links ?? []).filter(({ image }) => !image);
    assert.deepEqual(
      links.map(({ text, target, targetSpan }, i) =>
        expected.links?.[i]?.range ? { text, target, range: at(targetSpan) } : { text, target },
      ),
      expected.links,
    );
  }
  if (expected.codes) {
    assert.equal(found.codes?.length ?? 0, expected.codes.length);
    expected.codes.forEach((code, i) => found.codes?.[i] && compareText(found.codes[i], code, at));
  }
}

/** White space of a text is reduced before anything is compared with it. */
function reduced(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

async function engineOver(files: Files): Promise<ReturnType<typeof createEngine>> {
  const engine = createEngine({ workspace: memoryWorkspace(new Map(Object.entries(files))) });
  await engine.load();
  return engine;
}

async function onlyEngagement(
  files: Files,
): Promise<{ readonly engine: ReturnType<typeof createEngine>; readonly info: EngagementInfo }> {
  const engine = await engineOver(files);
  const [info, ...others] = engine.engagements();
  assert.ok(info && others.length === 0, 'one engagement');
  return { engine, info };
}

function fieldAt(document: GovernedDocument, { key, section, row = 0, column }: ReferenceCase['of']): Field {
  const cells =
    section === undefined
      ? undefined
      : [...document.sections.values()].find((one) => one.key === section)?.rows[row]?.cells;
  const fields = (key === undefined ? cells : document.keys) as
    | Readonly<Record<string, Field | undefined>>
    | undefined;
  const field = fields?.[key ?? column ?? ''];
  assert.ok(field, `no value ${key ?? column}`);
  return field;
}

interface Reference {
  readonly text: string;
  readonly span: Span;
  readonly target: object | undefined;
}

/** A reference as the suite states it. */
function shown(document: GovernedDocument, { text, span, target }: Reference): ExpectedReferences {
  const place = { text, range: placeOf(rangeOf(document.lineStarts, span)) };
  if (!target) return { ...place, is: 'unknown' };
  if ('is' in target) {
    const { is, side } = target as { is: NonNullable<ExpectedReferences['is']>; side: string | undefined };
    return side === undefined ? { ...place, is } : { ...place, is, side };
  }
  const { section, index } = target as Row;
  return { ...place, is: 'row', section: section.key, row: index };
}

function placeOf({ start, end }: ModelRange): Range {
  return [start.line, start.character, end.line, end.character];
}
