import assert from 'node:assert/strict';
import { nameOfRow } from '../../../extension/engine/resolve/names.ts';
import type { Definition, Engine, GovernedDocument, View } from '../../../extension/engine/index.ts';
import { positionAt, type Span } from '../../../extension/engine/model/text.ts';
import { foldName } from '../../../extension/engine/values/fold.ts';
import type { EngagementState } from '../../../extension/engine/workspace/engagement-state.ts';
import { exampleFiles } from '../../support/example-files.ts';
import { liveStates } from '../../support/live-states.ts';
import { positionIn, textIn } from '../../support/place-of-text.ts';
import { engineOver } from '../../support/run-fixture.ts';

describe('definition', () => {
  const files = exampleFiles('payments');
  let engine: Engine;
  let state: EngagementState;
  before(async () => {
    engine = await engineOver(files, 'base');
    [state] = (await liveStates(files)) as [EngagementState];
  });

  /** "name -> path: name there", and whether that is the name of a row. */
  function leads(path: string, marked: string, texts = files, from = engine): string | undefined {
    const found = from.definition(path, positionIn(texts.get(path)!, marked));
    if (!found) return undefined;
    const [origin, there] = [texts.get(path)!, texts.get(found.path)!];
    const name = textIn(there, found.nameRange);
    const isRow = textIn(there, found.range).startsWith(`| ${name} |`);
    return `${textIn(origin, found.origin)} -> ${found.path}: ${isRow ? 'row ' : ''}${name}`;
  }

  for (const [path, marked, expected] of [
    [
      'sla.md',
      'kind: sla\ntitle: Service levels, card platform\nstatus: active\nowner: hed^vig',
      'hedvig -> people.md: row hedvig',
    ],
    ['sla.md', 'Acquirer Alfa or Acq^uirer Beta', 'Acquirer Beta -> sla.md: row Acquirer Beta'],
    ['sla.md', 'Worker 1, Work^er 2, Worker 3', 'Worker 2 -> sla.md: row Worker 2'],
    ['people.md', 'hedvig, oskar, ing^rid, samira', 'ingrid -> people.md: row ingrid'],
    [
      'people.md',
      'Night desk | Sava Night^desk',
      'Sava Nightdesk d.o.o. -> engagement.md: row Sava Nightdesk d.o.o.',
    ],
    ['people.md', 'Tiago Moreira | supp^lier', 'supplier -> engagement.md: Ribalta Software Lda'],
    ['ownership-map.md', '| tiago | Porto te^am | On call |', 'Porto team -> people.md: row Porto team'],
    ['exit-plan.md', 'Prepare | e^nd - 8 months', 'end -> engagement.md: 2027-06-30'],
    ['exit-plan.md', 'Payment gate^way availability below', 'Payment gateway -> sla.md: row Payment gateway'],
    ['exit-plan.md', 'Payment gateway avail^ability below', 'availability -> sla.md: row Payment gateway'],
    ['exit-plan.md', '| 2 months | Prep^are | tiago', 'Prepare -> exit-plan.md: row Prepare'],
    [
      'exit-plan.md',
      'knowledge_transfer: kt-^plan.md',
      'kt-plan.md -> kt-plan.md: Knowledge home to Stockholm, card platform',
    ],
    ['records/2026-01-22-change-p2-times.md', 'P2, Res^tore', 'P2, Restore -> sla.md: 8 hours'],
    ['records/2026-01-22-change-p2-times.md', 'valid_^from', 'valid_from -> sla.md: 2026-02-01'],
    [
      'signoffs/2026-11-12-kt-plan-tiago-75177d9e.md',
      'document: kt^-plan.md',
      'kt-plan.md -> kt-plan.md: Knowledge home to Stockholm, card platform',
    ],
  ] as const) {
    it(`leads from "${marked.slice(-40)}" in ${path} to what it names`, () => {
      assert.equal(leads(path, marked), expected);
    });
  }

  it('leads from an evaluation to its own criteria and candidates', () => {
    for (const path of files.keys()) {
      if (!path.startsWith('evaluations/')) continue;
      const references = referencesIn(documentOf(path), viewOf()).filter(({ of }) => of !== 'who');
      assert.ok(references.length > 5, path);
      for (const { span } of references) assert.equal(definitionAt(path, span)?.path, path);
    }
  });

  it('leads from every known name to a row of that name, and nowhere from there', () => {
    let count = 0;
    for (const document of viewOf().everything) {
      for (const { text, span } of referencesIn(document, viewOf())) {
        const found = definitionAt(document.path, span);
        const from = `"${text}" in ${document.path}`;
        assert.ok(found, from);
        assert.equal(foldName(textIn(files.get(document.path)!, found.origin)), foldName(text), from);
        const there = textIn(files.get(found.path)!, found.nameRange);
        if (!['client', 'supplier'].includes(text)) assert.equal(foldName(there), foldName(text), from);
        assert.ok(textIn(files.get(found.path)!, found.range).includes(there), from);
        const row = viewOf()
          .everything.find(({ path }) => path === found.path)
          ?.fields.find(({ row: its }) => its && foldName(nameOfRow(its) ?? '') === foldName(text));
        if (row) assert.equal(engine.definition(found.path, found.nameRange.start), undefined, from);
        count++;
      }
    }
    assert.ok(count > 400, String(count));
  });

  it('follows Markdown links nowhere: editors do', () => {
    assert.equal(leads('ownership-map.md', '[going l^ive](processes/going-live.md)'), undefined);
  });

  it('knows nothing of texts, of unknown names and of other files', () => {
    assert.equal(leads('engagement.md', 'supplier: Ribalta Soft^ware Lda'), undefined);
    assert.equal(engine.definition('nowhere.md', { line: 0, character: 0 }), undefined);
  });

  it('finds a milestone in a date, a team in hours, a topic as plan and a title as place', async () => {
    const texts = new Map([
      [
        'engagement.md',
        `---
kind: engagement
status: active
title: All
client: A
supplier: B
end: 2027-06-30
zone: UTC
office_hours: 08:00-17:00
knowledge_transfer: x
---

## Teams

| Team | Party | Zone | Hours |
| --- | --- | --- | --- |
| Desk | client | UTC | 09:00-10:00 |

## Milestones

| Milestone | Due | Accepted when |
| --- | --- | --- |
| Pilot - one | 2026-01-01 | x |
| Live | Pilot - one + 2 weeks | y |
| End | end - P14D | z |

## Services

| Service | Hours |
| --- | --- |
| API | Desk |

## Accepted deviations

| Rule | Reason | Approved by | Until | Where |
| --- | --- | --- | --- | --- |
| SLA006 | a | Desk | 2026-01-01 | Leaving |
| SLA007 | b | Desk | 2026-01-01 | exit-plan.md |
`,
      ],
      [
        'exit-plan.md',
        `---
kind: exit-plan
status: draft
title: Leaving
knowledge_transfer: Deploys
---

## Topics

| Topic | From | To | Stage |
| --- | --- | --- | --- |
| Deploys | Desk | Desk | planned |
`,
      ],
    ]);
    const small = await engineOver(texts, 'base');
    const from = (path: string, marked: string): string | undefined => leads(path, marked, texts, small);
    assert.equal(
      from('engagement.md', '| Pilot - o^ne + 2 weeks'),
      'Pilot - one -> engagement.md: row Pilot - one',
    );
    assert.equal(from('engagement.md', '| Pilot - one + 2 we^eks'), undefined);
    // Whatever a milestone is called, this word is the key.
    assert.equal(from('engagement.md', '| End | e^nd - P14D'), 'end -> engagement.md: 2027-06-30');
    assert.equal(from('engagement.md', '| API | De^sk'), 'Desk -> engagement.md: row Desk');
    assert.equal(from('exit-plan.md', 'transfer: Dep^loys'), 'Deploys -> exit-plan.md: row Deploys');
    assert.equal(from('engagement.md', '| Leav^ing |'), 'Leaving -> exit-plan.md: Leaving');
    assert.equal(from('engagement.md', '| exit-pl^an.md |'), 'exit-plan.md -> exit-plan.md: Leaving');
  });

  function viewOf(): View {
    return state.evaluate().view;
  }

  function documentOf(path: string): GovernedDocument {
    return viewOf().everything.find((document) => document.path === path)!;
  }

  function definitionAt(path: string, { start }: Span): Definition | undefined {
    return engine.definition(path, positionAt(documentOf(path).lineStarts, start));
  }

  it('leads from the number of a row to the row', async () => {
    const sla = `---
kind: sla
status: active
---

## Services

| Nr | Service | Depends on |
| --- | --- | --- |
| S-1 | API | S-2 |
| S-2 | Ledger | |
`;
    const texts = new Map([
      ['engagement.md', '---\nkind: engagement\nstatus: active\n---\n'],
      ['sla.md', sla],
    ]);
    const own = await engineOver(texts, 'base');
    const at = positionIn(sla, 'API | S-^2');
    const found = own.definition('sla.md', at);
    assert.equal(found && textIn(sla, found.nameRange), 'Ledger');
    assert.equal((await own.hover('sla.md', at, '2026-11-23'))?.name?.name, 'Ledger');
  });
});

/** Names that lead somewhere: known ones, without parties that no row and no key defines. */
function referencesIn(
  document: GovernedDocument,
  view: View,
): readonly { readonly text: string; readonly span: Span; readonly of: string }[] {
  const inFields = document.fields.flatMap((field) => {
    const of = field.spec.type.is;
    const found = [
      ...(of === 'who' || of === 'party' ? view.who(field) : []),
      ...(of === 'name' || of === 'names' ? view.named(field) : []),
      ...(of === 'depends' ? view.dependencies(field).flatMap((one) => one.of) : []),
    ];
    return found
      .filter(({ known }) => known)
      .map(({ text, span }) => ({ text, span, of: of === 'party' ? 'who' : of }));
  });
  const headed = (['who_does_what', 'coverage'] as const).flatMap((key) =>
    (document.sections.get(key)?.furtherHeaders ?? []).map((header) => ({
      ...view.headed(header),
      of: 'who',
    })),
  );
  return [...inFields, ...headed];
}
