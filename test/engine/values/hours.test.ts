import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { catalogue } from '../../../extension/engine/model/generated/catalogue.ts';
import type { DaysWithHours, Hours, TimeSpan, Weekday } from '../../../extension/engine/model/value.ts';
import { formatValue } from '../../../extension/engine/values/format-value.ts';
import { createValueReader } from '../../../extension/engine/values/read-value.ts';
import { valueSaid } from '../../../extension/engine/values/value-said.ts';
import { inEnglish } from '../../../extension/engine/model/said.ts';
import { createLanguage } from '../../../extension/language/language.ts';
import bundle from '../../../l10n/bundle.l10n.sv.json' with { type: 'json' };
import { sourceOf } from './reading.ts';

const reader = createValueReader(catalogue);
const languages = { en: createLanguage(), sv: createLanguage(bundle) };
const type = { is: 'hours' } as const;

function read(text: string): Hours {
  const { value, problem } = reader.read(type, sourceOf(text));
  assert.equal(problem, undefined, text);
  return value as Hours;
}

const time = fc
  .integer({ min: 0, max: 1439 })
  .map(
    (minute) => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`,
  );
const spans: fc.Arbitrary<readonly TimeSpan[]> = fc.array(
  fc.tuple(time, fc.oneof(time, fc.constant('24:00'))).map(([from, to]) => ({ from, to })),
  { minLength: 1, maxLength: 3 },
);
/** The hours of each day of a week; days off are null, and often several days have the same hours. */
const week = fc
  .tuple(
    fc.array(spans, { minLength: 1, maxLength: 3 }),
    fc.array(fc.option(fc.nat({ max: 2 })), { minLength: 7, maxLength: 7 }),
  )
  .map(([kinds, days]) => days.map((kind) => (kind === null ? null : kinds[kind % kinds.length]!)));

/** Entries of single days in some order, as somebody may write them. */
function entriesOf(days: readonly (readonly TimeSpan[] | null)[]): readonly DaysWithHours[] {
  return days.flatMap((own, i) => (own === null ? [] : [{ days: [(i + 1) as Weekday], spans: own }]));
}

function textOf(entries: readonly DaysWithHours[]): string {
  return entries
    .map(({ days, spans: own }) => formatValue(type, { kind: 'times', days, spans: own }))
    .join(', ');
}

describe('hours that differ by weekday', () => {
  it('are written so that they read the same', () => {
    fc.assert(
      fc.property(week, (days) => {
        const entries = entriesOf(days);
        fc.pre(entries.length > 0);
        const hours = read(textOf(entries));
        assert.deepEqual(read(formatValue(type, hours)), hours);
        for (const language of ['en', 'sv'] as const) {
          assert.deepEqual(read(languages[language].say(valueSaid(type, hours))), hours);
        }
      }),
    );
  });

  it('are one value in whatever order their days stand', () => {
    fc.assert(
      fc.property(
        week
          .map(entriesOf)
          .chain((entries) =>
            fc.tuple(fc.constant(entries), fc.shuffledSubarray([...entries], { minLength: entries.length })),
          ),
        ([entries, others]) => {
          fc.pre(entries.length > 0);
          assert.deepEqual(read(textOf(others)), read(textOf(entries)));
        },
      ),
    );
  });

  it('are plain hours where all days are alike', () => {
    const some = fc.subarray([1, 2, 3, 4, 5, 6, 7] as const, { minLength: 1 });
    fc.assert(
      fc.property(spans, some, (own, days) => {
        const apart = textOf(days.map((day) => ({ days: [day], spans: own })));
        assert.deepEqual(read(apart), { kind: 'times', days, spans: own });
      }),
    );
  });

  it('have each day once, and different hours in each part', () => {
    fc.assert(
      fc.property(week, (days) => {
        const entries = entriesOf(days);
        fc.pre(entries.length > 0);
        const hours = read(textOf(entries));
        if (hours.kind !== 'weekly') return;
        assert.ok(hours.week.length > 1);
        assert.deepEqual(
          hours.week.flatMap((part) => part.days).sort((a, b) => a - b),
          entries.flatMap((entry) => entry.days),
        );
        const keys = hours.week.map((part) => JSON.stringify(part.spans));
        assert.equal(new Set(keys).size, keys.length);
      }),
    );
  });

  it('are said in both languages', () => {
    const said = valueSaid(type, read('Mon-Thu 08:00-17:00, Fri 08:00-16:00'));
    assert.equal(inEnglish(said), 'Monday-Thursday 08:00-17:00, Friday 08:00-16:00');
    assert.equal(languages.sv.say(said), 'måndag–torsdag 08.00–17.00, fredag 08.00–16.00');
  });
});
