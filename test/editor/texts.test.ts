import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createLocaliser } from '../../extension/language/localiser.ts';
import {
  checkRules,
  createEngine,
  dueRules,
  factDefinitions,
  templatesOf,
  type Engine,
} from '../../extension/engine/index.ts';
import { valueInWords } from '../../extension/engine/features/value-in-words.ts';
import { problemOfSetting, problemOfValue } from '../../extension/engine/features/read-setting.ts';
import { catalogue } from '../../extension/engine/model/generated/catalogue.ts';
import type { FieldSpec } from '../../extension/engine/model/schema.ts';
import { configMessages } from '../../extension/engine/parse/config-problems.ts';
import { failure } from '../../extension/engine/rules/render.ts';
import { listInWords } from '../../extension/engine/values/in-words.ts';
import { inEnglish, joined, say, words } from '../../extension/engine/values/say.ts';
import { factValue } from '../../extension/engine/report/fact-value.ts';
import { createValueReader } from '../../extension/engine/values/read-value.ts';
import { renderBundle } from '../../scripts/generate/bundle.ts';
import { readSchemas } from '../../scripts/generate/read-schemas.ts';
import { textProblems } from '../../scripts/texts.ts';
import { toDo, type Texts } from '../../scripts/to-do.ts';
import { exampleFiles } from '../support/example-files.ts';
import { liveStates } from '../support/live-states.ts';
import { memoryWorkspace } from '../support/memory-workspace.ts';
import { readFixture } from '../support/read-fixture.ts';
import { numberNames, unequalToOne } from '../support/number-words.ts';
import { saidTemplates } from '../support/translated-texts.ts';

const root = path.resolve(import.meta.dirname, '../..');
const swedish = {
  messages: json<Texts>('extension/language/texts/sv/messages.json'),
  fields: json<Texts>('extension/language/texts/sv/fields.json'),
  facts: json<Texts>('extension/language/texts/sv/facts.json'),
  said: json<Texts>('extension/language/texts/sv/said.json'),
  phrases: json<Readonly<Record<string, Texts>>>('extension/language/texts/sv/phrases.json'),
};
const bundle = json<Texts>('l10n/bundle.l10n.sv.json');
const sv = createLocaliser(bundle);
const en = createLocaliser(undefined);

function json<T>(file: string): T {
  return JSON.parse(readFileSync(path.join(root, file), 'utf8')) as T;
}

function fields(): readonly FieldSpec[] {
  return [
    ...Object.values(catalogue.kinds).flatMap(({ keys }) => keys),
    ...Object.values(catalogue.sections).flatMap(({ columns }) => columns),
  ];
}

function assertKeys(texts: Texts, expected: readonly string[]): void {
  assert.deepEqual(Object.keys(texts).toSorted(), [...new Set(expected)].toSorted());
  for (const [english, text] of Object.entries(texts)) assert.notEqual(text.trim(), '', english);
}

/**
 * `{{name}}`, in order; of those between quotes with the quotes, so that what is verbatim stays so. A word that agrees
 * with a number agrees with one that is filled in.
 */
function placeholders(text: string): readonly string[] {
  for (const [, name = ''] of text.matchAll(/\{\{(\w+)\|[^{}|]*\|[^{}|]*\}\}/g))
    assert.ok(text.includes(`{{${name}}}`), text);
  return [...text.matchAll(/\{\{(\w+)\}\}/g)]
    .map(({ 0: whole, index }) => (text.slice(0, index).split('"').length % 2 === 0 ? `"${whole}"` : whole))
    .toSorted();
}

describe('the Swedish texts', () => {
  it('are there for every message, question, due item, field and fact, for no other, and written', () => {
    assert.deepEqual(textProblems(), []);
  });

  it('are asked for by file, key and command where one is missing, left over or still to be written', () => {
    const [first = '', second = '', ...others] = Object.keys(swedish.messages);
    const messages = {
      ...Object.fromEntries(others.map((key) => [key, swedish.messages[key]!])),
      [second]: `${toDo}${second}`,
      'Nobody says this.': 'Det säger ingen.',
    };
    const file = 'extension/language/texts/sv/messages.json';
    const read = (name: string): Texts =>
      name === 'sv/messages.json' ? messages : json<Texts>(`extension/language/texts/${name}`);
    assert.deepEqual(textProblems(read), [
      `${file}: add the Swedish of "${first}", then npm run generate.`,
      `${file}: remove "Nobody says this.", which nothing says any more, then npm run generate.`,
      `${file}: say "${second}" in Swedish, then npm run generate.`,
    ]);
  });

  it('fill in what the English ones do, between quotes where they do', () => {
    for (const [english, text] of Object.entries({ ...swedish.messages, ...swedish.said }))
      assert.deepEqual(placeholders(text), placeholders(english), english);
    for (const phrases of Object.values(swedish.phrases))
      for (const [english, text] of Object.entries(phrases))
        assert.deepEqual(
          placeholders(text).map((one) => one.replaceAll('"', '')),
          placeholders(english).map((one) => one.replaceAll('"', '')),
          english,
        );
  });

  it('are there for every sentence that a fact, a reading or a report is put together of', () => {
    const engine = path.join(root, 'extension/engine');
    const sources = readdirSync(engine, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => [file, readFileSync(path.join(engine, file), 'utf8')] as const)
      // Elsewhere the name is one of a parameter.
      .filter(
        ([file, source]) =>
          file.endsWith('say.ts') ||
          /^import \{[^}]*\bsay\b[^}]*\} from '[./]+\/values\/say\.ts';$/m.test(source),
      )
      .map(([file, source]) => saidTemplates(file, source));
    assertKeys(
      swedish.said,
      sources.flatMap(({ literals }) => literals),
    );
    assert.deepEqual(
      sources.flatMap(({ computed }) => computed),
      ['failure.template'],
    );
  });

  it('are what the bundle holds', () => {
    const schemas = readSchemas(path.join(root, 'schemas'));
    assert.equal(renderBundle(root, schemas), `${JSON.stringify(bundle, undefined, 2)}\n`);
    assert.equal(
      bundle['"{value}" is not a time zone. Write an IANA zone, for example "Europe/Stockholm".'],
      '"{value}" är ingen tidszon. Skriv en IANA-zon, till exempel "Europe/Stockholm".',
    );
  });

  it('name examples that read as what they are examples of', () => {
    const reader = createValueReader(catalogue);
    for (const { key, type, example } of fields()) {
      const text = sv.text('{{example}}', { example });
      const { problem } = reader.read(type, { text, span: { start: 0, end: text.length } });
      assert.equal(problem, undefined, `${key}: ${text}`);
    }
  });

  it('name the words of each closed list', () => {
    const lists = Object.values(catalogue.words).filter(({ open }) => !open);
    assert.ok(lists.length > 20);
    for (const { key, words } of lists) {
      const all = listInWords(
        words.map(({ word }) => `"${word}"`),
        'or',
      );
      const said = sv.text('{{words}}', { words: all });
      for (const { sv: word } of words) assert.ok(said.includes(`"${word}"`), `${key}: ${said}`);
    }
  });
});

describe('what the engine says', () => {
  /** Every finding, question and due item of the fixtures of rules. */
  const said: { readonly english: string; readonly swedish: string; readonly same: boolean }[] = [];
  const phrases = new Set<string>();
  const facts = new Set<string>();
  const numbers = new Set<string>();
  const readings: (readonly [english: string, swedish: string, withoutBundle: string])[] = [];

  before(async function () {
    this.timeout(180_000);
    const healthy = readFileSync(path.join(root, 'test/rules/engagement.md'), 'utf8');
    for (const file of [...fixtures('test/rules', /^[A-Z]{3}\d{3}-/), ...fixtures('test/facts', /^/)]) {
      for (const one of readFixture(readFileSync(file, 'utf8')).cases)
        await collect(new Map([['engagement.md', healthy], ...one.files]));
    }
    for (const example of ['payments', 'small', 'wage-application']) await collect(exampleFiles(example));
  });

  function fixtures(folder: string, name: RegExp): readonly string[] {
    const files = readdirSync(path.join(root, folder)).filter(
      (file) => file.endsWith('.md') && name.test(file),
    );
    return files.map((file) => path.join(root, folder, file));
  }

  async function collect(files: ReadonlyMap<string, string>): Promise<void> {
    const engine: Engine = createEngine({
      workspace: memoryWorkspace(files),
      profiles: ['base', 'full', 'dora', 'gdpr', 'nis2'],
    });
    await engine.load();
    for (const finding of engine.check().findings) {
      for (const name of numberNames(finding.data)) numbers.add(name);
      add(finding.message, sv.finding(finding, templatesOf), en.finding(finding, templatesOf));
      for (const { title } of finding.fixes)
        if (sv.phrase(title, 'fix') === title) phrases.add(`fix: ${title}`);
      for (const { message } of finding.related)
        if (sv.phrase(message, 'related') === message) phrases.add(`related: ${message}`);
    }
    for (const question of engine.questions()) {
      const [english, its] = [en.question(question, templatesOf), sv.question(question, templatesOf)];
      add(question.ask, its.ask, english.ask);
      add(question.how, its.how, english.how);
    }
    for (const { name, value, unit, how, working } of await engine.facts({ asOf: '2026-11-15' })) {
      const text = factValue({ value, unit });
      if (/[a-z]{2}/.test(text)) readings.push([text, sv.phrase(text, 'value'), en.phrase(text, 'value')]);
      facts.add(name);
      for (const one of numberNames(working)) numbers.add(one);
      assert.equal(inEnglish(working), how);
      add(how, sv.say(working), en.say(working));
    }
    for (const { view } of (await liveStates(files)).map((state) => state.evaluate()))
      for (const field of view.documents.flatMap(({ fields }) => fields)) {
        const read = valueInWords(field, { view });
        if (read) readings.push([inEnglish(read), sv.say(read), en.say(read)]);
      }
    for (const item of await engine.due({ asOf: '2026-11-15', withinDays: 4000 }))
      if (item.code !== 'REC008') add(item.what, sv.due(item, templatesOf), en.due(item, templatesOf));
  }

  function add(english: string, text: string, withoutBundle: string): void {
    said.push({ english, swedish: text, same: english === withoutBundle });
  }

  it('stays as it is without a bundle', () => {
    assert.ok(said.length > 2000);
    assert.deepEqual(
      said.filter(({ same }) => !same),
      [],
    );
  });

  it('is Swedish with one, whole', () => {
    assert.deepEqual(
      said.filter(({ english, swedish: text }) => english === text || /\{\w+\}/.test(text)),
      [],
    );
    // What somebody wrote stands between quotes, or is what is waited for; outside of that no English is left.
    const left = said
      .filter(({ english }) => !english.startsWith('Answer: '))
      .map(({ swedish: text }) => text.replace(/"[^"]*"/g, ''))
      .filter((text) => /\b(?:the|of|and|or|days?|months?|weeks?|hours?|is|are)\b/.test(text));
    assert.deepEqual(left, []);
  });

  it('has a form for one wherever a number was filled in', () => {
    // A period may be a year, and names and wordings are what somebody wrote.
    for (const name of ['period', 'value', 'name']) numbers.delete(name);
    assert.ok(numbers.size > 10);
    const texts = Object.entries({ ...swedish.messages, ...swedish.said }).flat();
    assert.deepEqual(
      texts.flatMap((text) => unequalToOne(text, (name) => numbers.has(name))),
      [],
    );
  });

  it('shows the working of each fact', () => {
    assert.deepEqual([...facts].toSorted(), factDefinitions.map(({ name }) => name).toSorted());
  });

  it('has read what it says in Swedish too', () => {
    assert.ok(readings.length > 500);
    for (const [english, , withoutBundle] of readings) assert.equal(withoutBundle, english);
    const left = readings
      .map(([, text]) => text)
      .filter((text) =>
        /\b(?:the|of|and|or|every|days?|months?|weeks?|hours?|on|from|to|at|is|people)\b/.test(text),
      );
    assert.deepEqual([...new Set(left)], []);
  });

  it('has a Swedish form for its fixes and remarks, keys of front matter left alone', () => {
    const keys = new Set(fields().map(({ key }) => `related: ${key}`));
    assert.deepEqual(
      [...phrases].filter((phrase) => !keys.has(phrase)),
      [],
    );
  });

  it('of an answer is in the language of the form', () => {
    const say = (template: string, data: Readonly<Record<string, string>>): string => sv.text(template, data);
    const start = fields().find(({ key }) => key === 'start')!;
    assert.equal(
      problemOfValue(start, '1 Januari'),
      problemOfValue(start, '1 Januari', (...text) => en.text(...text)),
    );
    assert.match(problemOfValue(start, '1 Januari', say) ?? '', /^"1 Januari" är inget datum\. /);
    assert.match(
      problemOfSetting('record', 'held', '2026-02-30', say) ?? '',
      /^held: "2026-02-30" finns inte: /,
    );
  });

  it('finds the texts of every rule, and none of a rule that is not there', () => {
    for (const { code, messages, missing } of checkRules) {
      for (const [messageId, message] of Object.entries(messages))
        assert.deepEqual(templatesOf({ code, messageId }), { message });
      for (const [messageId, texts] of Object.entries(missing))
        assert.deepEqual(templatesOf({ code, messageId }), texts);
    }
    for (const { code, messages } of dueRules)
      for (const [messageId, message] of Object.entries(messages))
        assert.deepEqual(templatesOf({ code, messageId }), { message });
    assert.deepEqual(templatesOf({ code: 'CFG001', messageId: 'notMap' }), {
      message: configMessages.notMap,
    });
    assert.deepEqual(templatesOf({ code: 'SLA004', messageId: 'failed' }), { message: failure.template });
    for (const messageId of ['constructor', 'toString', 'none such'])
      for (const code of ['SLA004', 'CFG001', 'XYZ001'])
        assert.equal(templatesOf({ code, messageId }), undefined);
  });
});

describe('a localiser', () => {
  const own = createLocaliser({
    'Hello {name}, {count} left.': 'Hej {name}, {count} kvar.',
    '{section}: "{text}" and {text}.': '{section}: "{text}" och {text}.',
    'A {x} of "{x}" B': 'B {x} av "{x}" A',
    '{n} days/any': '{n} dagar',
    '{what} after/any': '{what} efter',
    'soon/any': 'snart',
    'late/any': 'sent',
    'or/any': 'eller',
    'Goals/section': 'Mål',
    'first/count': 'en första',
  });

  it('fills in what it is given', () => {
    assert.equal(
      own.text('Hello {{name}}, {{count}} left.', { name: 'Åsa', count: '3' }),
      'Hej Åsa, 3 kvar.',
    );
    assert.equal(own.text('No such {{text}}', { text: 'soon' }), 'No such snart');
  });

  it('leaves braces, dollar signs and placeholders in what it is given alone', () => {
    const hostile = ['{0}', '{name}', '{{count}}', '$&', "$'", '{', 'constructor', '{n} days', '\\1'];
    for (const name of hostile)
      assert.equal(
        own.text('Hello {{name}}, {{count}} left.', { name, count: name }),
        `Hej ${name}, ${name} kvar.`,
      );
  });

  it('fills in no property that every object has', () => {
    assert.equal(own.text('Hello {{name}}, {{count}} left.', {}), 'Hej {name}, {count} kvar.');
    assert.equal(own.text('{{constructor}}', {}), '{constructor}');
  });

  it('says what the engine put together, and quotes what somebody wrote', () => {
    const said = (text: string): string =>
      own.text('{{section}}: "{{text}}" and {{text}}.', { section: 'Goals', text });
    assert.equal(said('soon'), 'Mål: "soon" och snart.');
    assert.equal(said('14 days'), 'Mål: "14 days" och 14 dagar.');
    assert.equal(said('14 days after'), 'Mål: "14 days after" och 14 dagar efter.');
    assert.equal(said('soon, late or 2 days'), 'Mål: "soon, late or 2 days" och snart, sent eller 2 dagar.');
    assert.equal(said('soon or whenever'), 'Mål: "soon or whenever" och soon or whenever.');
    assert.equal(own.text('{{text}}', { text: '"a", "b or c" or "d"' }), '"a", "b or c" eller "d"');
  });

  it('keeps to the phrases of the place', () => {
    assert.equal(
      own.text('Hello {{name}}, {{count}} left.', { name: 'first', count: 'first' }),
      'Hej first, en första kvar.',
    );
  });

  it('translates nothing without a bundle, and nothing that is not in it', () => {
    const finding = {
      code: 'XYZ001',
      messageId: 'none',
      message: 'As it was: 3 days.',
      data: { a: '3 days' },
    };
    assert.equal(en.finding(finding, templatesOf), finding.message);
    assert.equal(own.finding(finding, templatesOf), finding.message);
    assert.equal(
      own.finding(finding, () => ({ message: 'As it was: {{a}}.' })),
      finding.message,
    );
    assert.equal(en.phrase('Keep both', 'fix'), 'Keep both');
    assert.equal(sv.phrase('Keep both', 'fix'), 'Behåll båda');
    assert.equal(sv.phrase('Keep both', 'related'), 'Keep both');
  });

  it('fills a text as often as it asks', () => {
    assert.equal(own.text('A {{x}} of "{{x}}" B', { x: 'soon' }), 'B snart av "soon" A');
  });

  it('says a sentence with the sentences and words in it, and leaves what people wrote alone', () => {
    const hostile = ['soon', '3 days', '{name}', '{{count}}', '$&', 'constructor', ''];
    for (const name of hostile)
      assert.equal(
        own.say(say('Hello {{name}}, {{count}} left.', { name, count: words('3 days') })),
        `Hej ${name}, 3 dagar kvar.`,
      );
    const inner = say('Hello {{name}}, {{count}} left.', { name: 'Åsa', count: words('first', 'count') });
    assert.equal(
      own.say(joined([inner, words('soon'), 'soon'], ' + ')),
      'Hej Åsa, en första kvar. + snart + soon',
    );
    assert.equal(en.say(joined([inner, words('soon')], ' + ')), 'Hello Åsa, first left. + soon');
    assert.equal(
      own.say({ template: 'No such {{text}} of {{nothing}}', data: { text: 'x' } }),
      'No such x of {nothing}',
    );
  });

  it('names places by section and column, and keys as they are', () => {
    assert.deepEqual(
      ['Phases[12].Starts', 'Phases[0]', 'Phases', 'notice', 'Skills[0].Vilnius team'].map((at) =>
        sv.place(at),
      ),
      ['Etapper, Börjar', 'Etapper', 'Etapper', 'notice', 'Skills, Vilnius team'],
    );
    assert.equal(en.place('Service levels[3].Target'), 'Service levels, Target');
    assert.equal(en.place('a[1]\n[2].b'), 'a[1]\n[2].b');
  });

  it('says a failed rule with its code', () => {
    const finding = {
      code: 'SLA004',
      messageId: 'failed',
      message: 'Rule "SLA004" failed here and says nothing: {0} fell. Please report it.',
      data: { error: '{0} fell' },
    };
    assert.equal(
      sv.finding(finding, templatesOf),
      'Regeln "SLA004" kunde inte köras här: {0} fell. Rapportera gärna felet.',
    );
  });
});
