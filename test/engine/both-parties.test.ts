import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Engine } from '../../extension/engine/index.ts';
import { exampleFiles } from '../support/example-files.ts';
import { readFixtureFile } from '../support/read-fixture.ts';
import { engineOver } from '../support/run-fixture.ts';
import { swappedParties } from '../support/swapped-parties.ts';

const root = path.join(import.meta.dirname, '../..');
const profiles = 'full,dora,gdpr,nis2,data-act';
const healthy = readFileSync(path.join(root, 'test/rules/engagement.md'), 'utf8');
/** Every case of every fixture with `BOTH_PARTIES=all`, which takes minutes; else some of each. */
const isThorough = process.env['BOTH_PARTIES'] === 'all';

/**
 * What speaks of one party by its name, with why it does. Its findings and items stand at the same places all the
 * same: only sentences differ, and whose move it is.
 */
const names: Readonly<Record<string, string>> = {
  DOC014: 'the examples of the schemas are of one party',
  DOC016: 'the client decides what it accepts',
  DOC019: 'what does not read is quoted, and what is nearly a party stays nearly the same one',
  DOC020: 'the header of a table that is not read is quoted',
  DOC022: 'it counts the questions of others',
  DOC028: 'the examples of the schemas are of one party',
  ENG019: 'the client moves its contract on',
  ENG021: "the data is the client's, and the supplier gets to work with it",
  ENG023: 'who buys plans how to leave',
  EXT003: 'the way out leads away from the supplier',
  EXT007: 'the way out leads away from the supplier',
  EXT008: "the data is the client's, and the supplier returns it",
  EXT010: 'who buys tests how to leave',
  EXT012: 'it is the supplier whose failure ends the service',
  EXT014: 'it is the supplier who is replaced',
  EXT017: 'it is the supplier who hands over',
  EXT019: 'who buys looks at where to go',
  EXT026: "the data is the client's, and the supplier returns it",
  EXT028: 'it is the supplier whose failure ends the service',
  KPI008: 'a milestone that nobody owns is delivered by the supplier',
  LAW005: 'the contract binds the supplier, who processes for the client',
  LAW010: 'the client answers for where its data goes',
  LAW011: 'NIS2 asks what each supplier may bring about',
  LAW012: 'NIS2 asks for the security of each supplier',
  LAW013: 'DORA lets the client leave',
  LAW014: 'the supplier goes on after the end',
  LAW015: 'the supplier is examined before the start',
  LAW020: 'the supplier deletes its copies',
  SCR008: 'who buys evaluates',
  SLA019: 'the supplier tests that it recovers',
  SLA022: 'the supplier takes its services down',
  SLA026: 'the client claims',
  SLA027: 'the supplier credits',
  SLA029: 'the client is told',
  knowledge: 'what leaves the supplier must have left before the exit is over',
  'credit-due': 'beside a credit stands for how long the supplier waited for the client',
  'exit-uncovered-days': 'the way out leads away from the supplier',
};

/** What is asked of one party alone, with why. */
const sides: Readonly<Record<string, string>> = {
  ENG024: "the data is the client's, and the supplier gets to work with it",
  ENG004: 'in the exit the knowledge moves away from the supplier',
  ENG006: "the client's notice is what decides, for it is the client who is bound by silence",
  ENG011: 'a renewal by itself is refused by the client',
  EXT001: "the client's notice bounds the way out, and the client walks it",
  EXT018: 'the knowledge moves away from the supplier',
  EXT027: 'the client needs a right to what is not its own',
  KTP015: 'access is handed over in the exit, not when the supplier begins',
  KTP016: 'it is asked of what the client has learnt',
  LAW008: "the data is the client's, and others read it from elsewhere",
  LAW019: 'the Data Act bounds the notice of the client',
  OWN006: 'the client answers for what is critical',
  RSK012: 'it is the supplier on whom everything hangs',
  SKL007: 'the supplier provides the people that were agreed',
  SLA013: 'the supplier works in the hours of its services',
  SLA021: 'service levels are what the supplier owes already',
  'capacity-used': 'the supplier provides the people that were agreed',
  'exit-slack-days': "the client's notice bounds the way out",
  'knowledge-share': 'it tells of both, the client first',
  'last-opt-out-date': 'a renewal by itself is refused by the client',
  'questions-left': 'it counts the questions of others',
  'true-last-day': "the client's notice bounds the way out",
};

/** Cases in which somebody stands for the supplier whichever party that is, with why. */
const apart: Readonly<Record<string, string>> = {
  'signoff-state.md: a side may sign by its name, in either language, or through a subcontractor':
    'a subcontractor signs for the supplier',
};

type Files = ReadonlyMap<string, string>;
/** Everything that is said, by the code of its rule or the name of its fact. */
type Answers = ReadonlyMap<string, readonly Answer[]>;

interface Answer {
  /** Where it stands and what it is. */
  readonly place: unknown;
  /** The words of it. */
  readonly words: unknown;
}

interface Sample {
  readonly name: string;
  readonly files: Files;
  readonly asOf: string;
}

const asOf = '2026-11-23';
const examples = readdirSync(path.join(root, 'examples'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => ({ name, files: exampleFiles(name), asOf }));
const differed = new Map<string, 'names' | 'sides'>();

describe('the two parties in each other’s place', () => {
  for (const sample of examples) {
    it(`are measured alike in the example ${sample.name}`, () => isAlike(sample)).timeout(30_000);

    it(`come back where they are swapped twice: ${sample.name}`, async () => {
      const { files } = await swappedParties(sample.files);
      assert.notDeepEqual(files, sample.files);
      assert.deepEqual((await swappedParties(files)).files, sample.files);
    });
  }

  for (const folder of ['test/rules', 'test/facts'])
    it(`are measured alike in the cases of ${folder}`, async () => {
      for (const sample of casesIn(folder)) await isAlike(sample);
    }).timeout(isThorough ? 900_000 : 60_000);

  it('are told apart by nothing in vain', () => {
    assert.deepEqual(
      Object.keys(names).filter((code) => code in sides),
      [],
    );
    if (!isThorough) return;
    const vain = [
      ...Object.keys(names).filter((code) => differed.get(code) !== 'names'),
      ...Object.keys(sides).filter((code) => differed.get(code) !== 'sides'),
    ];
    assert.deepEqual(vain, []);
  });
});

/** Holds what is said of files against what is said of them with the parties swapped, brought back. */
async function isAlike({ name, files, asOf: day }: Sample): Promise<void> {
  const swapped = await swappedParties(files);
  const said = await answersOf(files, day);
  const other = await answersOf(swapped.files, day, swapped.back);
  // A subcontractor works for the supplier, and no party has what is that to the client.
  const concerns = (text: string): boolean => swapped.ofSupplier.some((one) => text.includes(one));
  const shown = (answers: Answers, code: string, part: (answer: Answer) => unknown): readonly string[] =>
    (answers.get(code) ?? [])
      .map((answer) => [JSON.stringify(answer), inOneOrder(JSON.stringify(part(answer)))] as const)
      .filter(([whole]) => !concerns(whole))
      .map(([, text]) => text)
      .toSorted();
  for (const code of new Set([...said.keys(), ...other.keys()])) {
    const [places, otherPlaces] = [shown(said, code, placeOf), shown(other, code, placeOf)];
    const [whole, otherWhole] = [shown(said, code, wholeOf), shown(other, code, wholeOf)];
    if (!isDeepStrictEqual(places, otherPlaces)) differed.set(code, 'sides');
    else if (!isDeepStrictEqual(whole, otherWhole) && !differed.has(code)) differed.set(code, 'names');
    if (code in sides) continue;
    if (code in names) assert.deepEqual(otherPlaces, places, `${code} in ${name}`);
    else assert.deepEqual(otherWhole, whole, `${code} in ${name}`);
  }
}

function placeOf({ place }: Answer): unknown {
  return place;
}

function wholeOf(answer: Answer): unknown {
  return answer;
}

async function answersOf(files: Files, day: string, back = <T>(answer: T): T => answer): Promise<Answers> {
  const engine: Engine = await engineOver(files, profiles);
  const answers = new Map<string, Answer[]>();
  const put = (code: string, place: object, words: unknown): void => {
    const answer = back({ place, words });
    const its = answers.get(code);
    const ordered = { place: withKeysInOrder(answer.place), words: withKeysInOrder(answer.words) };
    if (its) its.push(ordered);
    else answers.set(code, [ordered]);
  };
  for (const { code, severity, messageId, path: file, range, at, ...its } of engine.check().findings)
    put(
      code,
      { severity, messageId, path: file, range, at },
      {
        message: its.message,
        data: its.data,
        related: its.related.map(({ said: _said, ...related }) => related),
        fixes: its.fixes.map(({ title, edits, safe }) => ({ title, edits, safe })),
      },
    );
  for (const { code, messageId, path: file, range, at, ask, how, data } of engine.questions())
    put(code, { messageId, path: file, range, at }, { ask, how, data });
  for (const { said: _said, code, party, person, what, data, ...place } of await engine.due({ asOf: day }))
    put(code, place, { party, person, what, data });
  for (const { said: _said, working: _working, chain, name, how, data, ...place } of await engine.facts({
    asOf: day,
  }))
    put(name, place, {
      how,
      data,
      chain: chain?.map(({ name: link, date, from }) => ({ link, date, from })),
    });
  return answers;
}

/** Sentences name the client first: what is swapped and brought back names it last. */
function inOneOrder(text: string): string {
  return text.replaceAll(
    /((?:the |to |notice_|\\")*)supplier(\S*?)(,| and| or| nor| of) ((?:the |to |notice_|\\")*)client(?!\p{L})/gu,
    '$1client$2$3 $4supplier',
  );
}

function withKeysInOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withKeysInOrder);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, its]) => [key, withKeysInOrder(its)]));
}

/** Engagements of fixtures: the first case of each page, and some of the others. */
function casesIn(folder: string): readonly Sample[] {
  return readdirSync(path.join(root, folder))
    .filter((name) => name.endsWith('.md') && name !== 'engagement.md')
    .flatMap((name) =>
      readFixtureFile(path.join(root, folder, name)).cases.map((one, i) => ({
        name,
        isFirst: i === 0,
        ...one,
      })),
    )
    .filter(
      ({ isFirst, name, title }, i) =>
        (isThorough || isFirst || i % 24 === 0) && !(`${name}: ${title}` in apart),
    )
    .map(({ name, title, files, expectations }) => ({
      name: `${name}: ${title}`,
      files: [...files.keys()].some((file) => /(?:^|\/)engagement\.md$/.test(file))
        ? files
        : new Map([['engagement.md', healthy], ...files]),
      asOf: expectations.flatMap(({ attributes }) => attributes.get('as-of') ?? [])[0] ?? asOf,
    }));
}
