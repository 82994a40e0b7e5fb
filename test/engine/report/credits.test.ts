import assert from 'node:assert/strict';
import { swedish } from '../../../extension/cli/swedish.ts';
import { claimLetter, type LetterFor } from '../../../extension/engine/report/claim-letter.ts';
import {
  creditsJson,
  creditsMarkdown,
  creditsText,
} from '../../../extension/engine/report/credits-report.ts';
import type { CreditsStanding } from '../../../extension/engine/report/credits-standing.ts';
import { english } from '../../../extension/engine/report/language.ts';
import { inEnglish } from '../../../extension/engine/model/said.ts';
import { engineOver } from '../../support/run-fixture.ts';

const asOf = '2026-11-23';

const engagement = `---
kind: engagement
title: Shop | Riga
status: active
client: Nord_AB
supplier: Riga SIA
contract: MSA-1
start: 2026-01-01
fee: 48500.50 EUR per month
---
`;

const levels = `---
kind: sla
title: Service levels
status: active
valid_from: 2026-02-01
measured_over: calendar month
claim_within: 30 days
credit_cap: 12 %
---

## Services

| Service |
| --- |
| Checkout API |
| Ledger |

## Service levels

| Service | Measure | Target | Measured by |
| --- | --- | --- | --- |
| Checkout API | availability | 99.9 % | probe |
| Ledger | availability | 99.9 % | probe |

## Service credits

| From | Below | Credit |
| --- | --- | --- |
| 99.0 % | 99.9 % | 5 % |
| 0 % | 99.0 % | 10 % |
`;

const review = (period: string, rows: string, held = '2026-11-05'): string => `---
kind: record
title: Review of ${period}
type: service-review
status: final
held: ${held}
period: ${period}
---

## Results

| Of | Measure | Result | Disputed | Claimed | Credited |
| --- | --- | --- | --- | --- | --- |
${rows}
`;

async function standingOf(
  records: Readonly<Record<string, string>>,
  day = asOf,
  more: Readonly<Record<string, string>> = {},
): Promise<CreditsStanding> {
  const files = { 'engagement.md': engagement, 'sla.md': levels, ...more, ...records };
  const engine = await engineOver(new Map(Object.entries(files)), 'base');
  return (await engine.credits('', day))!;
}

const october = { 'r/october.md': review('2026-10', '| Checkout API | availability | 99.62 % | | | |') };

const lines = ({ lines: its }: CreditsStanding): readonly string[] =>
  its.map((one) =>
    [one.state, one.service, one.period.text, one.amount, one.currency, one.claimBy, one.daysLeft].join(' '),
  );
const sums = ({ sums: its }: CreditsStanding): readonly string[] =>
  its.map(({ state, amount, currency }) => `${state} ${amount} ${currency}`);

describe('the service credits of an engagement', () => {
  it('are due, claimed, credited or lapsed, what is due first, each once', async () => {
    const standing = await standingOf({
      'a.md': review('2026-10', '| Checkout API | availability | 99.62 % | | | |'),
      'b.md': review(
        '2026-09',
        '| Checkout API | availability | 98.9 % | | | |\n| Ledger | availability | 99.9 % | | | |',
      ),
      'c.md': review('2026-08', '| Checkout API | availability | 99.0 % | | 2026-09-20 | 2 000 EUR |'),
      'd.md': review('2026-07', '| Checkout API | availability | 99.0 % | | 2026-08-20 | |'),
      // The newer record states the same result: it counts once, and there.
      'e.md': review('2026-10', '| Checkout API | availability | 99.62 % | | | |', '2026-11-12'),
    });
    assert.deepEqual(lines(standing), [
      'due Checkout API 2026-10 2425.03 EUR 2026-11-30 7',
      'claimed Checkout API 2026-07 2425.03 EUR 2026-08-30 -85',
      'credited Checkout API 2026-08 2425.03 EUR 2026-09-30 -54',
      'lapsed Checkout API 2026-09 4850.05 EUR 2026-10-30 -24',
    ]);
    const [due, , credited] = standing.lines;
    assert.deepEqual([due?.record.path, due?.statedIn], ['e.md', ['a.md', 'e.md']]);
    assert.equal(inEnglish(credited!.credited!), '2 000 EUR');
    assert.deepEqual(sums(standing), [
      'credited 2425.03 EUR',
      'claimed 2425.03 EUR',
      'due 2425.03 EUR',
      'lapsed 4850.05 EUR',
    ]);
  });

  it('can be claimed on the last day, and on no later one', async () => {
    const states = async (day: string): Promise<readonly string[]> =>
      (await standingOf(october, day)).lines.map(({ state }) => state);
    assert.deepEqual(await states('2026-11-30'), ['due']);
    assert.deepEqual(await states('2026-12-01'), ['lapsed']);
  });

  it('keep both values of a disputed result, which is in no sum and is not claimed', async () => {
    const standing = await standingOf({
      'a.md': review(
        '2026-10',
        '| Checkout API | availability | 99.62 % | 99.93 % | | |\n| Ledger | availability | 99.95 % | 98.5 % | 2026-11-20 | |',
      ),
    });
    assert.deepEqual(lines(standing), [
      'disputed Checkout API 2026-10 2425.03 EUR 2026-11-30 7',
      'disputed Ledger 2026-10 0.00 EUR 2026-11-30 7',
    ]);
    assert.deepEqual([sums(standing), standing.claims], [[], []]);
    const told = creditsText([standing], asOf);
    assert.match(told, /^As of 2026-11-23: 0 credits, and 2 results in dispute\.\n/);
    assert.match(told, /99\.62 % or 99\.93 % +2 425\.03 EUR or 0 EUR/);
    assert.match(told, /; by the value of the other party: "99\.93 %" is in no tier: nothing of "fee"/);
    assert.doesNotMatch(told, /Sums/);
    const { disputed } = (
      JSON.parse(creditsJson([standing], asOf)) as { engagements: [{ credits: { disputed: unknown }[] }] }
    ).engagements[0].credits[1]!;
    assert.deepEqual(disputed, {
      value: '98.5 %',
      amount: '4850.05',
      working: '"98.5 %" is at least 0 % and below 99 %: 10 % of "fee", 48 500.50 EUR per month, for 2026-10',
    });
  });

  it('are listed where the value of the other party does not read, and not where neither earns anything', async () => {
    const standing = await standingOf({
      'a.md': review(
        '2026-10',
        '| Checkout API | availability | 99.95 % | 3 hours | | |\n| Ledger | availability | 99.95 % | 99.99 % | | |',
      ),
    });
    assert.deepEqual(
      standing.lines.map(({ state, service, other }) => [state, service, other?.earns]),
      [['disputed', 'Checkout API', undefined]],
    );
    assert.match(creditsText([standing], asOf), /; the value of the other party is no percentage/);
  });

  it('are in dispute no more once a later record repeats the result without it', async () => {
    const standing = await standingOf({
      'a.md': review('2026-10', '| Checkout API | availability | 99.62 % | 99.93 % | | |'),
      'b.md': review('2026-10', '| Checkout API | availability | 99.62 % | | | |', '2026-11-19'),
    });
    assert.deepEqual(sums(standing), ['due 2425.03 EUR']);
  });

  it('are nothing in drafts, and nothing is said to be so', async () => {
    const draft = { 'r.md': october['r/october.md'].replace('status: final', 'status: draft') };
    const standing = await standingOf(draft);
    assert.deepEqual([standing.lines, standing.sums, standing.claims], [[], [], []]);
    assert.match(creditsText([standing], asOf), /\n\nNo result earns a credit\.\n$/);
    assert.match(creditsMarkdown([standing], asOf), /\n\n## Shop \\\| Riga\n\nNo result earns a credit\.\n$/);
  });

  it('are told in the signs of the language, amounts exact for programs', async () => {
    const standing = await standingOf(october);
    assert.match(
      creditsText([standing], asOf, undefined, swedish),
      /att begära +Checkout API +tillgänglighet +2026-10 +99,62 % +2 425,03 EUR +2026-11-30, om 7 dagar/,
    );
    assert.match(
      creditsMarkdown([standing], asOf),
      /^\| due \| Checkout API \| availability \| 2026-10 \| 99\.62 % \| 2 425\.03 EUR \| 2026-11-30, in 7 days \| r\/october\.md:14 \| /m,
    );
    assert.match(creditsJson([standing], asOf), /"amount": "2425\.03"/);
  });
});

describe('the claim for what is due', () => {
  const textOf = (standing: CreditsStanding, asked: LetterFor, language = english): string => {
    const letter = claimLetter(standing, asked, asOf, language);
    return 'text' in letter ? letter.text : `nothing: ${inEnglish(letter.nothing)}`;
  };

  it('names parties, agreement, result, working, amount and the last day', async () => {
    const standing = await standingOf(october);
    assert.equal(
      textOf(standing, { period: '2026-10' }),
      `# Claim for service credits, 2026-10

- **Date:** 2026-11-23
- **From:** Nord\\_AB (client)
- **To:** Riga SIA (supplier)
- **Contract:** MSA-1

We claim 2 425.03 EUR in service credits for 2026-10, as set out below.

## Service levels, 2026-10

- **Agreement:** Service levels (sla.md)
- **Valid from:** 2026-02-01
- **Credits are a part of:** the fee, 48 500.50 EUR per month; for 2026-10 48 500.50 EUR
- **Cap:** 12 %

### Checkout API, availability

- **Agreed level:** 99.9 %
- **Result:** 99.62 %
- **Stated in:** Review of 2026-10, 2026-11-05 (r/october.md)
- **Tier:** at least 99 % and below 99.9 %: 5 %
- **Working:** 5 % of 48 500.50 EUR
- **Amount:** 2 425.03 EUR

### Last day to claim

2026-11-30: 30 days after 2026-10-31, the last day of 2026-10.

## Signed for Nord\\_AB

Place and date: ${'\\_'.repeat(30)}

Name: ${'\\_'.repeat(30)}

Signature: ${'\\_'.repeat(30)}
`,
    );
  });

  it('says all of it in Swedish', async () => {
    const text = textOf(await standingOf(october), { record: 'r/october.md' }, swedish);
    assert.match(text, /^# Begäran om vite, 2026-10\n/);
    for (const line of [
      '- **Från:** Nord\\_AB (kund)',
      '- **Till:** Riga SIA (leverantör)',
      'Vi begär 2 425,03 EUR i vite för 2026-10, enligt nedan.',
      '- **Vite räknas av:** avgiften, 48 500,50 EUR per månad; för 2026-10 48 500,50 EUR',
      '- **Avtalad nivå:** 99,9 %',
      '- **Utfall:** 99,62 %',
      '- **Steg:** minst 99 % och under 99,9 %: 5 %',
      '- **Uträkning:** 5 % av 48 500,50 EUR',
      '- **Belopp:** 2 425,03 EUR',
      '### Sista dag att begära',
      '2026-11-30: 30 dagar efter 2026-10-31, sista dagen i 2026-10.',
      '## Undertecknat för Nord\\_AB',
    ])
      assert.ok(text.split('\n').includes(line), `${line}\n${text}`);
    assert.doesNotMatch(text, /\b(the|and|claim|credits|days|fee)\b/i);
  });

  it('shows how several credits come to a sum under the cap, less what was claimed before', async () => {
    const standing = await standingOf({
      'a.md': review(
        '2026-10',
        '| Checkout API | availability | 98.0 % | | 2026-11-10 | |\n| Ledger | availability | 99.5 % | | | |',
      ),
    });
    const text = textOf(standing, { period: '2026-10' });
    assert.match(text, /We claim 970\.01 EUR in service credits/);
    assert.match(
      text,
      /### Together\n\n- \*\*Working:\*\* 10 % \+ 5 % of 48 500\.50 EUR, held to the cap of 12 %\n- \*\*Credits of the period:\*\* 5 820\.06 EUR\n- \*\*Claimed or credited before:\*\* 4 850\.05 EUR\n- \*\*Amount claimed:\*\* 970\.01 EUR\n/,
    );
    assert.doesNotMatch(text, /### Checkout API/);
  });

  it('leaves out what is disputed, and says so', async () => {
    const standing = await standingOf({
      'a.md': review(
        '2026-10',
        '| Checkout API | availability | 99.62 % | 99.93 % | | |\n| Ledger | availability | 98 % | | | |',
      ),
    });
    const text = textOf(standing, { period: '2026-10' });
    assert.match(text, /We claim 4 850\.05 EUR/);
    assert.match(
      text,
      /## In dispute, and not claimed here\n\n- Checkout API, availability, 2026-10: 99\.62 %, or 99\.93 % as the other party states\n/,
    );
  });

  it('says that a part of a fee was rounded, of what else it is a part, and that no last day is stated', async () => {
    const own = levels
      .replace('claim_within: 30 days\n', 'credit_basis: 1000 SEK per quarter\n')
      .replace('credit_cap: 12 %\n', '');
    const text = textOf(await standingOf(october, asOf, { 'sla.md': own }), { period: '2026-10' });
    assert.match(
      text,
      /- \*\*Credits are a part of:\*\* 1 000 SEK per quarter; for 2026-10 about 333\.33 SEK\n/,
    );
    assert.match(text, /- \*\*Amount:\*\* 16\.67 SEK\n/);
    assert.match(text, /\n### Last day to claim\n\nThe agreement states no last day to claim\.\n/);
    assert.doesNotMatch(text, /Cap:/);
  });

  it('is not written where nothing is due, and it is said why', async () => {
    const nothing = async (rows: string, asked: LetterFor = { period: '2026-10' }): Promise<string> =>
      textOf(await standingOf({ 'a.md': review('2026-10', rows) }), asked);
    assert.equal(
      await nothing('| Checkout API | availability | 99.62 % | | 2026-11-20 | |'),
      'nothing: There is nothing to claim for "2026-10" on 2026-11-23: what it earns is claimed.',
    );
    assert.equal(
      await nothing('| Checkout API | availability | 99.62 % | 99.7 % | | |'),
      'nothing: There is nothing to claim for "2026-10" on 2026-11-23: what it earns is disputed. Settle the dispute by 2026-11-30, the last day to claim.',
    );
    assert.equal(
      await nothing('| Checkout API | availability | 99.62 % | | | |', { record: 'b.md' }),
      'nothing: There is nothing to claim for "b.md" on 2026-11-23: no result of it earns a credit.',
    );
  });

  it('gives no advice of law', async () => {
    const text = textOf(await standingOf(october), { period: '2026-10' });
    assert.doesNotMatch(text, /\b(law|legal|court|entitled|liable|damages)\b/i);
  });
});
