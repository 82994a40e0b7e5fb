import assert from 'node:assert/strict';
import fc from 'fast-check';
import { catalogue } from '../../../extension/engine/model/generated/catalogue.ts';
import type { GovernedDocument } from '../../../extension/engine/model/document.ts';
import { inEnglish } from '../../../extension/engine/model/said.ts';
import { digestOf } from '../../../extension/engine/parse/canonical.ts';
import { createDocumentReader } from '../../../extension/engine/parse/read-document.ts';
import { contentChanges } from '../../../extension/engine/resolve/content-changes.ts';
import { createValueReader } from '../../../extension/engine/values/read-value.ts';
import { exampleFiles } from '../../support/example-files.ts';
import { randomDocument } from '../../support/random-document.ts';

const reader = createDocumentReader({ catalogue, values: createValueReader(catalogue) });

function read(text: string): GovernedDocument {
  const { document } = reader.read('a.md', text);
  assert.ok(document);
  return document;
}

const sla = `---
kind: sla
status: active
owner: anna
valid_from: 2026-01-01
---

# Service levels

## Incidents

| Priority | Means | Respond | Restore |
| --- | --- | --- | --- |
| P1 | Nothing works | 15 minutes | 4 hours |
| P2 | One service is down | 1 hour | 8 hours |

## Service credits

| Service | From | Below | Credit |
| --- | --- | --- | --- |
| Checkout | 99 % | 99.9 % | 5 % |
| Checkout | 98 % | 99 % | 10 % |

## Measurement and exclusions

Measured by the probe of the client every minute, from three places, and counted by the calendar month as a whole.

- Maintenance that was announced

## House rules

Be kind.

| Rule | Why |
| --- | --- |
| Call first | It is faster |
`;

/** In words, for a text of which these are replaced. */
function said(...replaced: readonly (readonly [string, string])[]): readonly string[] {
  let text = sla;
  for (const [from, to] of replaced) {
    assert.ok(text.includes(from), from);
    text = text.replaceAll(from, to);
  }
  return contentChanges(read(sla), read(text)).map((change) =>
    [change.section?.title ?? change.heading, inEnglish(change.said)].filter(Boolean).join(': '),
  );
}

describe('what changed in a document, in words', () => {
  it('names the row and the column of a cell', () => {
    assert.deepEqual(said(['4 hours', '6 hours']), ['Incidents: P1, Restore: 4 hours -> 6 hours']);
    assert.deepEqual(said(['| 4 hours', '| ']), ['Incidents: P1, Restore: 4 hours -> empty']);
    assert.deepEqual(said(['It is faster', 'It is kinder']), [
      'House rules: Call first, Why: It is faster -> It is kinder',
    ]);
  });

  it('names the key of a value, of the status too, which is no content', () => {
    assert.deepEqual(said(['owner: anna', 'owner: erik']), ['owner: anna -> erik']);
    assert.deepEqual(said(['owner: anna\n', '']), ['owner: anna -> empty']);
    assert.deepEqual(said(['status: active', 'status: ended']), ['status: active -> ended']);
    const [change] = contentChanges(read(sla), read(sla.replace('active', 'ended')));
    assert.equal(change?.isContent, false);
  });

  it('tells rows that came and went, and one that has another name', () => {
    assert.deepEqual(said(['| P2 | One service is down | 1 hour | 8 hours |\n', '']), [
      'Incidents: row taken out: P2, Means One service is down, Respond 1 hour, Restore 8 hours',
    ]);
    assert.deepEqual(said(['| P2 |', '| P3 | Small | 2 hours | 2 days |\n| P2 |']), [
      'Incidents: row added: P3, Means Small, Respond 2 hours, Restore 2 days',
    ]);
    assert.deepEqual(said(['| P2 |', '| High |']), ['Incidents: "P2" is called "High" now']);
    assert.deepEqual(said(['| P2 |', '| High |'], ['8 hours', '9 hours']), [
      'Incidents: "P2" is called "High" now',
      'Incidents: High, Restore: 8 hours -> 9 hours',
    ]);
  });

  it('follows a row by its former name, whatever else became of it', () => {
    const text = sla
      .replace('| Restore |', '| Restore | Formerly |')
      .replace('| --- | --- | --- | --- |', '| --- | --- | --- | --- | --- |')
      .replace('4 hours |', '4 hours | |')
      .replace('| P2 | One service is down | 1 hour | 8 hours |', '| High | Slow | 5 hours | 9 hours | P2 |');
    assert.deepEqual(
      contentChanges(read(sla), read(text)).map((change) => inEnglish(change.said)),
      [
        '"P2" is called "High" now',
        'High, Means: One service is down -> Slow',
        'High, Respond: 1 hour -> 5 hours',
        'High, Restore: 8 hours -> 9 hours',
      ],
    );
  });

  it('shows of long texts what differs', () => {
    assert.deepEqual(said(['from three places', 'from four places']), [
      'Measurement and exclusions: text: … minute, from three places, and … -> … minute, from four places, and …',
    ]);
    assert.deepEqual(said(['Be kind.', 'Be kind.\n\nBe brief.']), ['House rules: text was added: Be brief.']);
  });

  it('says where only a link or a mark is another', () => {
    assert.deepEqual(said(['Be kind.', '[Be kind.](a.md)']), [
      'House rules: text: a link or marks in "Be kind." changed',
    ]);
  });

  it('tells columns, sections and headings that came, went or are called otherwise', () => {
    assert.deepEqual(said(['## House rules', '## Rules of the house']), [
      'Rules of the house: heading: House rules -> Rules of the house',
    ]);
    assert.deepEqual(said(['## House rules', '## Rules of the house'], ['Be kind.', 'Be brave.']), [
      'Rules of the house: heading: House rules -> Rules of the house',
      'Rules of the house: text: Be kind. -> Be brave.',
    ]);
    assert.deepEqual(
      said([
        '\n## House rules\n\nBe kind.\n\n| Rule | Why |\n| --- | --- |\n| Call first | It is faster |\n',
        '',
      ]),
      [
        'House rules: the section "House rules" was taken out',
        'House rules: text was taken out: Be kind.',
        'House rules: row taken out: Call first, Why It is faster',
      ],
    );
    assert.deepEqual(said(['| Why |', '| Because |']).toSorted(), [
      'House rules: Call first, Because: empty -> It is faster',
      'House rules: Call first, Why: It is faster -> empty',
      'House rules: the column "Because" was added',
      'House rules: the column "Why" was taken out',
    ]);
    assert.deepEqual(said(['## Incidents', '## Priorities']), [
      'Incidents: heading: Incidents -> Priorities',
    ]);
  });

  it('tells rows that changed places, and nothing that was aligned, wrapped or marked otherwise', () => {
    const p1 = '| P1 | Nothing works | 15 minutes | 4 hours |\n';
    assert.deepEqual(said([p1, ''], ['8 hours |\n', `8 hours |\n${p1}`]), [
      'Incidents: the rows stand in another order',
    ]);
    assert.deepEqual(
      said(['| P1 | Nothing works |', '| P1   |   Nothing works |'], ['- Maint', '* Maint']),
      [],
    );
  });

  it('takes tiers without a name of their own for the same where they begin alike', () => {
    assert.deepEqual(said(['| 10 % |', '| 12 % |']), [
      'Service credits: Checkout, 98 %, Credit: 10 % -> 12 %',
    ]);
  });

  it('pairs rows of one name by what they say, and those without a name by their turn', () => {
    const two = '| P5 | y | 1 day | 2 days |\n| P5 | x | 1 day | 2 days |\n';
    const with5 = sla.replace('\n\n## Service credits', `\n${two}\n## Service credits`);
    const without = with5.replace('| P5 | y | 1 day | 2 days |\n', '');
    assert.deepEqual(
      contentChanges(read(with5), read(without)).map((change) => inEnglish(change.said)),
      ['row taken out: P5, Means y, Respond 1 day, Restore 2 days'],
    );
    const nameless = `${sla}\n## Extra\n\n| A | B |\n| --- | --- |\n| | 1 |\n| | 2 |\n`;
    assert.deepEqual(
      contentChanges(read(nameless), read(nameless.replace('| | 1 |', '| | 3 |'))).map((change) =>
        inEnglish(change.said),
      ),
      ['"3", B: 1 -> 3'],
    );
  });

  it('shows within long words what differs, and says where it cannot be seen', () => {
    const long = `${'x'.repeat(80)}/one/${'y'.repeat(80)}`;
    assert.deepEqual(said(['Be kind.', long]).length, 1);
    const before = sla.replace('Be kind.', long);
    assert.deepEqual(
      contentChanges(read(before), read(before.replace('/one/', '/two/'))).map((change) =>
        inEnglish(change.said),
      ),
      ['text: …xxxxxxxxxxx/one/yyyyyyyyyyy… -> …xxxxxxxxxxx/two/yyyyyyyyyyy…'],
    );
    assert.deepEqual(said(['15 minutes', '15\u00a0minutes']), [
      'Incidents: P1, Respond: characters in "15 minutes" changed that look alike',
    ]);
  });

  it('says something exactly where a digest is another', () => {
    const texts = ['payments', 'betalningar', 'handover', 'small', 'wage-application'].flatMap((name) => [
      ...exampleFiles(name).values(),
    ]);
    const documents = texts.filter((text) => reader.read('a.md', text).document);
    assert.ok(documents.length > 50);
    const edit = fc.record({
      document: fc.nat(),
      line: fc.nat(),
      is: fc.constantFrom('drop', 'twice', 'swap', 'word', 'blank'),
      other: fc.nat(),
    });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 3 }), (edits) => {
        const before = documents[edits[0]!.document % documents.length]!;
        let now = before;
        for (const { line, is, other } of edits) now = edited(now, line, is, other);
        const { document: fresh } = reader.read('a.md', now);
        if (!fresh) return;
        const old = read(before);
        const content = contentChanges(old, fresh).filter(({ isContent }) => isContent);
        assert.equal(content.length > 0, digestOf(old) !== digestOf(fresh), now);
        for (const { span } of content) if (span) assert.ok(span.start >= 0 && span.end <= now.length);
      }),
      { numRuns: Number(process.env['EDITS'] ?? 600) },
    );
  });

  it('reads whatever stands in a document', () => {
    fc.assert(
      fc.property(randomDocument, randomDocument, (one, other) => {
        const [a, b] = [one, other].map(({ text }) => reader.read('a.md', text));
        if (!a?.document || !b?.document) return;
        const changes = contentChanges(a.document, b.document);
        assert.equal(
          changes.some(({ isContent }) => isContent),
          digestOf(a.document) !== digestOf(b.document),
        );
      }),
      { numRuns: 200 },
    );
  });
});

function edited(text: string, line: number, is: string, other: number): string {
  const lines = text.split('\n');
  const at = line % lines.length;
  const its = lines[at]!;
  if (is === 'drop') lines.splice(at, 1);
  else if (is === 'twice') lines.splice(at, 0, its);
  else if (is === 'blank') lines.splice(at, 0, '');
  else if (is === 'swap') [lines[at], lines[other % lines.length]] = [lines[other % lines.length]!, its];
  else
    lines[at] = its.replace(/\w+/g, (word, place: number) => (place % 7 === other % 7 ? `${word}x` : word));
  return lines.join('\n');
}
