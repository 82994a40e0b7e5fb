import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createLanguage } from '../../extension/language/language.ts';
import { inEnglish, say } from '../../extension/engine/model/said.ts';
import { catalogue } from '../../extension/engine/model/generated/catalogue.ts';
import type { ValueType } from '../../extension/engine/model/schema.ts';
import { factSaid } from '../../extension/engine/values/fact-said.ts';
import { amountSaid } from '../../extension/engine/values/money-said.ts';
import { formatMoney } from '../../extension/engine/values/format-value.ts';
import { checkRules } from '../../extension/engine/index.ts';
import { ceilingExpression } from '../../extension/engine/kinds/sla/ceiling-text.ts';
import { exact } from '../../extension/engine/measure/decimal.ts';
import { weekdaysSaid } from '../../extension/engine/values/days-said.ts';
import { createValueReader } from '../../extension/engine/values/read-value.ts';
import { decimal, figures, times } from '../../extension/engine/values/say.ts';

const root = path.resolve(import.meta.dirname, '../..');
const bundle = JSON.parse(readFileSync(path.join(root, 'l10n/bundle.l10n.sv.json'), 'utf8')) as Readonly<
  Record<string, string>
>;
const sv = createLanguage(bundle);
const en = createLanguage();
const reader = createValueReader(catalogue);

function read(is: ValueType['is'], text: string): unknown {
  const { value, problem } = reader.read({ is } as ValueType, { text, span: { start: 0, end: text.length } });
  assert.equal(problem, undefined, text);
  return value;
}

function named(text: string): object {
  return { text };
}

describe('numbers as people read them', () => {
  const values: readonly (readonly [value: string, unit: string, english: string, swedish: string])[] = [
    ['582000.00 EUR', 'money', '582 000 EUR', '582 000 EUR'],
    ['582000.50 EUR', 'money', '582 000.50 EUR', '582 000,50 EUR'],
    ['-48500.00 EUR per month', 'money', '-48 500 EUR per month', '−48 500 EUR per månad'],
    ['1234.500 KWD', 'money', '1 234.500 KWD', '1 234,500 KWD'],
    ['0.00', 'percent', '0 %', '0 %'],
    ['100.00', 'percent', '100 %', '100 %'],
    ['99.898000', 'percent', '99.898 %', '99,898 %'],
    ['-29', 'days', '-29 days', '−29 dagar'],
    ['-1', 'days', '-1 day', '−1 dag'],
    ['0.5', 'hours', '0.5 hours', '0,5 timmar'],
    ['-90061', 'seconds', '-90 061 s (minus 1 d 1 h 1 min 1 s)', '−90 061 s (minus 1 d 1 h 1 min 1 s)'],
    ['59', 'seconds', '59 s', '59 s'],
  ];
  for (const [value, unit, english, swedish] of values)
    it(`${value} ${unit} is ${english}, in Swedish ${swedish}`, () => {
      const said = factSaid({ value, unit });
      assert.equal(inEnglish(said), english);
      assert.equal(en.say(said), english);
      assert.equal(sv.say(said), swedish);
    });

  it('money reads back, as it is shown in either language', () => {
    for (const value of [
      '582000.00 EUR',
      '582000.50 EUR',
      '48500.00 EUR per month',
      '0.05 SEK',
      '123457 JPY',
      '1234.500 KWD',
    ]) {
      const money = read('money', value);
      for (const language of [en, sv])
        assert.deepEqual(read('money', language.say(amountSaid(value))), money, value);
      assert.deepEqual(read('money', formatMoney(money as Parameters<typeof formatMoney>[0])), money);
    }
  });

  it('numbers in messages take the signs of the language, and lose needless zeros', () => {
    const said = {
      template: checkRules.find(({ code }) => code === 'SLA006')!.messages['unpaid']!,
      data: { target: decimal('99.90'), below: decimal('99.0'), service: '1.50' },
    };
    assert.match(sv.say(said), /sitt mål på 99,9 % ger "1\.50" inget vite ner till 99 %/);
    assert.match(en.say(said), /target of 99\.9 % "1\.50" earns no credit down to 99 %/);
  });

  it('a calculation takes them throughout', () => {
    const expression = ceilingExpression(
      [
        { needed: 1, of: [named('a')] },
        { needed: 1, of: [named('b'), named('b')] },
        { needed: 2, of: [named('b'), named('c'), named('b')] },
      ] as unknown as Parameters<typeof ceilingExpression>[0],
      {
        parts: [
          { service: 'a', percent: exact('99.95') },
          { service: 'b', percent: exact('99.5') },
          { service: 'c', percent: exact('99') },
        ] as unknown as Parameters<typeof ceilingExpression>[1]['parts'],
      },
    );
    assert.equal(
      inEnglish(expression),
      '99.95 % x (1 - 0.5 % x 0.5 %) x (at least 2 of 99.5 %, 99 %, 99.5 %)',
    );
    assert.equal(
      sv.say(say('{{expression}}, if failures are independent', { expression })),
      '99,95 % x (1 − 0,5 % x 0,5 %) x (minst 2 av 99,5 %, 99 %, 99,5 %), om felen är oberoende av varandra',
    );
    assert.equal(sv.say(say('{{n}} %', { n: figures('-1 234.50') })), '−1 234,50 %');
  });

  it('times, days and ranges in Swedish are those of documents, and dates stay', () => {
    const at = (text: string): string => sv.say(say('at {{time}}', { time: times(text) }));
    assert.equal(at('08:00-17:00, 18:00-19:30'), 'kl. 08.00–17.00, 18.00–19.30');
    assert.equal(at('13:00'), 'kl. 13.00');
    const days = [weekdaysSaid([1, 2, 3, 4, 5]), weekdaysSaid([1, 3]), weekdaysSaid([1, 2, 3, 4, 5, 6, 7])];
    assert.deepEqual(days.map(inEnglish), ['Monday-Friday', 'Monday, Wednesday', 'every day']);
    assert.deepEqual(days.map(sv.say), ['måndag–fredag', 'måndag, onsdag', 'alla dagar']);
    assert.equal(
      sv.say(say('from {{from}} to {{to}}', { from: '2026-10-01', to: '2026-10-31' })),
      'från 2026-10-01 till 2026-10-31',
    );
    assert.equal(sv.words({ words: '08:00-17:00', group: 'example' }), '08.00–17.00');
    assert.equal(sv.words({ words: '2026-10', group: 'example' }), '2026-10');
    assert.deepEqual(read('hours', '08.00–17.00'), read('hours', '08:00-17:00'));
    assert.deepEqual(read('days', 'måndag–fredag'), read('days', 'Monday-Friday'));
    assert.deepEqual(read('date', 'slut − 8 månader'), read('date', 'end - 8 months'));
  });
});
