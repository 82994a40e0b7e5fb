import assert from 'node:assert/strict';
import { catalogue } from '../../../extension/engine/model/generated/catalogue.ts';
import type { ValueType } from '../../../extension/engine/model/schema.ts';
import { formatValue } from '../../../extension/engine/values/format-value.ts';
import { createValueReader } from '../../../extension/engine/values/read-value.ts';
import cases from '../../conformance/values.json' with { type: 'json' };
import * as fc from 'fast-check';
import { sourceOf, valueOf } from './reading.ts';

describe('formatValue', () => {
  const examples: readonly (readonly [ValueType['is'], string, string])[] = [
    ['duration', 'P1Y6M', '18 months'],
    ['duration', '1 arbetsdag', '1 working day'],
    ['duration', 'inga', 'none'],
    ['money', '48500 EUR i månaden', '48 500 EUR per month'],
    ['percent', '99,90%', '99.90 %'],
    ['quantity', 'minst 4,2 av 5', 'at least 4.2 of 5'],
    ['quantity', 'högst 1 timme', 'at most 1 hour'],
    ['quantity', '<0,8%', 'below 0.8 %'],
    ['date', 'slut − 8 månader', 'end - 8 months'],
    ['date', 'avtalets slut', 'end'],
    ['period', '2026-w01', '2026-W01'],
    ['period', '2026-q4', '2026-Q4'],
    ['when', 'andra torsdagen i mars kl. 13', 'second Thursday of March 13:00'],
    ['when', 'dag 15', 'day 15'],
    ['hours', 'mån, ons–fre, sön kl. 8–17', 'Monday, Wednesday-Friday, Sunday 08:00-17:00'],
    [
      'hours',
      'fre 08-16, mån-tor 08-12 och 13-17',
      'Monday-Thursday 08:00-12:00, 13:00-17:00, Friday 08:00-16:00',
    ],
    ['days', 'alla dagar', 'every day'],
    ['days', 'mån–tis', 'Monday, Tuesday'],
    ['every', 'varannan vecka', '2 weeks'],
    ['measuredOver', 'rullande 30 dagar', '30 days rolling'],
    ['renewal', 'automatisk, 12 månader', 'automatic, 12 months'],
    ['band', '4–9', '4 to 9 people'],
    ['yesNo', 'ja', 'yes'],
    ['paths', '/src/**, org/repo: a', 'src/**, org/repo: a'],
  ];
  for (const [type, text, english] of examples) {
    it(`${type}: ${text} is written ${english}`, () => {
      assert.equal(formatValue({ is: type } as ValueType, valueOf(type, text)), english);
    });
  }

  it('writes what reads as the same value again', () => {
    const reader = createValueReader(catalogue);
    for (const { type, text } of cases as readonly {
      type: ValueType;
      text: string;
    }[]) {
      const first = reader.read(type, sourceOf(text));
      if (first.problem) continue;
      const written = formatValue(type, first.value);
      assert.deepEqual(reader.read(type, sourceOf(written)), first, `${type.is} ${text} -> ${written}`);
    }
  });

  it('writes numbers that are not ambiguous', () => {
    const reader = createValueReader(catalogue);
    const decimal = fc.tuple(
      fc.nat(2_000_000),
      fc.string({ unit: fc.constantFrom('0', '1', '5', '9'), maxLength: 5 }),
    );
    fc.assert(
      fc.property(
        decimal,
        fc.constantFrom('quantity', 'score', 'duration', 'percent'),
        ([whole, decimals], is) => {
          const type = { is } as ValueType;
          const number = decimals === '' ? String(whole) : `${whole}.${decimals}`;
          const value =
            is === 'quantity'
              ? { value: number, unit: 'ms' }
              : is === 'duration'
                ? { n: number, unit: 'second', working: false }
                : number;
          const again = reader.read(type, sourceOf(formatValue(type, value)));
          const digits =
            is === 'quantity'
              ? (again.value as { value: string }).value
              : is === 'duration'
                ? (again.value as { n: string }).n
                : again.value;
          // The zero that keeps three decimals from being read as thousands is no other number.
          assert.ok(digits === number || digits === `${number}0`, `${number} became ${String(digits)}`);
        },
      ),
    );
  });
});
