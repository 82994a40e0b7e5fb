import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createLocaliser } from '../../extension/language/localiser.ts';
import { templatesOf } from '../../extension/engine/index.ts';
import { catalogue } from '../../extension/engine/model/generated/catalogue.ts';
import type { ValueType } from '../../extension/engine/model/schema.ts';
import { factValue } from '../../extension/engine/report/fact-value.ts';
import { moneyText } from '../../extension/engine/values/figures.ts';
import { formatMoney } from '../../extension/engine/values/format-value.ts';
import { createValueReader } from '../../extension/engine/values/read-value.ts';
import { figures, say, words } from '../../extension/engine/values/say.ts';

const root = path.resolve(import.meta.dirname, '../..');
const bundle = JSON.parse(readFileSync(path.join(root, 'l10n/bundle.l10n.sv.json'), 'utf8')) as Readonly<
  Record<string, string>
>;
const sv = createLocaliser(bundle);
const en = createLocaliser(undefined);
const reader = createValueReader(catalogue);

function read(is: ValueType['is'], text: string): unknown {
  const { value, problem } = reader.read({ is } as ValueType, { text, span: { start: 0, end: text.length } });
  assert.equal(problem, undefined, text);
  return value;
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
      const text = factValue({ value, unit });
      assert.equal(en.phrase(text, 'value'), english);
      assert.equal(sv.phrase(text, 'value'), swedish);
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
      for (const localiser of [en, sv])
        assert.deepEqual(read('money', localiser.phrase(moneyText(value), 'value')), money, value);
      assert.deepEqual(read('money', formatMoney(money as Parameters<typeof formatMoney>[0])), money);
    }
  });

  it('numbers in messages take the signs of the language, and lose needless zeros', () => {
    const template =
      'Below its target of {{target}} % "{{service}}" earns no credit down to {{below}} %: let the highest tier end at the target.';
    const data = { target: '99.90', below: '99.0', service: '1.50' };
    assert.match(sv.text(template, data), /sitt mål på 99,9 % ger "1\.50" inget vite ner till 99 %/);
    assert.match(en.text(template, data), /target of 99\.9 % "1\.50" earns no credit down to 99 %/);
  });

  it('a calculation takes them throughout', () => {
    const expression = '99.95 % x (1 - 0.5 % x 0.5 %) x (at least 2 of 99.5 %, 99 %)';
    const said = say('{{expression}}, if failures are independent', { expression: figures(expression) });
    assert.equal(
      sv.say(said),
      '99,95 % x (1 − 0,5 % x 0,5 %) x (minst 2 av 99,5 %, 99 %), om felen är oberoende av varandra',
    );
    const finding = {
      code: 'SLA008',
      messageId: 'above',
      message: '',
      data: { service: 'A 1.5', target: '99.9', ceiling: '99.95 % x 99.9 % = 99.85005 %' },
    };
    assert.match(
      sv.finding(finding, templatesOf),
      /^"A 1\.5" lovar 99,9 %, .*: 99,95 % x 99,9 % = 99,85005 %, /,
    );
  });

  it('times, days and ranges in Swedish are those of documents, and dates stay', () => {
    const days = (text: string): string => sv.say(say('at {{time}}', { time: words(text, 'days') }));
    assert.equal(days('Monday-Friday 08:00-17:00'), 'kl. måndag–fredag 08.00–17.00');
    assert.equal(days('13:00'), 'kl. 13.00');
    assert.equal(
      sv.say(say('from {{from}} to {{to}}', { from: '2026-10-01', to: '2026-10-31' })),
      'från 2026-10-01 till 2026-10-31',
    );
    assert.equal(sv.phrase('07:30 or 08:30 in Asia/Ust-Nera', 'value'), '07.30 eller 08.30 i Asia/Ust-Nera');
    assert.equal(sv.text('"{{example}}"', { example: '08:00-17:00' }), '"08.00–17.00"');
    assert.equal(sv.text('"{{example}}"', { example: '2026-10' }), '"2026-10"');
    assert.deepEqual(read('hours', '08.00–17.00'), read('hours', '08:00-17:00'));
    assert.deepEqual(read('days', 'måndag–fredag'), read('days', 'Monday-Friday'));
    assert.deepEqual(read('date', 'slut − 8 månader'), read('date', 'end - 8 months'));
  });
});
