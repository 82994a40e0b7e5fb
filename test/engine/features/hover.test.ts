import assert from 'node:assert/strict';
import type { Engine, Hover } from '../../../extension/engine/index.ts';
import { lineStarts, positionAt, type Position } from '../../../extension/engine/model/text.ts';
import { inEnglish } from '../../../extension/engine/model/said.ts';
import { exampleFiles } from '../../support/example-files.ts';
import { positionIn, textIn } from '../../support/place-of-text.ts';
import { engineOver } from '../../support/run-fixture.ts';

const asOf = '2026-11-23';

describe('hover', () => {
  const files = exampleFiles('payments');
  let engine: Engine;
  before(async () => {
    engine = await engineOver(files, 'base');
  });

  async function hoverOn(path: string, marked: string): Promise<Hover> {
    const hover = await engine.hover(path, positionIn(files.get(path)!, marked), asOf);
    assert.ok(hover, `nothing is known at ${marked}`);
    return hover;
  }

  /** What the characters of the hover are, how they were read, and its facts. */
  async function shown(path: string, marked: string): Promise<readonly string[]> {
    const hover = await hoverOn(path, marked);
    return [
      textIn(files.get(path)!, hover.range),
      ...(hover.subject ? [hover.subject.title] : []),
      ...(hover.read === undefined ? [] : [`read: ${inEnglish(hover.read)}`]),
      ...hover.facts.map(({ title, value, ofRow }) => `${ofRow ? 'row ' : ''}${title}: ${inEnglish(value)}`),
    ];
  }

  it('shows the facts of a value with their working, at the value and at its key', async () => {
    const fact = {
      name: 'last-opt-out-date',
      title: 'Last opt out date',
      value: { template: '{{part0}}', data: { part0: '2027-04-01' } },
      how: 'The contract ends on 2027-06-30 and renews by itself, and its refusal takes 90 days: it can be refused until 2027-04-01.',
      ofRow: false,
    };
    const value = await hoverOn('engagement.md', 'opt_out: 9^0 days');
    const key = await hoverOn('engagement.md', 'opt^_out: 90 days');
    const shownOf = ({ facts }: Hover): unknown =>
      facts.map(({ working, ...rest }) => ({ ...rest, how: inEnglish(working) }));
    assert.deepEqual([value, key].map(shownOf), [[fact], [fact]]);
    assert.deepEqual(
      [value, key].map(({ range }) => textIn(files.get('engagement.md')!, range)),
      ['90 days', 'opt_out'],
    );
    assert.deepEqual(value.subject, {
      title: 'opt_out',
      titleSv: 'Sista dag att avböja',
      description:
        'How long before the end renewal must be refused. The tool shows the last day and what silence would cost.',
    });
  });

  for (const [path, marked, ...expected] of [
    ['engagement.md', 'end: 2027-0^6-30', '2027-06-30', 'end', 'True last day: 2026-10-30'],
    ['sla.md', 'availability | 9^9.9 %', '99.9 %', 'Target', 'Allowed downtime: 2 592 s (43 min 12 s)'],
    ['sla.md', '## Servic^es', 'Services', 'Services'],
    ['sla.md', '| Measure | Tar^get', 'Target', 'Target'],
    ['exit-plan.md', '## Co^sts', 'Costs', 'Costs', 'Exit cost: 240 000 EUR'],
    ['exit-plan.md', '| in house | 9 mon^ths', '9 months', 'Takes', 'row Exit uncovered days: 0 days'],
    [
      'exit-plan.md',
      'Prepare | end - ^8 months',
      'end - 8 months',
      'Starts',
      'read: 2026-10-30',
      'row Phase dates: 2026-12-29',
    ],
    [
      'engagement.md',
      'renewal: auto^matic',
      'automatic, 12 months',
      'renewal',
      'read: renews by itself for 12 months unless it is refused in time',
      'Committed by silence: 582 000 EUR',
      'Renewed end: 2028-06-30',
    ],
    [
      'sla.md',
      'first Sun^day',
      'first Sunday 02:00-06:00',
      'maintenance_window',
      'read: on the first Sunday from 02:00 to 06:00, Europe/Stockholm',
    ],
    [
      'sla.md',
      '4 work^ing hours',
      '4 working hours',
      'Respond',
      'read: 4 working hours, counted in the office hours: 08:00-17:00, Europe/Stockholm',
    ],
    ['ownership-map.md', '| R/A^ | C |', 'R/A', 'hedvig', 'read: does it and answers for it'],
    ['communication-plan.md', '## Mee^tings', 'Meetings', 'Meetings'],
    ['engagement.md', 'kind: ^engagement', 'engagement', 'Engagement'],
  ] as const) {
    it(`shows what "${marked}" in ${path} says`, async () => {
      assert.deepEqual(await shown(path, marked), expected);
    });
  }

  it('says what a name stands for, at the name alone', async () => {
    const { range, name } = await hoverOn(
      'sla.md',
      'Explain the cause behind each P1 and P2 in writing | tia^go',
    );
    assert.equal(textIn(files.get('sla.md')!, range), 'tiago');
    assert.deepEqual(
      [name?.is, name?.name, name?.of?.title, name?.where?.path, name?.where?.title],
      ['person', 'tiago', 'People', 'people.md', 'People and teams, card platform'],
    );
    assert.equal(textIn(files.get('people.md')!, name!.where!.range), 'tiago');
    assert.deepEqual(
      name?.cells.map(({ title, text }) => `${title}: ${text}`),
      ['Name: Tiago Moreira', 'Party: supplier', 'Role: delivery lead', 'Zone: Europe/Lisbon'],
    );
  });

  it('says what a column of Who does what is named after', async () => {
    const { subject, name, range } = await hoverOn('ownership-map.md', '| Activity | hed^vig |');
    assert.deepEqual([subject, name?.is, name?.name], [undefined, 'person', 'hedvig']);
    assert.equal(textIn(files.get('ownership-map.md')!, range), 'hedvig');
  });

  it('says which key a date is counted from, and who a side is', async () => {
    const date = await hoverOn('exit-plan.md', 'Prepare | e^nd - 8 months');
    assert.deepEqual([date.name?.is, date.name?.of?.title, date.name?.name], ['value', 'end', '2027-06-30']);
    const side = await hoverOn('people.md', 'Hedvig Almström | cli^ent');
    assert.deepEqual([side.name?.is, side.name?.name], ['party', 'Sundholm Kort AB']);
  });

  it('shows an example where nothing stands that could be read', async () => {
    const texts = new Map(files).set(
      'engagement.md',
      files.get('engagement.md')!.replace('opt_out: 90 days', 'opt_out: soonish'),
    );
    const other = await engineOver(texts, 'base');
    const hover = await other.hover(
      'engagement.md',
      positionIn(texts.get('engagement.md')!, 'opt_out: soo^nish'),
      asOf,
    );
    assert.equal(hover?.subject?.example, '90 days');
    assert.equal(hover?.read, undefined);
  });

  it('knows every value, key, column and heading, and covers the position', async () => {
    for (const document of engine.engagements().flatMap(({ documents }) => documents)) {
      const spans = [
        ...document.fields.map(({ source }) => source.span),
        ...[...document.sections.values()].flatMap(({ heading, columns, furtherHeaders }) =>
          [heading, ...columns.values(), ...furtherHeaders].map(({ span }) => span),
        ),
      ];
      assert.ok(spans.length > 0, document.path);
      for (const { start, end } of spans) {
        for (const at of [start, Math.floor((start + end) / 2), end]) {
          const position = positionAt(document.lineStarts, at);
          const hover = await engine.hover(document.path, position, asOf);
          assert.ok(hover, `${document.path} ${JSON.stringify(position)}`);
          assert.ok(isWithin(position, hover), `${document.path} ${JSON.stringify(position)}`);
          assert.ok(hover.subject || hover.name || document.kind === 'partner-evaluation');
        }
      }
    }
  });

  it('knows nothing of prose, of other files and beyond the end', async () => {
    for (const [path, position] of [
      ['sla.md', positionIn(files.get('sla.md')!, 'Credits are tak^en off')],
      ['nowhere.md', { line: 0, character: 0 }],
      ['sla.md', { line: 9999, character: 3 }],
    ] as const)
      assert.equal(await engine.hover(path, position, asOf), undefined);
  });

  it('bears text that is half typed, anywhere', async () => {
    const path = 'engagement.md';
    const text = files.get(path)!;
    const other = await engineOver(files, 'base');
    for (let end = 5; end < text.length; end += 701) {
      for (const now of [text.slice(0, end), `${text.slice(0, end)} | ${text.slice(end + 3)}`]) {
        other.update(path, { kind: 'text', text: now });
        const starts = lineStarts(now);
        for (let at = Math.max(0, end - 12); at <= end; at += 4) {
          const position = positionAt(starts, at);
          const hover = await other.hover(path, position, asOf);
          if (hover) assert.ok(isWithin(position, hover), JSON.stringify(now.slice(0, at).slice(-40)));
          other.definition(path, position);
        }
      }
    }
  });

  describe('over what is not read', () => {
    const path = 'notes.md';
    const text = [
      '---\nkind: goals\ntitle: Goals\nowner: hedvig\ncolour: blue\n---\n\n# Goals\n',
      '## Background\n\n| Year | Event |\n| --- | --- |\n| 2024 | begun |\n',
      '## Objectives\n\n### In short\n\n| Objective | Owner | Room |\n| --- | --- | --- |\n| Faster | hedvig | 4 |\n',
      '| Size |\n| --- |\n| large |\n',
    ].join('\n');

    for (const [marked, written, why] of [
      ['col^our', 'colour', 'A document of kind "goals" has no key that is called so.'],
      ['Back^ground', 'Background', 'No section is called so.'],
      ['Ye^ar', 'Year', 'No section is called so.'],
      ['In sh^ort', 'In short', 'No section is called so. What stands below belongs to Objectives.'],
      ['Ro^om', 'Room', 'No column of Objectives is called so.'],
      ['Si^ze', 'Size', 'It has too few columns of Objectives.'],
    ] as const)
      it(`says why: ${written}`, async () => {
        const free = await engineOver(new Map([...files, [path, text]]), 'base');
        const hover = await free.hover(path, positionIn(text, marked), asOf);
        assert.ok(hover?.notChecked);
        assert.deepEqual([textIn(text, hover.range), inEnglish(hover.notChecked)], [written, why]);
      });

    it('says nothing of what is read, or of plain text', async () => {
      const free = await engineOver(new Map([...files, [path, text]]), 'base');
      for (const marked of ['Objec^tives', 'Objec^tive |', 'tit^le', '20^24'])
        assert.equal((await free.hover(path, positionIn(text, marked), asOf))?.notChecked, undefined);
    });
  });
});

function isWithin({ line, character }: Position, { range: { start, end } }: Hover): boolean {
  const isBehind = line > start.line || (line === start.line && character >= start.character);
  const isBefore = line < end.line || (line === end.line && character <= end.character);
  return isBehind && isBefore;
}
