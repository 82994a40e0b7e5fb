import assert from 'node:assert/strict';
import { catalogue } from '../../../extension/engine/model/generated/catalogue.ts';
import { parseMessages } from '../../../extension/engine/parse/messages.ts';
import { createDocumentReader } from '../../../extension/engine/parse/read-document.ts';
import { samples } from '../../../extension/engine/parse/samples.ts';
import { createValueReader } from '../../../extension/engine/values/read-value.ts';
import { cell, fixed, governed, key, read, rows, said, sla, texts, written } from './reading.ts';

const services = '| Service | Hours |\n| --- | --- |\n| A | 24x7 |\n';
const incidents =
  '| Priority | Means | Respond | Restore |\n| --- | --- | --- | --- |\n| P1 | x | 1 hour | 2 hours |\n';

describe('the samples', () => {
  it('are read whole: values, text, table', () => {
    const documents = samples.map(governed);
    for (const { problems, fields } of documents) {
      assert.deepEqual(problems, []);
      assert.deepEqual(
        fields.filter(({ state }) => state === 'unread'),
        [],
      );
    }
    assert.deepEqual(
      documents.map(({ kind, sections, proseLinks }) => [kind, [...sections.keys()], proseLinks.length]),
      [
        ['process', [], 0],
        ['engagement', [], 0],
        ['people', [], 0],
        ['people', [], 1],
        ['communication-plan', ['meetings'], 0],
      ],
    );
  });
});

describe('a cell', () => {
  const row = (cells: string): ReturnType<typeof sla> =>
    sla(`## Services\n| Service | Hours | Depends on |\n|---|---|---|\n| ${cells} |\n`);

  it('is the text of its inline content, with the place of each character', () => {
    for (const [source, text] of [
      ['plain', 'plain'],
      ['**R** and *x* ~~no~~', 'R and x no'],
      ['`anna`', 'anna'],
      ['&lt; 2 %', '< 2 %'],
      ['a\\_b', 'a_b'],
      ['a<br>b', 'a\nb'],
      ['a <!-- why -->', 'a'],
      ['a \\| b', 'a | b'],
      ['`a\\|b`', 'a|b'],
      ['[text](x.md "t")', 'text'],
      ['![alt](i.png) x', 'x'],
      ['R&D < 5 * 3 [x]', 'R&D < 5 * 3 [x]'],
      ['<b>x</b>', 'x'],
      ['<https://e.org>', 'https://e.org'],
      ['a & b_c_d', 'a & b_c_d'],
    ] as const) {
      const document = row(`${source} | 24x7 | `);
      const { source: read } = cell(rows(document, 'services')[0], 'service');
      assert.deepEqual([read.text, written(document.text, read.span)], [text, source]);
      if (!read.map) continue;
      assert.equal(read.map.length, read.text.length + 1);
      for (let i = 0; i < read.text.length; i++) {
        const unit = read.text.charAt(i);
        if (/[A-Za-z0-9]/.test(unit)) assert.equal(document.text.charAt(read.map[i] ?? -1), unit, source);
      }
    }
  });

  it('keeps its links and code spans', () => {
    const document = row('[x *y*](<a b.md#c> "t") and [z](w.md) | `org/x: **`, `` a`b `` | ![i](j.png)');
    const { links } = cell(rows(document, 'services')[0], 'service').source;
    const at = (span: { start: number; end: number }): string => written(document.text, span);
    assert.deepEqual(
      links?.map((link) => [link.text, link.target, at(link.span), at(link.targetSpan), link.image]),
      [
        ['x y', 'a b.md#c', '[x *y*](<a b.md#c> "t")', 'a b.md#c', false],
        ['z', 'w.md', '[z](w.md)', 'w.md', false],
      ],
    );
    const { codes } = cell(rows(document, 'services')[0], 'hours').source;
    assert.deepEqual(
      codes?.map(({ text, span }) => [text, at(span)]),
      [
        ['org/x: **', 'org/x: **'],
        ['a`b', 'a`b'],
      ],
    );
    const image = cell(rows(document, 'services')[0], 'depends_on');
    assert.deepEqual([image.state, image.source.links?.[0]?.target], ['empty', 'j.png']);
  });

  it('is empty, a placeholder, read or unread', () => {
    for (const [source, state] of [
      ['', 'empty'],
      ['<!-- later -->', 'empty'],
      ['TBD', 'placeholder'],
      ['todo', 'placeholder'],
      ['EDITME', 'placeholder'],
      ['XXX', 'placeholder'],
      ['???', 'placeholder'],
      ['…', 'placeholder'],
      ['**TBD**', 'placeholder'],
      ['[to be agreed]', 'placeholder'],
      ['will be populated', 'placeholder'],
      ['[24x7](hours.md)', 'read'],
      ['[[24x7]](hours.md)', 'read'],
      ['24x7', 'read'],
      ['25x7 at noon 99:99', 'unread'],
      ['todos', 'read'],
    ] as const) {
      const field = cell(rows(row(`A | ${source} | x`), 'services')[0], 'hours');
      assert.equal(field.state, state, source);
      assert.equal(field.value === undefined, state !== 'read');
      assert.equal(field.problem === undefined, state !== 'unread');
    }
  });

  it('that is empty or missing has a place to write in', () => {
    const document = sla('## Services\n| Service | Hours | Importance |\n|---|---|---|\n| A |  |\n');
    const [first] = rows(document, 'services');
    assert.equal(written(document.text, cell(first, 'hours').source.span), '  ');
    assert.deepEqual(cell(first, 'importance').source.span, { start: first?.span.end, end: first?.span.end });
    assert.equal(cell(first, 'importance').state, 'empty');
  });
});

describe('a section', () => {
  it('is found by its heading in both languages, whatever its level, number, case and colon', () => {
    for (const heading of [
      '# Services',
      '#### 2.1 services:',
      '## 3) TJÄNSTER',
      '## **Services**',
      'Services\n---',
    ]) {
      const document = sla(`# One\n# Two\n${heading}\n\n${services}`);
      assert.deepEqual([...document.sections.keys()], ['services'], heading);
      assert.equal(
        written(document.text, document.sections.get('services')?.heading.span ?? { start: 0, end: 0 }),
        heading.replace(/^#+ |\n---$/g, ''),
      );
    }
  });

  it('is found by a heading and columns that the config adds', () => {
    const reader = createDocumentReader({
      catalogue,
      values: createValueReader(catalogue),
      aliases: new Map([
        ['Services', ['What we run']],
        ['Services.Hours', ['Awake']],
      ]),
    });
    const { document } = reader.read(
      'a.md',
      '---\nkind: sla\n---\n## What we run\n| Service | Awake |\n|---|---|\n| A | 24x7 |\n',
    );
    assert.ok(document);
    assert.deepEqual(texts(document, 'services'), [{ service: 'A', hours: '24x7' }]);
  });

  it('is never the title of the document', () => {
    const document = sla(
      `# Service levels\n\n## Service levels\n\n| Service | Measure | Target | Measured by |\n|---|---|---|---|\n| A | availability | 99 % | us |\n`,
    );
    assert.deepEqual(
      [said(document), texts(document, 'service_levels').length, document.title],
      [[], 1, 'Service levels'],
    );
  });

  it('is never the title, which is said where a table stands below it', () => {
    const document = sla(`# Services\n\n${services}`);
    assert.deepEqual([said(document), document.sections.size], [['titleIsNoSection: Services'], 0]);
    assert.equal(rows(governed(fixed(document)), 'services').length, 1);
  });

  it('is not taken apart by a word below it, unless what follows fits the word', () => {
    const document = sla(
      `## Incidents\n\n### Notes\n\n${incidents}\n### Data\n\nwords\n\n### Notes\n\nProse.\n`,
    );
    assert.deepEqual([...document.sections.keys()], ['incidents', 'notes']);
    assert.equal(texts(document, 'incidents').length, 1);
    assert.equal(document.sections.get('notes')?.prose, 'Prose.');
  });

  it('ends at a heading of its level, and goes on below deeper ones', () => {
    const document = sla(
      `## Services\n\n### Europe\n\n${services}\n### Asia\n\n${services.replace('A', 'B')}\n## Else\n\n${services.replace('A', 'C')}`,
    );
    assert.deepEqual(
      texts(document, 'services').map(({ service }) => service),
      ['A', 'B'],
    );
  });

  it('joins its tables, each with its own header, and leaves other tables alone', () => {
    const document = sla(
      `## Services\n${services}\n| Hours | Service |\n|---|---|\n| 24x7 | B |\n\n| Word | Means |\n|---|---|\n| x | [y](z.md) |\n`,
    );
    assert.deepEqual(texts(document, 'services'), [
      { service: 'A', hours: '24x7' },
      { service: 'B', hours: '24x7' },
    ]);
    assert.deepEqual([said(document), document.proseLinks.map(({ target }) => target)], [[], ['z.md']]);
    assert.deepEqual(
      rows(document, 'services').map(({ index }) => index),
      [0, 1],
    );
  });

  it('has no row of empty cells', () => {
    assert.equal(rows(sla(`## Services\n${services}| | |\n|  |\n`), 'services').length, 1);
    for (const empty of ['<!-- B --> |', '<!-- B --> | ![b](b.png)', '&nbsp; | <!-- c --> ', '<b></b> |'])
      assert.deepEqual(texts(sla(`## Services\n${services}| ${empty} |\n`), 'services').length, 1, empty);
    for (const filled of ['<!-- B --> B |', '[](b.md) |', '`x` |', '&amp; |', '![b](b.png) | x'])
      assert.deepEqual(texts(sla(`## Services\n${services}| ${filled} |\n`), 'services').length, 2, filled);
  });

  it('gives the columns of people, teams and candidates', () => {
    const document = governed(
      '---\nkind: ownership-map\n---\n## Who does what\n| Activity | anna | **erik** | |\n|---|---|---|---|\n| a | R | A | x |\n',
    );
    const section = document.sections.get('who_does_what');
    assert.deepEqual(
      section?.furtherHeaders.map(({ text }) => text),
      ['anna', 'erik'],
    );
    const [row] = rows(document, 'who_does_what');
    assert.deepEqual(
      row?.further.map(({ header, field }) => [header.text, field.value, field.row === row]),
      [
        ['anna', 'R', true],
        ['erik', 'A', true],
      ],
    );
  });

  it('reads lists: top level, first paragraph, without the task mark', () => {
    const text =
      '## In scope\n- [ ] a **b**\n  wrapped\n\n  second\n- [x](y.md) c\n  - nested\n- TBD\n\n> - quoted\n';
    const document = sla(text);
    const items = document.sections.get('in_scope')?.items;
    assert.deepEqual(
      items?.map((item) => [item.text, written(document.text, item.span)]),
      [
        ['a b wrapped', 'a **b**\n  wrapped'],
        ['x c', '[x](y.md) c'],
      ],
    );
  });

  it('reads steps from a table or a list, and the table wins', () => {
    const list = governed('---\nkind: process\n---\n## Steps\n1. one\n2. two\n');
    assert.deepEqual(
      list.sections.get('steps')?.items.map(({ text }) => text),
      ['one', 'two'],
    );
    const both = governed(
      '---\nkind: process\n---\n## Steps\n- note\n\n| Step | Do |\n|---|---|\n| 1 | x |\n',
    );
    assert.deepEqual([both.sections.get('steps')?.items, rows(both, 'steps').length], [[], 1]);
  });

  it('tells Decision from Decisions by the table', () => {
    const document = sla(
      '## Decisions\nWe go.\n\n## Decision\n| Decision | Decided by |\n|---|---|\n| a | anna |\n',
    );
    assert.deepEqual(
      [document.sections.get('decision')?.prose, texts(document, 'decisions')],
      ['We go.', [{ decided_by: 'anna', decision: 'a' }]],
    );
  });
});

describe('DOC020', () => {
  it('says what GitHub does not show as it is meant', () => {
    for (const [body, problem] of [
      [`## Services\n${services}| B | 24x7 | more |\n`, 'surplusCells: more'],
      [`## Services\n${services}Some text\n`, 'rowWithoutPipe: Some text'],
      [`## Services\n${services}\u00a0| B | 24x7 |\n`, 'oddIndent: \u00a0'],
      ['## Services\n| Service | Comment | service |\n|---|---|---|\n| A | b | c |\n', 'twoHeaders: service'],
      ['## Services\n| Service | Hours |\n| A | 24x7 |\n', 'noDashes: | Service | Hours |\n| A | 24x7 |'],
      ['## Services\n| Service | Hours |\n|---|---|---|\n| A | 24x7 |\n', 'dashesDiffer: |---|---|---|'],
      [`## Services\n${services}<!-- cut -->\n| B | 24x7 |\n`, 'cutTable: | B | 24x7 |'],
      [`## Services\n${services}### Asia\n| B | 24x7 |\n`, 'cutTable: | B | 24x7 |'],
      ['## Services\n<table><tr><td>A</td></tr></table>\n', 'htmlTable: <table><tr><td>A</td></tr></table>'],
      [`## Services\n${services}\n## Services\n${services}`, 'secondHeading: Services'],
      ['## Steps\n| Step | Do |\n|---|---|\n| 1 | x |\n', 'otherKind: Steps'],
    ] as const) {
      assert.deepEqual(said(sla(body)), [problem], body);
    }
  });

  it('has fixes that leave nothing to say', () => {
    for (const body of [
      `## Services\n${services}Some text\n`,
      `## Services\n${services}\u00a0| B | 24x7 |\n`,
      '## Services\n| Service | Hours |\n| A | 24x7 |\n',
      '## Services\n| Service | Hours |\n|---|---|---|\n| A | 24x7 |\n',
      `## Services\n${services}\n## Services\n${services.replace('A', 'B')}\n## Notes\nx\n`,
      '## Services\n+---------+-------+\n| Service | Hours |\n+=========+=======+\n| A       | 24x7  |\n+---------+-------+\n',
      '## Services\nService   Hours\n--------  ------\nA b       24x7\n',
      '## Services\nService | Hours\nA | 24x7\n',
      `## Services\n- as agreed\n${services}`,
      `## Services\n> as agreed\n${services}`,
    ]) {
      for (const end of ['\n', '\r\n', '\r']) {
        const document = sla(body.replaceAll('\n', end));
        assert.equal(said(document).length, 1, body);
        const after = governed(fixed(document));
        assert.deepEqual(said(after), [], body);
        assert.ok(rows(after, 'services').length > 0, body);
      }
    }
  });

  it('reads the first of two headers of one column', () => {
    const document = sla('## Services\n| Service | service | Hours |\n|---|---|---|\n| A | b | 24x7 |\n');
    assert.deepEqual(texts(document, 'services'), [{ service: 'A', hours: '24x7' }]);
  });

  it('moves the rows of a second table to the first', () => {
    const after = governed(
      fixed(sla(`## Services\n${services}\n## Services\n${services.replace('A', 'B')}\n## Notes\nx\n`)),
    );
    assert.deepEqual(
      texts(after, 'services').map(({ service }) => service),
      ['A', 'B'],
    );
    assert.deepEqual([...after.sections.keys()], ['services', 'notes']);
    assert.ok(after.text.endsWith('| A | 24x7 |\n| B | 24x7 |\n\n## Notes\nx\n'));
  });

  it('converts a grid table with all its cells', () => {
    const after = governed(
      fixed(
        sla(
          '## Services\n+------+-----+\n| Service | Hours |\n+======+=====+\n| A    | 24x7   |\n| long |    |\n+------+-----+\n| B | office hours |\n+------+-----+\n',
        ),
      ),
    );
    assert.deepEqual(texts(after, 'services'), [
      { hours: '24x7', service: 'A long' },
      { hours: 'office hours', service: 'B' },
    ]);
  });

  it('recognises a Pandoc table over several lines, and does not convert it', () => {
    const document = sla(
      '## Services\n\n-------------------\nService   Hours\n--------- ---------\nA         24x7\n\nB         24x7\n-------------------\n',
    );
    assert.deepEqual(
      document.problems.map(({ id, fixes }) => [id, fixes?.length]),
      [['simpleTable', 0]],
    );
  });

  it('does not convert a simple table whose text runs across a gap', () => {
    const document = sla('## Services\nService   Hours\n--------  ------\nA long name 24x7\n');
    assert.deepEqual(
      document.problems.map(({ id, fixes }) => [id, fixes?.length]),
      [['simpleTable', 0]],
    );
  });

  it('reads nothing of a table of more than 10,000 rows', () => {
    const document = sla(`## Services\n| Service | Hours |\n|---|---|\n${'| A | 24x7 |\n'.repeat(10_001)}`);
    assert.deepEqual(
      [said(document), rows(document, 'services').length],
      [['tooManyRows: | Service | Hours |'], 0],
    );
    assert.equal(
      rows(sla(`## Services\n| Service | Hours |\n|---|---|\n${'| A | 24x7 |\n'.repeat(10_000)}`), 'services')
        .length,
      10_000,
    );
  });

  it('keeps out of tables under headings that are no section', () => {
    assert.deepEqual(said(sla('## Our words\n| a | b |\n| 1 | 2 |\n\n<table></table>\n')), []);
  });
});

describe('DOC021', () => {
  it('points out what nearly is a known key, heading, column or word', () => {
    for (const [text, problem] of [
      ['---\nkind: sla\nstaus: active\n---\n', 'nearKey: staus'],
      ['---\nkind: sla\nOwner: anna\n---\n', 'otherSpelling: Owner'],
      ['---\nkind: sla\nmeasured-over: week\n---\n', 'otherSpelling: measured-over'],
      [`---\nkind: sla\n---\n## Servises\n${services}`, 'nearHeading: Servises'],
      [
        `---\nkind: sla\n---\n## Incidents\n${incidents.replace('Priority', 'Priorty')}`,
        'nearColumn: Priorty',
      ],
      [
        '---\nkind: sla\n---\n## Service levels\n| Service | Measure | Target | Measured by |\n|---|---|---|---|\n| A | avalability, x | 99 % | us |\n',
        'nearWord: avalability',
      ],
      [`---\nkind: sla\n---\n## How fast we are\n${incidents}`, 'columnsOf: How fast we are'],
      [
        '---\nkind: sla\n---\n## Services\n- | Service | Hours |\n  |---|---|\n  | A | 24x7 |\n',
        'nestedTable: | Service | Hours |',
      ],
    ] as const) {
      const document = governed(text);
      assert.deepEqual(said(document), [problem], text);
      if (problem.startsWith('nested')) continue;
      assert.deepEqual(said(governed(fixed(document))), [], text);
    }
  });

  it('is silent on what is simply unknown, or there already', () => {
    for (const text of [
      '---\nkind: sla\ncredit_cap: 5 %\ncolour: red\nscale: 1-5\n---\n',
      '---\nkind: sla\nstatus: active\nstaus: x\n---\n',
      `---\nkind: sla\n---\n## Servises\nwords\n`,
      `---\nkind: sla\n---\n## Services\n${services}\n## Servises\n${services}`,
      '---\nkind: sla\n---\n## Services\n| Service | Hours | Colour | Hurs |\n|---|---|---|---|\n| A | 24x7 | red | x |\n',
    ]) {
      assert.deepEqual(said(governed(text)), [], text);
    }
  });
});

describe('a document', () => {
  it('has its status as written, final records active, sign-offs active, drafts otherwise', () => {
    for (const [matter, status] of [
      ['kind: sla\nstatus: active', 'active'],
      ['kind: sla\nstatus: gällande', 'active'],
      ['kind: sla\nstatus: avslutad', 'ended'],
      ['kind: sla\nstatus: final', 'draft'],
      ['kind: sla\nstatus: nonsense', 'draft'],
      ['kind: sla', 'draft'],
      ['kind: record\nstatus: final', 'active'],
      ['kind: signoff', 'active'],
    ] as const) {
      assert.equal(governed(`---\n${matter}\n---\n`).status, status, matter);
    }
  });

  it('has a title: the key, else the first heading of level 1', () => {
    const text = '---\nkind: sla\n---\n# The *title*\n';
    const document = governed(text);
    assert.deepEqual([document.title, written(text, document.titleSpan)], ['The title', 'The *title*']);
    const untitled = governed('---\nkind: sla\n---\n## Notes\n');
    assert.deepEqual([untitled.title, written(untitled.text, untitled.titleSpan)], ['', 'sla']);
  });

  it('carries the keys of its kind and of the kinds whose sections it holds', () => {
    const risks =
      '## Risks\n| Risk | Category | Likelihood | Impact | Response | Owner |\n|---|---|---|---|---|---|\n| a | skills | 1 | 2 | accept | x |\n';
    assert.ok(!('scale' in governed('---\nkind: sla\nscale: 1-5\n---\n').keys));
    assert.deepEqual(key(governed(`---\nkind: sla\nscale: 1-5\n---\n${risks}`), 'scale').value, {
      low: '1',
      high: '5',
    });
    const skills = '## Required skills\n| Skill | Level | People |\n|---|---|---|\n| a | 1 | 2 |\n';
    assert.deepEqual(said(governed(`---\nkind: skills\nscale: 0-4\n---\n${skills}${risks}`)), [
      'sharedKey: scale',
    ]);
  });

  it('may carry a key that another kind has too, where only notes of that kind stand in it', () => {
    const document = governed('---\nkind: process\ntype: runbook\n---\n## Notes\nWords.\n');
    assert.deepEqual([said(document), key(document, 'type').value], [[], 'runbook']);
  });

  it('has the anchors of GitHub', () => {
    const document = sla(
      '# Åt gå: 2.1 (a_b) – c\n## Same\n## Same\n## Same-1\n### `code` [x](y)\n> ## In a quote\n',
    );
    assert.deepEqual(
      document.headings.map(({ slug }) => slug),
      ['åt-gå-21-a_b--c', 'same', 'same-1', 'same-1-1', 'code-x', 'in-a-quote'],
    );
  });

  it('has the links of its prose with their places', () => {
    const document = sla(
      '# A [b](c.md)\n\nSee ![i](j.png), <https://e.org/x>, [r][1] and [1]\nmore *[em](u.md)* `[no](x)`.\n\n[1]: ref.md\n\n> [q](q.md)\n',
    );
    assert.deepEqual(
      document.proseLinks.map((link) => [
        link.target,
        written(document.text, link.span),
        written(document.text, link.targetSpan),
        link.image,
      ]),
      [
        ['c.md', '[b](c.md)', 'c.md', false],
        ['j.png', '![i](j.png)', 'j.png', true],
        ['https://e.org/x', '<https://e.org/x>', 'https://e.org/x', false],
        ['ref.md', '[r][1]', '[r][1]', false],
        ['ref.md', '[1]', '[1]', false],
        ['u.md', '[em](u.md)', 'u.md', false],
        ['q.md', '[q](q.md)', 'q.md', false],
      ],
    );
  });

  it('says whether its body holds anything', () => {
    assert.equal(sla('# T\n\n<!-- note -->\n').hasText, false);
    assert.equal(sla('# T\n\nx\n').hasText, true);
  });

  it('is not read beyond 2 MiB', () => {
    const result = read(`---\nkind: sla\n---\n${'x'.repeat(2 * 1024 * 1024)}`);
    assert.deepEqual(
      [result.is, said(result), result.document?.status],
      ['unreadable', ['tooLong'], 'ended'],
    );
  });

  it('has problems in the order of their places, and messages with the data they need', () => {
    const document = sla(`## Servises\n${services}\n## Incidents\n${incidents}no pipe\n`);
    assert.deepEqual(
      document.problems.map(({ code }) => code),
      ['DOC021', 'DOC020'],
    );
    for (const { code, id, data } of document.problems) {
      const message =
        (parseMessages as Readonly<Record<string, Readonly<Record<string, string>>>>)[code]?.[id] ?? '';
      const placeholders = [...message.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name);
      assert.deepEqual(new Set(placeholders), new Set(Object.keys(data)));
    }
  });
});
