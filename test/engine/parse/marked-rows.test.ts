import assert from 'node:assert/strict';
import { pipeLine, readMarkedCells } from '../../../extension/engine/parse/marked-cells.ts';
import { cell, fixed, rows, said, sla, texts } from './reading.ts';

const header = '| Priority | Means | Respond | Restore |\n| --- | --- | --- | --- |\n';
const table = `${header}| P1 | down | 15 minutes | 4 hours |\n`;
const rest = (text: string): string => text.replace(/^---[^]*?\n---\n/, '');
const incidents = (body: string): ReturnType<typeof sla> => sla(`## Incidents\n\n${body}`);

describe('rows that no pipes divide', () => {
  const lines = ['P2\tslow\t1 hour\t2 days', 'P3\t"mild\nor ""so"""\t1 hour\tsoon'];
  for (const [name, body, count] of [
    ['directly below a table', `${table}${lines.join('\n')}\n`, 3],
    ['below an empty line', `${table}\n${lines.join('\n')}\n`, 3],
    ['as a whole table', `Priority\tMeans\tRespond\tRestore\n${lines.join('\n')}\n`, 2],
    ['below a text', `As agreed:\nPriority\tMeans\tRespond\tRestore\n${lines.join('\n')}\n`, 2],
    ['in line breaks of a spreadsheet', `${table}\n${lines.join('\n')}\n`.replaceAll('\n', '\r\n'), 3],
  ] as const)
    it(`are made rows, which are checked at once: ${name}`, () => {
      const document = incidents(body);
      assert.equal(said(document).length, 1);
      const mended = sla(rest(fixed(document)));
      assert.deepEqual(said(mended), []);
      const read = rows(mended, 'incidents');
      assert.equal(read.length, count);
      const last = read[read.length - 1];
      assert.equal(cell(last, 'means').source.text, 'mild\nor "so"');
      // A wrong cell in them is seen.
      assert.equal(cell(last, 'restore').state, 'unread');
    });

  it('keep the pipes of their cells', () => {
    const document = incidents(`${table}P3\tx\t1 hour\t2 days\nP2\ta | b \\| c\t1 hour\t2 days\n`);
    assert.equal(said(document).length, 1);
    const mended = sla(rest(fixed(document)));
    assert.equal(texts(mended, 'incidents')[2]?.['means'], 'a | b \\| c');
  });

  for (const [name, body] of [
    ['pushed in by four blanks', header + '| P1 | a \\| b | 1 hour | 2 hours |\n'],
    ['with wide pipes', table.replaceAll('|', '｜')],
    ['with lines of boxes', table.replaceAll('|', '│')],
    ['with long dashes', table.replaceAll('---', '—')],
    ['with dashes that are broken', table.replace('---', '-x-')],
  ] as const)
    it(`are made a table: ${name}`, () => {
      const written = name.startsWith('pushed') ? body.replace(/^(?=.)/gm, '    ') : body;
      const document = incidents(written);
      assert.equal(said(document).length, 1, said(document).join());
      const mended = sla(rest(fixed(document)));
      assert.deepEqual(said(mended), []);
      assert.equal(rows(mended, 'incidents').length, 1);
    });

  it('offer both readings in a table of one column, and a line apart for a text', () => {
    const titles = (body: string): readonly unknown[] =>
      (sla(body).problems[0]?.fixes ?? []).map(({ title }) =>
        'template' in title ? title.template : title.en,
      );
    assert.deepEqual(titles('## Services\n\n| Service |\n| --- |\n| A |\nRefunds\n'), [
      'Make these lines rows of the table',
      'Put an empty line before it',
    ]);
    assert.deepEqual(titles(`## Incidents\n\n${table}All times are local.\n`), [
      'Put an empty line before it',
    ]);
    assert.deepEqual(titles(`## Incidents\n\n${table}P2;slow;1 hour;2 days\n`), [
      'Make these lines rows of the table',
    ]);
  });

  it('are free where they are something else', () => {
    for (const body of [
      `${table}\nSee\tbelow.\n`,
      `${table}\n    cat x | grep y | sort | uniq\n`,
      `${table}\n\`\`\`\n${table}\`\`\`\n`,
      `${table}\n- P2\tslow\t1 hour\t2 days\n`,
      `${table}\nThe pipe ｜ is wide.\n`,
    ])
      assert.deepEqual(said(incidents(body)), [], body);
  });

  it('are read back as they were', () => {
    const cells = ['a', 'b | c', '\\', 'd \\| e', '', 'f\ng'];
    const [row] = readMarkedCells([`x\t${cells[1]}\t"say ""no"""`], 3)?.rows ?? [];
    assert.deepEqual(row, ['x', 'b | c', 'say "no"']);
    assert.equal(pipeLine(cells), '| a | b \\| c | \\  | d \\\\\\| e |  | f<br>g |');
    assert.equal(readMarkedCells(['a sentence, with a comma'], 2), undefined);
    assert.deepEqual(readMarkedCells(['a\t"open\tquote'], 3)?.rows, [['a', '"open', 'quote']]);
  });
});

describe('rows with a cell too few or too many', () => {
  it('say what is missing, and read nothing behind it', () => {
    for (const [row, problem] of [
      ['| P2 | 1 hour | 2 hours |', 'missingCell: 1 hour'],
      ['| P2  slow | 1 hour | 2 hours |', 'missingPipe: P2  slow'],
      ['| P2 x slow | 1 hour | 2 hours |', 'missingPipe: P2 x slow'],
      ['| P2 ｜ slow | 1 hour | 2 hours |', 'missingPipe: P2 ｜ slow'],
      ['|| P2 | slow | 1 hour | 2 hours |', 'doubledPipe: ||'],
      ['| P2 | slow || 1 hour | 2 hours |', 'doubledPipe: ||'],
    ] as const) {
      const document = incidents(`${table}${row}\n`);
      assert.deepEqual(said(document), [problem]);
      assert.equal(cell(rows(document, 'incidents')[1], 'restore').state, 'unread');
      assert.equal(cell(rows(document, 'incidents')[1], 'restore').problem, undefined);
      const mended = sla(rest(fixed(document)));
      assert.deepEqual(said(mended), [], fixed(document));
      assert.equal(texts(mended, 'incidents')[1]?.['restore'], '2 hours');
    }
  });

  it('say a lone character where an outer pipe stands', () => {
    assert.deepEqual(said(incidents(`${table}x P2 | slow | 1 hour | 2 hours |\n`)), ['outerPipe: x']);
    assert.deepEqual(said(incidents(`${table}| P2 | slow | 1 hour | 2 hours x\n`)), ['outerPipe: x']);
  });

  it('say where one row alone has cells too few, and add them at its end', () => {
    for (const [row, mended] of [
      ['| P2 | slow |', '| P2 | slow | | |'],
      ['| P2', '| P2 | | | |'],
    ] as const) {
      const document = incidents(`${table}${row}\n`);
      assert.deepEqual(said(document), [`shortRow: ${row}`]);
      assert.ok(fixed(document).includes(`${mended}\n`), fixed(document));
      assert.deepEqual(said(incidents(`${table}${row}\n| P3 |\n`)), []);
    }
  });

  it('are free where cells are empty', () => {
    for (const row of [
      '| P2 || 1 hour | 2 hours |',
      '| P2 | slow | 1 hour | 2 hours ||',
      'P2 | slow | 1 hour | 2 hours',
      '| P2 | read / write | 1 hour | 2 hours |',
    ])
      assert.deepEqual(said(incidents(`${table}${row}\n`)), [], row);
  });
});
