import assert from 'node:assert/strict';
import { fixed, governed, rows, said, sla, texts } from './reading.ts';

describe('a pasted table', () => {
  it('with a column of numbers first becomes one by its fix', () => {
    const document = sla(
      '## Services\n\n#\tService\tHours\n1\tAPI\t24x7\n2\tLedger\t24x7\n\n## Notes\n\nx\n',
    );
    assert.equal(
      document.headings.some(({ text }) => text === 'Notes'),
      true,
    );
    const after = governed(fixed(document));
    assert.deepEqual(said(after), []);
    assert.deepEqual(texts(after, 'services'), [
      { hours: '24x7', service: 'API' },
      { hours: '24x7', service: 'Ledger' },
    ]);
  });

  it('under a heading of its own becomes one by its fix, and is read then', () => {
    const table = 'Service\tMeasure\tTarget\tMeasured by\nAPI\tavailability\t99 %\tprobe\n';
    const document = sla(`## Our things\n\n${table}`);
    assert.deepEqual(said(document), [`tabRows: ${table.trim()}`]);
    const once = governed(fixed(document));
    assert.deepEqual(said(once), []);
    assert.equal(rows(once, 'service_levels').length, 1);
  });

  it('is a text where no section is meant, or it is there already', () => {
    const services = '## Services\n\n| Service | Hours |\n| --- | --- |\n| API | 24x7 |\n\n';
    for (const body of [
      '## Our things\n\nYear\tEvent\n2025\tfire\n',
      '## Our things\n\nService\tMeasure\tTarget\tMeasured by\n',
      `${services}## Old ones\n\nService\tHours\nLedger\t24x7\n`,
      '## Our things\n\n    Service\tMeasure\tTarget\tMeasured by\n    API\tavailability\t99 %\tprobe\n',
      '```\nService\tMeasure\tTarget\tMeasured by\nAPI\tavailability\t99 %\tprobe\n```\n',
    ])
      assert.deepEqual(said(sla(body)), [], body);
  });

  it('is looked for in time that grows with the document', () => {
    const started = process.cpuUsage().user;
    sla('#\ta\tb\n1\t2\t3\n\n'.repeat(10_000));
    sla('Service\tMeasure\tTarget\tMeasured by\n'.repeat(20_000));
    assert.ok(process.cpuUsage().user - started < 4_000_000);
  });
});

describe('a table whose header begins with #', () => {
  const written = '#  | Service | Hours\n---|---|---\n1 | API | 24x7\n2 | Files | 24y7\n';

  it('is one by its fix, which makes its rows checked', () => {
    const document = sla(`## Services\n\n${written}`);
    assert.deepEqual(said(document).length, 1);
    const mended = governed(fixed(document));
    assert.equal(rows(mended, 'services').length, 2);
    assert.deepEqual(said(mended), []);
  });

  it('is a heading where no such line stands below', () => {
    assert.deepEqual(said(sla('# A | B\n\nText with a | in it.\n')), []);
    assert.deepEqual(said(sla('# | a title | of bars\n\nText.\n')), []);
  });
});

describe('what is there to be signed', () => {
  it('hides no row with something still to come', () => {
    const services = '## Services\n\n| Service | Hours |\n| --- | --- |\n| API | 24x7 |\n';
    for (const line of ['Ledger\t____', 'Ledger; ____', 'Ledger\t____\t'])
      assert.equal(said(sla(`${services}${line}\n`)).length, 1, line);
    for (const line of ['Date: ____', '____', 'Signature\t____', 'Underskrift:  ........'])
      assert.deepEqual(said(sla(`${services}\n${line}\n`)), [], line);
  });

  it('is not what triggers are seen by', () => {
    const table =
      '| Trigger | Kind | Sign | Notice |\n| --- | --- | --- | --- |\n| The term ends | expiry | end | |\n';
    assert.deepEqual(said(sla(`## Trggers\n\n${table}`)), ['nearHeading: Trggers']);
  });

  it('is a table of its section where all that it needs stands there', () => {
    const table = '| Service | Hours | Signature |\n| --- | --- | --- |\n| API | 24x7 | |\n';
    assert.equal(rows(sla(`## Services\n\n${table}`), 'services').length, 1);
  });
});
