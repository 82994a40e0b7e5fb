import assert from 'node:assert/strict';
import { catalogue } from '../../../extension/engine/model/generated/catalogue.ts';
import { grammar } from '../../../extension/engine/model/generated/grammar.ts';
import type { ValueType, WordListKey } from '../../../extension/engine/model/schema.ts';
import { valueOf } from './reading.ts';

describe('English and Swedish', () => {
  const pairs: readonly (readonly [ValueType['is'], string, ...string[]])[] = [
    ['percent', '99.9 %', '99,9 %'],
    ['money', '48 500 EUR', '48,500.00 EUR', '48 500,00 EUR', '48\u00a0500 EUR', '48\u202f500 EUR'],
    ['hours', '02:00-06:00', '02.00–06.00', 'kl. 2–6'],
    [
      'hours',
      'Mon-Thu 08:00-17:00, Fri 08:00-16:00',
      'mån–tor 08.00–17.00, fre 08.00–16.00',
      'måndag-torsdag kl. 8-17 och fredag kl. 8-16',
    ],
    ['days', 'Monday-Friday', 'måndag–fredag', 'mån–fre'],
    ['date', 'end - 8 months', 'slut − 8 månader'],
    ['when', 'first Sunday 02:00-06:00', 'första söndagen 02.00–06.00'],
    ['when', 'second Thursday 13:00', 'andra torsdagen kl. 13.00'],
    ['when', 'second Thursday at 13:00', 'andra torsdagen klockan 13'],
    ['every', '2 weeks', '2 veckor', 'varannan vecka'],
    ['measuredOver', 'rolling 30 days', 'rullande 30 dagar'],
    ['period', '2026-12-24 to 2027-01-01', '2026-12-24 till 2027-01-01', '2026-12-24–2027-01-01'],
    ['measure', 'availability, per minute', 'tillgänglighet per minut'],
    ['quantity', 'at least 40 people', 'minst 40 personer'],
    ['quantity', 'less than 4 hours', 'mindre än 4 timmar'],
    ['band', '4 to 9 people', '4 till 9 personer'],
    ['renewal', 'automatic, 12 months', 'automatisk, 12 månader'],
  ];
  for (const [type, english, ...others] of pairs) {
    for (const other of others) {
      it(`${type}: ${english} is ${other}`, () => {
        assert.deepEqual(valueOf(type, other), valueOf(type, english));
      });
    }
  }

  it('read every form of every fixed word as its English form', () => {
    for (const [key, { words }] of Object.entries(catalogue.words)) {
      const type: ValueType = { is: 'word', list: key as WordListKey };
      for (const { word, forms } of words) for (const form of forms) assert.equal(valueOf(type, form), word);
    }
  });

  it('read every form of a unit, a weekday, an anchor and a comparison alike', () => {
    for (const { word, forms } of grammar.unit) {
      for (const form of forms)
        assert.deepEqual(valueOf('duration', `2 ${form}`), valueOf('duration', `2 ${word}`));
    }
    for (const { word, forms } of grammar.weekday) {
      for (const form of forms) assert.deepEqual(valueOf('days', form), valueOf('days', word));
    }
    for (const { word, forms } of grammar.anchor) {
      for (const form of forms)
        assert.deepEqual(valueOf('date', `${form} + 1 day`), valueOf('date', `${word} + 1 day`));
    }
    for (const { word, forms } of grammar.compare) {
      for (const form of forms)
        assert.deepEqual(valueOf('quantity', `${form} 5`), valueOf('quantity', `${word} 5`));
    }
  });
});
