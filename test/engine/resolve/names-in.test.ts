import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Field, GovernedDocument, Row } from '../../../extension/engine/model/document.ts';
import type { View } from '../../../extension/engine/model/engagement.ts';
import type { Meaning, NameIn } from '../../../extension/engine/model/name-in.ts';
import { rangeOf, type Span } from '../../../extension/engine/model/text.ts';
import { isRelative } from '../../../extension/engine/resolve/link-targets.ts';
import { meaningsOf } from '../../../extension/engine/resolve/meanings-of.ts';
import { nameOfRow } from '../../../extension/engine/resolve/names.ts';
import { isOfThePast } from '../../../extension/engine/resolve/called-now.ts';
import { namesBefore } from '../../../extension/engine/resolve/former-names.ts';
import { namesIn } from '../../../extension/engine/resolve/names-in.ts';
import { exampleFiles } from '../../support/example-files.ts';
import { liveStates } from '../../support/live-states.ts';
import { readFixtureFile } from '../../support/read-fixture.ts';

type Files = ReadonlyMap<string, string>;

const engagement = `---
kind: engagement
status: active
title: Card platform
client: Nordbank
supplier: Ribalta
start: 2026-01-01
end: 2027-06-30
owner: anna
sponsor_client: anna
sponsor_supplier: Ribalta
---

# The engagement

See [the levels](sla.md#service-levels) and [the law](https://example.org/law), not ![a picture](x.png).

## People

| Person | Party | Role |
| --- | --- | --- |
| anna | client | lead |
| bo | Ribalta | lead |

## Teams

| Team | Party | Zone | Hours | People |
| --- | --- | --- | --- | --- |
| Night, desk | supplier | UTC | 09:00-17:00 | bo, *anna* |

## Milestones

| Milestone | Due | Accepted when |
| --- | --- | --- |
| Pilot - one | 2026-03-01 | x |
| Live | Pilot - one + 2 weeks | y |

## Accepted deviations

| Rule | Reason | Approved by | Until | Where |
| --- | --- | --- | --- | --- |
| SLA006 | a | anna, Night, desk | 2026-12-01 | [levels](sla.md#service-levels): Checkout API, Target |
| SLA003 | b | client | 2026-12-01 | checkout api |
| SLA007 | c | client | 2026-12-01 | Levels |
`;

const sla = `---
kind: sla
status: active
title: Levels
owner: anna, Night, desk
---

## Services

| Service | Hours | Depends on |
| --- | --- | --- |
| Checkout API | Night, desk | Web or Mail |
| Web | 24x7 | 1 of Checkout API, Mail |
| Mail | 24x7 | |

## Service levels

| Service | Measure | Target | Measured by |
| --- | --- | --- | --- |
| Checkout API | availability | 99.9 % | probe |

## Incidents

| Priority | Means | Respond | Restore |
| --- | --- | --- | --- |
| P2 | slow | 1 hour | 8 hours |
`;

const exit = `---
kind: exit-plan
status: active
title: Leaving
exit_manager_client: anna
knowledge_transfer: Deploys
---

## Triggers

| Trigger | Kind | Sign |
| --- | --- | --- |
| Too slow | quality | checkout  API, Availability below target 2 months running |
| Over | expiry | end |

## Handover items

| Item | Kind | Belongs to | How | Component |
| --- | --- | --- | --- | --- |
| Code | code | Nordbank | copy | Checkout API |

## Phases

| Phase | Starts | Takes | After | Owner |
| --- | --- | --- | --- | --- |
| Prepare | Live - 14 days | 1 month | | anna |
| Move | end - 2 months | 1 month | Prepare | bo |
`;

const kt = `---
kind: kt-plan
status: active
title: Knowledge
owner: bo
---

## Topics

| Topic | From | To | Stage | Evidence |
| --- | --- | --- | --- | --- |
| Deploys | bo | anna | planned | [levels](sla.md) |

## Who does what

| Activity | anna | Night, desk |
| --- | --- | --- |
| Deploy | A | R |
`;

const steps = `---
kind: process
status: active
title: Going live
owner: anna
---

## Steps

| Step | Who | Do |
| --- | --- | --- |
| Stop | bo, the driver | Close the gate |
`;

const record = `---
kind: record
type: change
status: final
title: Change
held: 2026-05-01
attended: anna, bo
topic: Deploys
---

## Changes

| What | From | To |
| --- | --- | --- |
| [sla](sla.md#incidents): P2, Restore | 4 hours | 8 hours |
| [sla](sla.md): P2 | | |

## Results

| Of | Measure | Result |
| --- | --- | --- |
| Checkout API | availability | 99.95 % |

## Actions

| Action | Owner | Due |
| --- | --- | --- |
| Mend | bo | held + 2 weeks |
`;

const signoff = `---
kind: signoff
document: sla.md
digest: sha256-0
by: anna
party: Nordbank
date: 2026-02-01
means: approved
via: cli
---
`;

const written: Files = new Map([
  ['engagement.md', engagement],
  ['exit-plan.md', exit],
  ['going-live.md', steps],
  ['kt.md', kt],
  ['records/change.md', record.replaceAll('(sla.md', '(../sla.md')],
  ['signoffs/1.md', signoff],
  ['sla.md', sla],
]);

describe('the names in a document', () => {
  let view: View;
  before(async () => {
    view = await viewOf(written);
  });

  describe('hold every use of', () => {
    for (const [what, expected] of Object.entries({
      anna: [
        'engagement.md anna', // owner
        'engagement.md anna', // sponsor
        'engagement.md anna', // deviation
        'engagement.md anna', // in a list, emphasised
        'exit-plan.md anna',
        'exit-plan.md anna',
        'going-live.md anna',
        'kt.md anna', // To
        'kt.md anna', // header
        'records/change.md anna',
        'signoffs/1.md anna',
        'sla.md anna',
      ],
      'Night, desk': [
        'engagement.md Night, desk',
        'kt.md Night, desk',
        'sla.md Night, desk',
        'sla.md Night, desk',
      ],
      'Pilot - one': ['engagement.md Pilot - one'],
      Live: ['exit-plan.md Live'],
      'Checkout API': [
        'engagement.md checkout api',
        'exit-plan.md Checkout API',
        'exit-plan.md checkout API',
        'records/change.md Checkout API',
        'sla.md Checkout API',
        'sla.md Checkout API',
      ],
      Mail: ['sla.md Mail', 'sla.md Mail'],
      Prepare: ['exit-plan.md Prepare'],
      Deploys: ['exit-plan.md Deploys', 'records/change.md Deploys'],
      P2: ['records/change.md P2'],
      bo: [
        'engagement.md bo',
        'exit-plan.md bo',
        'going-live.md bo',
        'kt.md bo',
        'kt.md bo',
        'records/change.md bo',
        'records/change.md bo',
      ],
    })) {
      it(`${what}, a row`, () => {
        assert.deepEqual(
          usesOf((one) => 'row' in one && nameOfRow(one.row) === what && !isLevel(one.row)),
          [...expected].sort(),
        );
      });
    }

    it('a service level, in a Sign', () => {
      assert.deepEqual(
        usesOf((one) => 'row' in one && isLevel(one.row)),
        ['exit-plan.md Availability'],
      );
    });

    it('a party, by its name and by its word', () => {
      const uses = usesOf((one) => one.is === 'party' && one.side === 'client');
      assert.deepEqual(uses, [
        'engagement.md client',
        'engagement.md client',
        'engagement.md client',
        'exit-plan.md Nordbank',
        'signoffs/1.md Nordbank',
      ]);
    });

    it('a document and a heading, by links, paths and its title', () => {
      const isSla = (one: Meaning): boolean => one.is === 'document' && one.document.path === 'sla.md';
      assert.deepEqual(usesOf(isSla), [
        'engagement.md Levels',
        'engagement.md sla.md#service-levels',
        'engagement.md sla.md#service-levels',
        'kt.md sla.md',
        'records/change.md ../sla.md',
        'records/change.md ../sla.md#incidents',
        'signoffs/1.md sla.md',
      ]);
      assert.equal(usesOf((one) => one.is === 'document' && one.heading?.slug === 'incidents').length, 1);
    });

    it('a cell and a key that something is counted from', () => {
      const uses = (key: string): readonly string[] =>
        usesOf((one) => one.is === 'value' && one.field.spec.key === key);
      assert.deepEqual(uses('restore'), ['records/change.md P2, Restore']);
      assert.deepEqual(uses('target'), ['engagement.md Checkout API, Target']);
      assert.deepEqual(uses('end'), ['exit-plan.md end']);
      assert.deepEqual(uses('held'), ['records/change.md held']);
    });
  });

  it('hold each definition once, which stands for itself', () => {
    const defined = all(view)
      .filter(({ name }) => name.does === 'define')
      .map(({ document, name }) => `${document.path} ${name.kind} ${name.text}`);
    for (const one of [
      'engagement.md party Nordbank',
      'engagement.md row anna',
      'engagement.md heading The engagement',
      'engagement.md title Card platform',
      'sla.md row Checkout API',
      'exit-plan.md row Prepare',
    ]) {
      assert.equal(defined.filter((other) => other === one).length, 1, one);
    }
    for (const { document, name } of all(view)) {
      if (name.does === 'use') continue;
      const [meaning] = meaningsOf(name, document, view);
      assert.ok(meaning, name.text);
      if (meaning.is === 'row') assert.equal(nameOfRow(meaning.row), name.text);
      else if (meaning.is === 'party') assert.equal(meaning.field, name.field);
    }
  });

  it('tell what is unknown, what nobody looks for, and what may be no name', async () => {
    const spoilt = await viewOf(
      new Map(written)
        .set('map.md', '---\nkind: ownership-map\nstatus: active\ntitle: M\ncodeowners: CODEOWNERS\n---\n')
        .set('sla.md', sla.replace('Web or Mail', 'Wob').replace('owner: anna', 'owner: nobody')),
    );
    const standing = (is: NameIn['standing']): readonly string[] =>
      all(spoilt)
        .filter(({ name }) => name.standing === is)
        .map(({ name }) => name.text);
    assert.deepEqual(standing('unknown'), ['the driver', 'CODEOWNERS', 'Wob', 'nobody']);
    assert.deepEqual(standing('outside'), ['SLA006', 'SLA003', 'SLA007', 'https://example.org/law']);
    assert.ok(standing('open').includes('held'));
  });

  it('tell every row that an ambiguous name may be, the likely one first', async () => {
    const ambiguous = await viewOf(
      new Map(written).set(
        'map.md',
        '---\nkind: ownership-map\nstatus: active\ntitle: M\n---\n\n## Components\n\n| Component | Accountable | Does the work |\n| --- | --- | --- |\n| Checkout API | anna | bo |\n',
      ),
    );
    const { document, name } = all(ambiguous).find(
      ({ name: one }) => one.field?.row?.section.key === 'handover_items' && one.text === 'Checkout API',
    )!;
    assert.deepEqual(
      meaningsOf(name, document, ambiguous).map((one) => 'row' in one && one.row.section.key),
      ['components', 'services'],
    );
  });

  function usesOf(isIt: (meaning: Meaning) => boolean): readonly string[] {
    return all(view)
      .filter(({ document, name }) => name.does === 'use' && meaningsOf(name, document, view).some(isIt))
      .map(({ document, name }) => `${document.path} ${name.text}`)
      .sort();
  }
});

function isLevel(row: Row): boolean {
  return row.section.key === 'service_levels';
}

describe('the names of many documents', () => {
  for (const [title, files] of manyFiles()) {
    it(`hold each that DOC003 judges, at its characters: ${title}`, async () => {
      for (const state of await liveStates(files)) {
        const { viewWithDrafts: view } = state.evaluate();
        for (const { document, name } of all(view)) assertSpan(document, name, view);
        for (const document of view.everything) {
          const names = namesIn(document, view);
          for (const { start, end } of judgedIn(document, view)) {
            const its = names.filter(({ span }) => span.start === start && span.end === end);
            assert.ok(its.length > 0, `${document.path}: ${document.text.slice(start, end)}`);
          }
        }
        for (const [file, findings] of state.findings()) {
          const document = view.everything.find((one) => one.path === file);
          if (!document) continue;
          const ranges = namesIn(document, view)
            .filter(({ standing }) => standing !== 'known')
            .map(({ span }) => JSON.stringify(rangeOf(document.lineStarts, span)));
          for (const { code, range, message } of findings) {
            if (code === 'DOC003') assert.ok(ranges.includes(JSON.stringify(range)), message);
          }
        }
      }
    });
  }
});

/** Examples, the filled templates of the format in both languages, and the engagements of the rule's own fixture. */
function manyFiles(): readonly (readonly [string, Files])[] {
  const root = path.join(import.meta.dirname, '../..');
  const seeds = ['en', 'sv'].map((language): [string, Files] => {
    const folder = path.join(root, 'seeds', language);
    return [
      `seeds in ${language}`,
      new Map(readdirSync(folder).map((file) => [file, readFileSync(path.join(folder, file), 'utf8')])),
    ];
  });
  const healthy = readFileSync(path.join(root, 'rules/engagement.md'), 'utf8');
  const { cases } = readFixtureFile(path.join(root, 'rules/DOC003-reference-resolves.md'));
  return [
    ...['payments', 'betalningar', 'handover', 'small', 'wage-application'].map(
      (name) => [name, exampleFiles(name)] as const,
    ),
    ...seeds,
    ...cases.map(({ title, files }) => [title, new Map([['engagement.md', healthy], ...files])] as const),
  ];
}

/** Places of names, looked for without the inventory. */
function judgedIn(document: GovernedDocument, view: View): readonly Span[] {
  const inFields = document.fields
    .filter(({ state }) => state === 'read')
    .flatMap((field): readonly Span[] => {
      const anchor = view.anchor(field);
      return [
        ...namesOfType(field, view),
        ...(anchor ? [anchor.span] : []),
        ...(field.source.links ?? [])
          .filter(({ image, target }) => !image && isRelative(target))
          .map(({ targetSpan }) => targetSpan),
      ];
    });
  const headers = [...document.sections.values()].flatMap(({ furtherHeaders }) =>
    furtherHeaders.filter(({ text }) => text.trim() !== '').map(({ span }) => span),
  );
  return [...inFields, ...headers];
}

function namesOfType(field: Field, view: View): readonly Span[] {
  const of = field.spec.type.is;
  const found = [
    ...(of === 'who' || of === 'party' ? view.who(field) : []),
    ...(of === 'name' || of === 'names' ? view.named(field) : []),
    ...(of === 'depends' ? view.dependencies(field).flatMap((one) => one.of) : []),
  ];
  return found.map(({ span }) => span);
}

/** The characters of a name say it: to the letter, but for marks, escapes and white space. */
function assertSpan(document: GovernedDocument, { text, span }: NameIn, view: View): void {
  const there = document.text.slice(span.start, span.end);
  const plain = (one: string): string =>
    one
      .replace(/[*_`\\~]/g, '')
      .replace(/\s+/g, ' ')
      .trim();
  // A link, an entity or a line break within a name is written with other characters.
  if (/[<[&%]/.test(there)) return;
  // History is read with the names of today, and keeps those that it was written with.
  if (isOfThePast(document) && namesBefore(text, view).includes(there)) return;
  assert.equal(plain(there), plain(text), `${document.path}: ${there}`);
}

function all(view: View): readonly { readonly document: GovernedDocument; readonly name: NameIn }[] {
  return view.everything.flatMap((document) => namesIn(document, view).map((name) => ({ document, name })));
}

async function viewOf(files: Files): Promise<View> {
  const [state] = await liveStates(files);
  return state!.evaluate().viewWithDrafts;
}
