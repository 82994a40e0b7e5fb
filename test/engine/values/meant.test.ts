import assert from 'node:assert/strict';
import { catalogue } from '../../../extension/engine/model/generated/catalogue.ts';
import type { Wording } from '../../../extension/engine/model/language.ts';
import type { ValueType } from '../../../extension/engine/model/schema.ts';
import { createValueReader } from '../../../extension/engine/values/read-value.ts';
import { inLanguage } from '../../../extension/engine/values/wording.ts';
import { sourceOf } from './reading.ts';

type Offers = readonly Wording[];
const both = (en: string, sv: string): Wording => ({ en, sv });

/** By type: what is written, and the whole values that are offered for it: one that is a guess, or two of which one holds. */
const offered: Readonly<Record<string, Readonly<Record<string, Offers>>>> = {
  duration: {
    '15 Mintues': [both('15 minutes', '15 minuter')],
    '6 monhts': [both('6 months', '6 månader')],
    '15 m': [both('15 minutes', '15 minuter'), both('15 months', '15 månader')],
    '9-12 months': [both('9 months', '9 månader'), both('12 months', '12 månader')],
    '9–12 månader': [both('9 months', '9 månader'), both('12 months', '12 månader')],
    '6 to 9 months': [both('6 months', '6 månader'), both('9 months', '9 månader')],
    '24+ months': [both('24 months', '24 månader')],
    'ca 4 timmar': ['4 timmar'],
    'approx. 4 hours': ['4 hours'],
    soon: [],
    '4': [],
    'four (5) hours': [],
    '1-2-3 hours': [],
    '5 days 3 hours': [],
    '10⁶ s': [],
    'best effort': [],
    'same business day': [],
  },
  money: {
    '50 000-60 000 EUR': ['50 000 EUR', '60 000 EUR'],
    'ca 50 000 EUR': ['50 000 EUR'],
    '1.2345 kEUR': [],
    'some money': [],
    '48 500 kr': ['SEK', 'DKK', 'NOK'],
    'EUR 800,000': [],
  },
  percent: { '5-10 %': ['5 %', '10 %'], 'ca 5 %': ['5 %'], '> 99 %': [], 'a few': [] },
  quantity: {
    '90-95%': ['90 %', '95 %'],
    '99.9% to 99.95%': ['99.9 %', '99.95 %'],
    '4-9': [],
    '80% within 30 seconds': [],
    '±5%': [],
  },
  plainDate: {
    '12/11/2026': ['2026-11-12', '2026-12-11'],
    '2026-13-05': ['2026-05-13'],
    '2026-02-30': [],
    '11/5/26': [],
    'September 2026': ['2026-09-01', '2026-09-30'],
    '2026-13': [],
    '2026-12': ['2026-12-01', '2026-12-31'],
    '2026-1211': [],
  },
  date: {
    '2 weeks after Pilot': [],
    '2027-02': ['2027-02-28'],
    '02/2028': ['2028-02-29'],
    'mars 2027': ['2027-03-31'],
    'end of June 2027': ['2027-06-30'],
    'Q3 2027': ['2027-09-30'],
    'H2 2027': [],
  },
  yesNo: { maybe: [], 'yes/no': [] },
  period: { '2026 Q5': [] },
  renewal: { yearly: [], '3 years': ['option, 3 years', both('automatic, 3 years', 'automatisk, 3 years')] },
  measuredOver: { '30 days': [] },
  every: { montly: [], biweekly: [], 'ad hoc': [] },
  hours: {
    '9-5': ['09:00-17:00', '09:00-05:00'],
    '09:00-17:00 CET': [],
    '8x5': [],
    '9am': [],
    'Mon-Fri 08:00-17:00, Sat on request': [],
    'Mon/Wed 08:00-17:00': [],
  },
  when: { 'Tuesdey 10:00': ['tuesday 10:00'], 'ad hoc': [], '35th': [] },
  days: { 'Mon, Satruday': ['saturday'] },
  raci: { 'C/I': ['C', 'I'], X: [], A1: [] },
  countries: { 'eu-west-1': [] },
};

/** By type: what is written in other words, and the plain writing of the one thing that it says. */
const read: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  duration: {
    '15mins': '15 minutes',
    '4hrs': '4 hours',
    '1hr': '1 hour',
    '2d': '2 days',
    '3w': '3 weeks',
    '≤1h': '1 hour',
    'within 5 Business days': '5 working days',
    'inom 4 timmar': '4 timmar',
    'max 4 hours': '4 hours',
    'två veckor': '2 weeks',
    'one hour': '1 hour',
    'four (4) business hours': '4 working hours',
    '30 calendar days': '30 days',
    '30-day': '30 days',
    '8 working hrs': '8 working hours',
    '1h 30min': '90 minutes',
    '1½ hours': '1.5 hours',
    '½ day': '0.5 days',
    '1 year 6 months': '18 months',
    NBD: '1 working day',
    'nästa arbetsdag': '1 arbetsdag',
    'by the 5th working day': '5 working days',
    '3rd business day of the month': '3 working days',
    'on the 1st working day of each quarter': '1 working day',
    'by the 10th day of the following month': '10 days',
    'senast den 5:e arbetsdagen': '5 arbetsdagar',
    '2:a arbetsdagen efter månadsskiftet': '2 arbetsdagar',
    Immediately: 'at once',
    omedelbart: 'at once',
    zero: '0 minutes',
    '4 hours.': '4 hours',
  },
  money: {
    '48500 EUR/month': '48500 EUR per month',
    '48 500 EUR / månad': '48 500 EUR per month',
    '48 500 EUR monthly': '48 500 EUR per month',
    '1.2 MSEK': '1 200 000 SEK',
    'EUR 2.8 million': '2 800 000 EUR',
    '50 kEUR': '50 000 EUR',
    'EUR 800 000': '800 000 EUR',
    'EUR 48 500 per month': '48 500 EUR per month',
    '€48,500.00': '48500.00 EUR',
    '800 000 €': '800 000 EUR',
    '48 500 euro': '48 500 EUR',
    "CHF 1'200'000": '1 200 000 CHF',
    '1,000 JPY': '1 000 JPY',
    'EUR 0': '0 EUR',
  },
  percent: {
    '10% of the quarterly fee': '10 %',
    '10 % av årsavgiften': '10 %',
    '10% of monthly fee': '10 %',
    '10 pct': '10 %',
    '10 procent': '10 %',
  },
  quantity: {
    'no less than 99.9%': 'at least 99.9 %',
    'min. 99.9 %': 'at least 99.9 %',
    'maximum 3': 'at most 3',
    'up to 5': 'at most 5',
    'greater than 95%': 'above 95 %',
    '99.9% or better': 'at least 99.9 %',
    '99.9%+': 'at least 99.9 %',
    '99.9 percent': '99.9 %',
    '4.2 out of 5': '4.2 of 5',
    '10k': '10 000',
  },
  plainDate: {
    '11 maj 2026': '2026-05-11',
    '11-May-2026': '2026-05-11',
    'May 11, 2026': '2026-05-11',
    '2026-5-11': '2026-05-11',
    '31/12/2026': '2026-12-31',
    '2026-05-11T00:00:00Z': '2026-05-11',
    'by 30 June 2027': '2027-06-30',
  },
  date: { '14 days before end': 'end - 14 days', '30 dagar efter start': 'start + 30 days' },
  yesNo: { 'Yes.': 'yes', y: 'yes', J: 'yes' },
  period: {
    'October 2026': '2026-10',
    'oktober 2026': '2026-10',
    '2026 Q4': '2026-Q4',
    'Q4 2026': '2026-Q4',
    'vecka 46 2026': '2026-W46',
    '2026/10': '2026-10',
  },
  renewal: { 'automatically, 12 months': 'automatic, 12 months', no: 'none' },
  measuredOver: { month: 'calendar month', 'per månad': 'calendar month', quarterly: 'calendar quarter' },
  every: {
    'once a month': 'month',
    'per vecka': 'week',
    Weekly: 'week',
    fortnightly: '2 weeks',
    'every other week': '2 weeks',
    'every two weeks': '2 weeks',
    'every three months': '3 months',
    månadsvis: 'month',
    halvårsvis: '6 months',
  },
  hours: {
    '8-17': '08:00-17:00',
    '9am-5pm': '09:00-17:00',
    'mån-fre 08-17': 'Monday-Friday 08:00-17:00',
    'M-F 09:00-17:00': 'Monday-Friday 09:00-17:00',
    'Mon-Fri, 8am-8pm': 'Monday-Friday 08:00-20:00',
    '8:00 AM - 6:00 PM': '08:00-18:00',
    '8am-5pm Mon-Fri': 'Monday-Friday 08:00-17:00',
    'mån-tor: 8-17; fre: 8-16': 'Monday-Thursday 08:00-17:00, Friday 08:00-16:00',
    'mån-fre dygnet runt, lör-sön stängt': 'Monday-Friday 00:00-24:00',
    '7 days 06:00-22:00': 'every day 06:00-22:00',
    '24/7/365': '24x7',
    '24/5': 'Monday-Friday 00:00-24:00',
    'business hours': 'office hours',
  },
  when: {
    'Tuesday 10am': 'Tuesday 10:00',
    'First Tuesday of the month': 'first Tuesday',
    'första tisdagen i månaden': 'first Tuesday',
    'den 15:e': 'day 15',
  },
  language: { sv_SE: 'sv-SE', English: 'en', svenska: 'sv' },
  raci: { 'A/R': 'R/A', AR: 'R/A', 'R, A': 'R/A', Responsible: 'R', ansvarig: 'A', 'R*': 'R' },
  countries: { Sweden: 'SE', 'SE/LT': 'SE, LT', 'SE and LT': 'SE, LT', Indien: 'IN' },
  measure: {
    uptime: 'availability',
    'Monthly uptime percentage': 'availability',
    'Infrastructure uptime': 'availability, infrastructure',
    'availability (per minute)': 'availability per minute',
    upptid: 'availability',
  },
};

describe('what is offered for a value that does not read', () => {
  const reader = createValueReader(catalogue);

  for (const [is, texts] of Object.entries(offered)) {
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

describe('what says one thing in other words', () => {
  const reader = createValueReader(catalogue);

  for (const [is, texts] of Object.entries(read)) {
    const type = (is === 'measure' ? { is, list: 'measure' } : { is }) as ValueType;
    for (const [text, plain] of Object.entries(texts))
      it(`is read as that: ${is}: ${text}`, () => {
        const { value, problem } = reader.read(type, sourceOf(text));
        assert.equal(problem, undefined);
        assert.deepEqual(value, reader.read(type, sourceOf(plain)).value);
      });
  }

  it('is the bound of a tier only where its column says so', () => {
    const bounded = (bound: 'from' | 'below', text: string): unknown =>
      reader.read({ is: 'percent', bound }, sourceOf(text)).value;
    assert.deepEqual(
      ['< 99%', 'below 99.5 %', 'under 99,5 %'].map((text) => bounded('below', text)),
      ['99', '99.5', '99.5'],
    );
    assert.deepEqual(
      ['≥ 98.0%', 'from 98 %'].map((text) => bounded('from', text)),
      ['98.0', '98'],
    );
    for (const [bound, text] of [
      ['below', '> 99 %'],
      ['below', '≥ 99 %'],
      ['from', '< 99 %'],
    ] as const)
      assert.equal(bounded(bound, text), undefined, `${bound} ${text}`);
  });
});
