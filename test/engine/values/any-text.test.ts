import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { catalogue } from '../../../extension/engine/model/generated/catalogue.ts';
import { grammar } from '../../../extension/engine/model/generated/grammar.ts';
import type { ValueType } from '../../../extension/engine/model/schema.ts';
import { formatValue } from '../../../extension/engine/values/format-value.ts';
import { valueMessages } from '../../../extension/engine/values/problems.ts';
import { inLanguage } from '../../../extension/engine/values/wording.ts';
import { createValueReader } from '../../../extension/engine/values/read-value.ts';
import cases from '../../conformance/values.json' with { type: 'json' };
import { sourceOf } from './reading.ts';
import { processorTime } from '../../support/processor-time.ts';

const types = [
  ...new Map(
    (cases as readonly { type: ValueType }[]).map(({ type }) => [JSON.stringify(type), type]),
  ).values(),
];

describe('any text', () => {
  const reader = createValueReader(catalogue);
  const anyType = fc.constantFrom(...types);
  const words = Object.values(grammar).flatMap((entries) => entries.flatMap(({ forms }) => [...forms]));
  const soup = fc
    .array(
      fc.constantFrom(
        ...words,
        '-',
        '–',
        ',',
        '1',
        '2026-10-01',
        '48 500',
        '1,000',
        '09:30',
        'EUR',
        '%',
        'of',
        '\n',
        'å',
        'SE',
        'P6M',
        '+',
      ),
      { maxLength: 7 },
    )
    .map((parts) => parts.join(' '));

  it('reads or is a problem within its characters, and never throws', () => {
    const text = fc.oneof(soup, fc.string({ unit: 'binary', maxLength: 30 }), fc.string({ maxLength: 30 }));
    fc.assert(
      fc.property(anyType, text, (type, raw) => {
        const result = reader.read(type, sourceOf(raw, 7));
        if (!result.problem) return;
        const { id, span, replacements } = result.problem;
        assert.ok(id in valueMessages);
        assert.ok(span.start >= 7 && span.start <= span.end && span.end <= 7 + raw.length);
        assert.equal(new Set(replacements).size, replacements.length);
      }),
      { numRuns: 4000 },
    );
  });

  it('that reads is written in English and reads the same', () => {
    fc.assert(
      fc.property(anyType, soup, (type, raw) => {
        const first = reader.read(type, sourceOf(raw));
        if (first.problem || first.value === '') return;
        assert.deepEqual(reader.read(type, sourceOf(formatValue(type, first.value))), first);
      }),
      { numRuns: 4000 },
    );
  });

  it('with a replacement in place of the wrong characters has another problem or none', () => {
    for (const { type, text } of cases as readonly { type: ValueType; text: string }[]) {
      const { problem } = reader.read(type, sourceOf(text));
      for (const replacement of problem?.replacements ?? []) {
        const { start, end } = problem?.replaced ?? problem?.span ?? { start: 0, end: 0 };
        for (const language of ['en', 'sv'] as const) {
          const mended = text.slice(0, start) + inLanguage(replacement, language) + text.slice(end);
          assert.equal(reader.read(type, sourceOf(mended)).problem?.id, undefined, `${text} -> ${mended}`);
        }
      }
    }
  });

  it('of 64 KiB is answered at once', () => {
    const hostile = [
      '1',
      '1,',
      '1 ',
      '- ',
      'a-',
      'p1',
      ', ',
      '{',
      '09:30 ',
      'monday ',
      'every second ',
      '@a.',
      '%',
      '\u00e5 ',
      'end - ',
      '\n',
      '\u0301',
      '24/7 ',
      'of ',
    ];
    for (const part of hostile) {
      const text = part.repeat(65_536 / part.length);
      for (const type of types) {
        const taken = processorTime();
        reader.read(type, sourceOf(text));
        assert.ok(taken() < 400, `${type.is} takes too long for ${JSON.stringify(part)}`);
      }
    }
  });
});
