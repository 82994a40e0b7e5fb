import type { DueItem, Engine, Fact } from '../../extension/engine/index.ts';
import type { Position } from '../../extension/engine/index.ts';
import { createRecogniser } from '../../extension/engine/features/recognise.ts';
import { demand } from './fault.ts';
import { createPlaces, type Places } from './places.ts';
import type { Reported } from './reports.ts';
import type { Files } from './sources.ts';
import type { Watch } from './watch.ts';

export interface Asked {
  readonly files: Files;
  readonly changed: readonly string[];
  readonly days: readonly string[];
  /** Where in each changed document somebody points, as shares of its length. */
  readonly shares: readonly number[];
}

/** Asks an engine everything that shells ask, and holds the answers against the documents. */
export async function askEverything(
  engine: Engine,
  asked: Asked,
  watch: Watch,
  reports: (reported: Reported, watch: Watch) => Promise<void>,
): Promise<void> {
  const places = createPlaces(asked.files);
  await askWhatIsWrong(engine, places, watch);
  for (const asOf of asked.days) {
    const due = await watch.step('due', () => engine.due({ asOf }));
    const facts = await watch.step('facts', () => engine.facts({ asOf }));
    holdDue(due, places);
    holdFacts(facts, places);
    await reports({ engine, asOf, due, facts }, watch);
  }
  for (const path of asked.changed) await askAt(engine, path, asked, places, watch);
}

async function askWhatIsWrong(engine: Engine, places: Places, watch: Watch): Promise<void> {
  const { findings } = await watch.step('check', () => engine.check());
  for (const finding of findings) {
    places.finding(finding);
    demand(finding.messageId !== 'failed', `rule ${finding.code} failed`, () => finding.message);
    holdWords(`a message of ${finding.code}`, finding.message);
    for (const { title } of finding.fixes) holdWords(`a title of a fix of ${finding.code}`, title);
  }
  for (const { code, path, range, ask, how } of await watch.step('questions', () => engine.questions())) {
    places.hold(`a question of ${code}`, path, range);
    holdWords(`a question of ${code}`, ask + how);
  }
  await watch.step('findings', () => engine.findings());
  await watch.step('engagements', () => engine.engagements());
}

function holdDue(items: readonly DueItem[], places: Places): void {
  for (const { code, path, range, what, messageId, date } of items) {
    demand(messageId !== 'failed', `due rule ${code} failed`, () => what);
    demand(date === undefined || isDate(date), `an item of ${code} has no date`, () => String(date));
    places.hold(`an item of ${code}`, path, range);
    holdWords(`an item of ${code}`, what);
  }
}

function holdFacts(facts: readonly Fact[], places: Places): void {
  for (const { name, path, range, value, how } of facts) {
    demand(value !== 'failed', `fact ${name} failed`, () => how);
    demand(!/NaN|undefined|Infinity|\[object/.test(value), `fact ${name} has no value`, () => value);
    places.hold(`fact ${name}`, path, range);
    holdWords(`fact ${name}`, value + how);
  }
}

async function askAt(
  engine: Engine,
  path: string,
  { files, days, shares }: Asked,
  places: Places,
  watch: Watch,
): Promise<void> {
  const text = files.get(path) ?? '';
  const [asOf = ''] = days;
  for (const share of shares) {
    const position = positionIn(text, Math.floor(share * text.length));
    const hover = await watch.step('hover', () => engine.hover(path, position, asOf));
    if (hover) {
      places.hold('a hover', path, hover.range);
      const where = hover.name?.where;
      if (where) places.hold('the place of a name', where.path, where.range);
    }
    const definition = await watch.step('definition', () => engine.definition(path, position));
    if (!definition) continue;
    places.hold('the origin of a definition', path, definition.origin);
    if (files.has(definition.path)) places.hold('a definition', definition.path, definition.range);
  }
  const edits = await watch.step('safe edits', () => engine.safeEdits(path));
  places.edits('all safe fixes', edits);
  const recogniser = createRecogniser();
  await watch.step('recognising', () => recogniser.kindOf(text));
}

function positionIn(text: string, offset: number): Position {
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: lines.length - 1, character: lines.at(-1)!.length };
}

/** Demands that what is said is a line of words, whatever the document holds. */
function holdWords(what: string, text: string): void {
  demand(!/undefined|\[object |NaN/.test(text), `${what} has a gap`, () => JSON.stringify(text));
}

function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text);
}
