import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createLanguage } from '../../extension/language/language.ts';
import { factDefinitions } from '../../extension/engine/index.ts';
import { valueInWords } from '../../extension/engine/features/value-in-words.ts';
import { problemOfSetting, problemOfValue } from '../../extension/engine/features/read-setting.ts';
import { catalogue } from '../../extension/engine/model/generated/catalogue.ts';
import type { FieldSpec } from '../../extension/engine/model/schema.ts';
import { yamlMessages, yamlReason } from '../../extension/engine/parse/yaml-reasons.ts';
import { inEnglish, say, type Said } from '../../extension/engine/model/said.ts';
import { joined, listSaid, listed, quoted, words } from '../../extension/engine/values/say.ts';
import { createValueReader } from '../../extension/engine/values/read-value.ts';
import { renderBundle } from '../../scripts/generate/bundle.ts';
import { readSchemas } from '../../scripts/generate/read-schemas.ts';
import { saidTexts } from '../../scripts/said-texts.ts';
import { textProblems } from '../../scripts/texts.ts';
import { toDo, type Texts } from '../../scripts/to-do.ts';
import { exampleFiles } from '../support/example-files.ts';
import { liveStates } from '../support/live-states.ts';
import { readFixtureFile } from '../support/read-fixture.ts';
import { engineOver } from '../support/run-fixture.ts';
import { numberNames, textsThatMayBeOne, unequalToOne } from '../support/number-words.ts';

const root = path.resolve(import.meta.dirname, '../..');
const swedish = {
  messages: json<Texts>('extension/language/texts/sv/messages.json'),
  fields: json<Texts>('extension/language/texts/sv/fields.json'),
  facts: json<Texts>('extension/language/texts/sv/facts.json'),
  said: json<Texts>('extension/language/texts/sv/said.json'),
  cli: json<Texts>('extension/language/texts/sv/cli.json'),
  phrases: json<Readonly<Record<string, Texts>>>('extension/language/texts/sv/phrases.json'),
};
const bundle = json<Texts>('l10n/bundle.l10n.sv.json');
const sv = createLanguage(bundle);
const en = createLanguage();

function json<T>(file: string): T {
  return JSON.parse(readFileSync(path.join(root, file), 'utf8')) as T;
}

function fields(): readonly FieldSpec[] {
  return [
    ...Object.values(catalogue.kinds).flatMap(({ keys }) => keys),
    ...Object.values(catalogue.sections).flatMap(({ columns }) => columns),
  ];
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
  const read = (name: string): Texts => json<Texts>(`extension/language/texts/${name}`);
  /** Without what is still to be written for something that somebody began. */
  const further = (problems: readonly string[]): readonly string[] => {
    const known = new Set(textProblems());
    return problems.filter((problem) => !known.has(problem));
  };

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
    const spoilt = (name: string): Texts => (name === 'sv/messages.json' ? messages : read(name));
    assert.deepEqual(further(textProblems(spoilt)), [
      `${file}: add the Swedish of "${first}", then npm run generate.`,
      `${file}: remove "Nobody says this.", which nothing says any more, then npm run generate.`,
      `${file}: say "${second}" in Swedish, then npm run generate.`,
    ]);
  });

  it('are asked for where a kind is called nothing in Swedish yet', () => {
    const [known, ...others] = Object.values(catalogue.kinds);
    assert.ok(known);
    const begun = { ...known, titleSv: `${toDo}${known.title}`, pluralSv: '' };
    assert.deepEqual(further(textProblems(read, [begun, ...others])), [
      `schemas/kinds/${known.key}.json: say "${known.title}" in Swedish, in "x-title-sv", then npm run generate.`,
      `schemas/kinds/${known.key}.json: say "${known.plural}" in Swedish, in "x-plural-sv", then npm run generate.`,
    ]);
  });

  it('fill in what the English ones do, between quotes where they do', () => {
    for (const [english, text] of Object.entries({ ...swedish.messages, ...swedish.said, ...swedish.cli }))
      assert.deepEqual(placeholders(text), placeholders(english), english);
    // A word has nothing to be filled in.
    for (const phrases of Object.values(swedish.phrases))
      for (const texts of Object.entries(phrases)) assert.deepEqual(texts.flatMap(placeholders), []);
  });

  it('are asked for by templates that stand in the calls, or nobody would find them', () => {
    assert.deepEqual(saidTexts().computed, ['failure.template']);
  });

  it('are what the bundle holds', () => {
    const schemas = readSchemas(path.join(root, 'schemas'));
    assert.equal(renderBundle(root, schemas), `${JSON.stringify(bundle, undefined, 2)}\n`);
    assert.equal(
      bundle['"{{value}}" is not a time zone. Write an IANA zone, for example "Europe/Stockholm".'],
      '"{{value}}" är ingen tidszon. Skriv en IANA-zon, till exempel "Europe/Stockholm".',
    );
  });

  it('name examples that read as what they are examples of', () => {
    const reader = createValueReader(catalogue);
    for (const { key, type, example } of fields()) {
      const text = sv.words(words(example, 'example'));
      const { problem } = reader.read(type, { text, span: { start: 0, end: text.length } });
      assert.equal(problem, undefined, `${key}: ${text}`);
    }
  });

  it('name the words of each closed list', () => {
    for (const { key, words: its } of Object.values(catalogue.words)) {
      const list = listSaid(
        its.map(({ word }) => quoted(listed(word, key))),
        'or',
      );
      const said = sv.say(joined([list], ''));
      for (const { sv: word } of its) assert.ok(said.includes(`"${word}"`), `${key}: ${said}`);
    }
  });
});

describe('what the engine says', () => {
  /** Every finding, question and due item of the fixtures of rules. */
  const said: { readonly english: string; readonly swedish: string; readonly same: boolean }[] = [];
  const remarks: (readonly [english: string, swedish: string])[] = [];
  const facts = new Set<string>();
  /** What ever held a number, with a text in which it did. */
  const numbers = new Map<string, string>();
  const readings: (readonly [english: string, swedish: string, withoutBundle: string])[] = [];

  before(async function () {
    this.timeout(180_000);
    const healthy = readFileSync(path.join(root, 'test/rules/engagement.md'), 'utf8');
    for (const file of [...fixtures('test/rules', /^[A-Z]{3}\d{3}-/), ...fixtures('test/facts', /^/)]) {
      for (const one of readFixtureFile(file).cases)
        await collect(new Map([['engagement.md', healthy], ...one.files]));
    }
    for (const example of ['payments', 'handover', 'small', 'wage-application'])
      await collect(exampleFiles(example));
  });

  function fixtures(folder: string, name: RegExp): readonly string[] {
    const files = readdirSync(path.join(root, folder)).filter(
      (file) => file.endsWith('.md') && name.test(file),
    );
    return files.map((file) => path.join(root, folder, file));
  }

  async function collect(files: ReadonlyMap<string, string>): Promise<void> {
    const engine = await engineOver(files, 'base,full,dora,gdpr,nis2');
    for (const finding of engine.check().findings) {
      for (const name of numberNames(finding.said)) numbers.set(name, finding.message);
      add(finding.message, finding.said);
      for (const { title, said: its } of finding.fixes) remarks.push([title, sv.say(its)]);
      for (const { message, said: its } of finding.related) remarks.push([message, sv.say(its)]);
    }
    for (const question of engine.questions()) {
      add(question.ask, question.said.ask);
      add(question.how, question.said.how);
    }
    for (const { name, said: value, how, working } of await engine.facts({ asOf: '2026-11-15' })) {
      if (/[a-z]{2}/.test(inEnglish(value))) readings.push(inBoth(value));
      facts.add(name);
      for (const one of numberNames(working)) numbers.set(one, how);
      add(how, working);
    }
    for (const { view } of (await liveStates(files)).map((state) => state.evaluate()))
      for (const field of view.documents.flatMap(({ fields }) => fields)) {
        const read = valueInWords(field, { view });
        if (read) readings.push(inBoth(read));
      }
    for (const item of await engine.due({ asOf: '2026-11-15', withinDays: 4000 }))
      if (item.code !== 'REC008') add(item.what, item.said);
  }

  function add(english: string, its: Said): void {
    said.push({ english, swedish: sv.say(its), same: english === en.say(its) });
  }

  function inBoth(its: Said): readonly [english: string, swedish: string, withoutBundle: string] {
    return [inEnglish(its), sv.say(its), en.say(its)];
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
      .filter((text) =>
        /(?<!\p{L})(?:the|of|and|or|days?|months?|weeks?|hours?|is|are)(?!\p{L})/u.test(text),
      );
    assert.deepEqual(left, []);
  });

  it('has a form for one wherever a number was filled in', () => {
    // A period may be a year, and names and wordings are what somebody wrote.
    for (const name of ['period', 'value', 'name']) numbers.delete(name);
    assert.ok(numbers.size > 10);
    const texts = textsThatMayBeOne({ ...swedish.messages, ...swedish.said, ...swedish.cli });
    assert.deepEqual(
      texts.flatMap((text) => unequalToOne(text, (name) => numbers.has(name))),
      [],
      'These hold a number elsewhere. Give one of the placeholders another name, or say what agrees with the number, as in {{count|row|rows}}, in the text and in extension/language/texts/sv. ' +
        JSON.stringify(Object.fromEntries(numbers), undefined, 2),
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
        /(?<!\p{L})(?:the|of|and|or|every|days?|months?|weeks?|hours?|on|from|to|at|is|people)(?!\p{L})/u.test(
          text,
        ),
      );
    assert.deepEqual([...new Set(left)], []);
  });

  it('has a Swedish form for its fixes and remarks, keys of front matter left alone', () => {
    const keys = new Set(fields().map(({ key }) => key));
    assert.ok(remarks.length > 2000);
    assert.deepEqual(
      // `held: 2026-02-02 -> 2026-02-01` is a key with what people wrote.
      remarks.filter(([english, text]) => english === text && !keys.has(english.replace(/: .* -> .*$/, ''))),
      [],
    );
  });

  it('of an answer is in the language of the form', () => {
    const start = fields().find(({ key }) => key === 'start')!;
    assert.match(sv.say(problemOfValue(start, '1 Januari')!), /^"1 Januari" är inget datum\. /);
    assert.match(
      sv.say(problemOfSetting('record', 'held', '2026-02-30')!),
      /^held: "2026-02-30" finns inte: februari 2026 har 28 dagar/,
    );
    assert.match(
      sv.say(problemOfSetting('record', 'hled', '')!),
      /har inget fält "hled"\. Menade du "held"\?$/,
    );
  });

  it('says in Swedish why a text is no YAML, whatever was written there', () => {
    for (const template of yamlMessages) {
      const message = template.replace(/\{\{\w+\}\}/g, '"{{x}}" (a|b');
      const said = yamlReason(message);
      assert.equal(inEnglish(said), message);
      assert.notEqual(sv.say(said), message);
    }
    assert.equal(sv.say(yamlReason('something new')), 'something new');
    assert.equal(sv.say(yamlReason(undefined)), 'okänt fel');
  });
});

describe('a language', () => {
  const own = createLanguage({
    'Hello {{name}}, {{count}} left.': 'Hej {{name}}, {{count}} kvar.',
    'A {{x}} of "{{x}}" B': 'B {{x}} av "{{x}}" A',
    '{{n}} {{n|day|days}}': '{{n}} {{n|dag|dagar}}',
    'soon/time': 'snart',
    'or/join': 'eller',
    'Goals/section': 'Mål',
    'Target/column': 'Mål',
    'Credits.Target/column': 'Gräns',
  });
  const hello = (name: string, count: Parameters<typeof joined>[0][number]): Said =>
    say('Hello {{name}}, {{count}} left.', { name, count });

  it('fills in what it is given, and nothing that was filled in', () => {
    const hostile = [
      'soon',
      '3 days',
      '{0}',
      '{name}',
      '{{count}}',
      '$&',
      "$'",
      '{',
      'constructor',
      '',
      '\\1',
    ];
    for (const name of hostile) {
      assert.equal(own.say(hello(name, name)), `Hej ${name}, ${name} kvar.`);
      assert.equal(en.say(hello(name, name)), `Hello ${name}, ${name} left.`);
    }
  });

  it('fills in no property that every object has', () => {
    assert.equal(
      own.say({ template: '{{constructor}} {{toString}}', data: {} }),
      '{{constructor}} {{toString}}',
    );
    assert.equal(own.say({ template: 'constructor', data: {} }), 'constructor');
    assert.equal(own.factTitle('constructor'), 'constructor');
  });

  it('fills a text as often as it asks', () => {
    assert.equal(own.say(say('A {{x}} of "{{x}}" B', { x: 'soon' })), 'B soon av "soon" A');
  });

  it('says a sentence with the sentences, words and lists in it', () => {
    const days = (n: string): Said => say('{{n}} {{n|day|days}}', { n });
    assert.equal(own.say(hello('Åsa', days('1'))), 'Hej Åsa, 1 dag kvar.');
    assert.equal(own.say(hello('Åsa', days('2'))), 'Hej Åsa, 2 dagar kvar.');
    const parts = [words('soon', 'time'), words('soon', 'other'), 'soon'];
    assert.equal(own.say(joined(parts, ' + ')), 'snart + soon + soon');
    assert.equal(own.say(joined([listSaid(parts, 'or')], '')), 'snart, soon eller soon');
    assert.equal(own.say(joined([listSaid(parts.slice(0, 1), 'or'), listSaid([])], ';')), 'snart;');
  });

  it('says a column as its section does, and otherwise as all do', () => {
    const column = (of: string): string => own.words({ words: 'Target', group: 'column', of });
    assert.deepEqual([column('Credits'), column('Levels')], ['Gräns', 'Mål']);
  });

  it('leaves what it has no text for in English', () => {
    assert.equal(own.say(say('Nobody says this.')), 'Nobody says this.');
    assert.equal(own.words(words('late', 'time')), 'late');
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

  it('names facts as people know them', () => {
    assert.equal(en.factTitle('true-last-day'), 'Last day to start leaving');
    assert.notEqual(sv.factTitle('true-last-day'), en.factTitle('true-last-day'));
    assert.equal(en.factTitle('no-such-fact'), 'no-such-fact');
  });
});
