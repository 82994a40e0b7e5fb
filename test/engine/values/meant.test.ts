import assert from 'node:assert/strict';
import { catalogue } from '../../../extension/engine/model/generated/catalogue.ts';
import type { Wording } from '../../../extension/engine/model/language.ts';
import type { ValueType } from '../../../extension/engine/model/schema.ts';
import { createValueReader } from '../../../extension/engine/values/read-value.ts';
import { inLanguage } from '../../../extension/engine/values/wording.ts';
import { sourceOf } from './reading.ts';

type Offers = readonly Wording[];
const both = (en: string, sv: string): Wording => ({ en, sv });

/** By type: what is written, and the whole values that are offered for it. */
const cases: Readonly<Record<string, Readonly<Record<string, Offers>>>> = {
  duration: {
    '15mins': [both('15 minutes', '15 minuter')],
    '15 Mintues': [both('15 minutes', '15 minuter')],
    '4hrs': [both('4 hours', '4 timmar')],
    '1hr': [both('1 hour', '1 timme')],
    '6 monhts': [both('6 months', '6 månader')],
    '15 m': [both('15 minutes', '15 minuter'), both('15 months', '15 månader')],
    '9-12 months': [both('9 months', '9 månader'), both('12 months', '12 månader')],
    '9–12 månader': [both('9 months', '9 månader'), both('12 months', '12 månader')],
    '6 to 9 months': [both('6 months', '6 månader'), both('9 months', '9 månader')],
    '24+ months': [both('24 months', '24 månader')],
    'ca 4 timmar': ['4 timmar'],
    'approx. 4 hours': ['4 hours'],
    '≤1h': ['1h'],
    'within 5 Business days': ['5 Business days'],
    'två veckor': [both('2 weeks', '2 veckor')],
    '1h 30min': [both('90 minutes', '90 minuter')],
    '1 year 6 months': [both('18 months', '18 månader')],
    NBD: [both('1 working day', '1 arbetsdag')],
    '4 hours.': ['4 hours'],
    soon: [],
    '4': [],
    'four (5) hours': [],
    '1-2-3 hours': [],
    '5 days 3 hours': [],
    '10⁶ s': [],
  },
  money: {
    '48500 EUR/month': [both('48500 EUR per month', '48500 EUR per månad')],
    '48 500 EUR / månad': [both('48 500 EUR per month', '48 500 EUR per månad')],
    '48 500 EUR monthly': [both('48 500 EUR per month', '48 500 EUR per månad')],
    '1.2 MSEK': ['1 200 000 SEK'],
    'EUR 2.8 million': ['2 800 000 EUR'],
    '50 kEUR': ['50 000 EUR'],
    '50 000-60 000 EUR': ['50 000 EUR', '60 000 EUR'],
    'ca 50 000 EUR': ['50 000 EUR'],
    '1.2345 kEUR': [],
    'some money': [],
  },
  percent: { '5-10 %': ['5 %', '10 %'], 'ca 5 %': ['5 %'], '> 99 %': [], 'a few': [] },
  quantity: {
    '90-95%': ['90 %', '95 %'],
    'no less than 99.9%': [both('at least 99.9 %', 'minst 99.9 %')],
    '4-9': [],
  },
  plainDate: {
    '11 maj 2026': ['2026-05-11'],
    '11-May-2026': ['2026-05-11'],
    'May 11, 2026': ['2026-05-11'],
    '12/11/2026': ['2026-11-12', '2026-12-11'],
    '2026-5-11': ['2026-05-11'],
    '2026-13-05': ['2026-05-13'],
    '2026-05-11T00:00:00Z': ['2026-05-11'],
    'by 30 June 2027': ['2027-06-30'],
    '2026-02-30': [],
    '11/5/26': [],
  },
  date: {
    '14 days before end': ['end - 14 days'],
    '30 dagar efter start': ['start + 30 dagar'],
    '2 weeks after Pilot': [],
  },
  yesNo: { 'Yes.': ['Yes'], y: [both('yes', 'ja')], J: [both('yes', 'ja')], maybe: [] },
  period: {
    'October 2026': ['2026-10'],
    'oktober 2026': ['2026-10'],
    '2026 Q4': ['2026-Q4'],
    'Q4 2026': ['2026-Q4'],
    'vecka 46 2026': ['2026-W46'],
    '2026/10': ['2026-10'],
    '2026 Q5': [],
  },
  renewal: {
    'automatically, 12 months': [both('automatic, 12 months', 'automatisk, 12 months')],
    no: [both('none', 'ingen')],
    yearly: [],
  },
  measuredOver: {
    month: [both('calendar month', 'kalendermånad')],
    'per månad': [both('calendar month', 'kalendermånad')],
    quarterly: [both('calendar quarter', 'kalenderkvartal')],
  },
  every: {
    montly: [],
    'once a month': [both('month', 'månad')],
    'per vecka': [both('week', 'vecka')],
    biweekly: [],
  },
  hours: {
    '8-17': ['08:00-17:00'],
    '9am-5pm': ['09:00-17:00'],
    'mån-fre 08-17': ['mån-fre 08:00-17:00'],
    '9-5': ['09:00-17:00', '09:00-05:00'],
    '24/7/365': [both('24x7', 'dygnet runt')],
    '09:00-17:00 CET': [],
  },
  when: {
    'Tuesday 10am': ['Tuesday 10:00'],
    'Tuesdey 10:00': ['tuesday 10:00'],
    'den 15:e': [both('day 15', 'dag 15')],
    'ad hoc': [],
  },
  days: { 'Mon, Satruday': ['saturday'] },
  language: { sv_SE: ['sv-SE'] },
  raci: { 'C/I': ['C', 'I'], Responsible: ['R'], X: [] },
};

describe('what is offered for a value that does not read', () => {
  const reader = createValueReader(catalogue);

  for (const [is, texts] of Object.entries(cases)) {
    for (const [text, offers] of Object.entries(texts)) {
      it(`${is}: ${text}`, () => {
        const { problem } = reader.read({ is } as ValueType, sourceOf(text));
        assert.ok(problem);
        assert.deepEqual(problem.replacements, offers);
        const { start, end } = problem.replaced ?? problem.span;
        for (const offer of offers) {
          for (const language of ['en', 'sv'] as const) {
            const mended = text.slice(0, start) + inLanguage(offer, language) + text.slice(end);
            assert.equal(reader.read({ is } as ValueType, sourceOf(mended)).problem, undefined, mended);
          }
        }
      });
    }
  }
});
