import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createHolidays } from '../../extension/engine/calendar/holidays.ts';
import { createEngine, type Engine, type Position } from '../../extension/engine/index.ts';
import type { ValueTypeName } from '../../extension/engine/model/schema.ts';
import { rangeOf, type Span } from '../../extension/engine/model/text.ts';
import { exampleFiles } from '../support/example-files.ts';
import { memoryWorkspace } from '../support/memory-workspace.ts';
import { processorTime } from '../support/processor-time.ts';

const files = exampleFiles('payments');
/** What one answer may take of the processor. */
const millisecondsAtMost = 250;

const date = fc
  .record({
    year: fc.oneof(fc.integer({ min: 0, max: 9999 }), fc.constantFrom(0, 26, 1924, 1970, 2099, 2124, 9999)),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
  })
  .map(({ year, month, day }) =>
    [year, month, day].map((n, i) => String(n).padStart(i === 0 ? 4 : 2, '0')).join('-'),
  );
const length = fc
  .record({
    n: fc.oneof(fc.constantFrom(0, 1, 1000), fc.integer({ min: 0, max: 400_000 })),
    unit: fc.constantFrom(
      'hours',
      'working hours',
      'days',
      'working days',
      'weeks',
      'working weeks',
      'months',
      'years',
    ),
  })
  .map(({ n, unit }) => `${n} ${unit}`);
const period = fc.tuple(date, date).map((both) => both.sort().join(' to '));
const relative = fc.tuple(
  fc.constantFrom('start', 'end', 'valid_from', 'sprint 9999'),
  fc.constantFrom('+', '-'),
  length,
);

/** What may stand where a date or a length stands. */
const values: Readonly<Partial<Record<ValueTypeName, fc.Arbitrary<string>>>> = {
  plainDate: date,
  dateOrYesNo: date,
  date: fc.oneof(
    date,
    relative.map((parts) => parts.join(' ')),
  ),
  period: fc.oneof(
    period,
    date,
    date.map((day) => day.slice(0, 7)),
  ),
  periods: period,
  regions: fc.tuple(date, fc.constantFrom('SE', 'IN-WB', 'eves')).map((parts) => parts.join(', ')),
  duration: length,
  renewal: length.map((term) => `automatic, ${term}`),
  measuredOver: length.map((term) => `${term} rolling`),
};

interface Place {
  readonly path: string;
  readonly type: ValueTypeName;
  readonly span: Span;
  readonly position: Position;
}

describe('dates that are far away', () => {
  let engine: Engine;
  let places: readonly Place[];

  before(async () => {
    engine = createEngine({
      workspace: memoryWorkspace(files),
      profiles: ['full'],
      loadHolidays: () => Promise.resolve(createHolidays()),
    });
    await engine.load();
    places = engine.engagements().flatMap(({ documents }) =>
      documents.flatMap(({ path, fields, lineStarts }) =>
        fields.flatMap(({ spec, source, state }) =>
          state === 'read' && spec.type.is in values
            ? [
                {
                  path,
                  type: spec.type.is,
                  span: source.span,
                  position: rangeOf(lineStarts, source.span).start,
                },
              ]
            : [],
        ),
      ),
    );
    // What runs for the first time is compiled meanwhile.
    await answers(engine, places[0]!, '2026-11-23', Infinity);
  });

  it('cost no answer more than its time, and break none', async () => {
    const change = fc.nat().chain((n) => {
      const place = places[n % places.length]!;
      return values[place.type]!.map((text) => ({ place, text }));
    });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 5 }), date, async (changes, asOf) => {
        const changed = new Set(changes.map(({ place }) => place.path));
        for (const path of changed) engine.update(path, { kind: 'text', text: textWith(path, changes) });
        try {
          await answers(engine, changes[0]!.place, asOf);
        } finally {
          for (const path of changed) engine.update(path, { kind: 'text', text: files.get(path)! });
        }
      }),
      { numRuns: 60, seed: 9 },
    );
  }).timeout(180_000);
});

/** The text of a file with values put in, of two in one place the first. */
function textWith(
  path: string,
  changes: readonly { readonly place: Place; readonly text: string }[],
): string {
  const its = changes.filter(({ place }, i) => {
    const isFirst = changes.findIndex((other) => other.place === place) === i;
    return place.path === path && isFirst;
  });
  const edits = its.map(({ place, text }) => ({ ...place.span, text }));
  return edits
    .sort((a, b) => b.start - a.start)
    .reduce((all, { start, end, text }) => all.slice(0, start) + text + all.slice(end), files.get(path)!);
}

/** Asks for everything; each answer in its time, and none of it a failure. */
async function answers(
  engine: Engine,
  { path, position }: Place,
  asOf: string,
  atMost = millisecondsAtMost,
): Promise<void> {
  await inTime('check', async () => {
    await engine.settle();
    assert.ok(!engine.check().failed);
  });
  await inTime('due', async () => {
    const due = await engine.due({ asOf, withinDays: 10_000 });
    assert.deepEqual(
      due.filter(({ messageId }) => messageId === 'failed'),
      [],
    );
    for (const { date: day } of due) assert.match(day ?? '2026-11-23', /^\d{4}-\d\d-\d\d$/);
  });
  await inTime('facts', async () => {
    const facts = await engine.facts({ asOf });
    assert.deepEqual(
      facts.filter(({ value }) => value === 'failed'),
      [],
    );
    for (const { unit, value } of facts) if (unit === 'date') assert.match(value, /^\d{4}-\d\d-\d\d$/);
  });
  await inTime('hover', async () => {
    await engine.hover(path, position, asOf);
  });

  async function inTime(what: string, answer: () => Promise<void>): Promise<void> {
    const taken = processorTime();
    await answer();
    const milliseconds = taken();
    assert.ok(milliseconds < atMost, `${what} took ${milliseconds} ms`);
  }
}
