import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { runCommandLine } from '../../extension/cli/command-line.ts';
import { pastResultFiles, runCli, temporaryFolder, type CliResult } from './run-cli.ts';

const draft = `---
kind: record
title: November
status: draft
type: service-review
held: 2026-12-03
period: 2026-11
---

## Results

| Of | Measure | Result | Disputed |
| --- | --- | --- | --- |
| Shop | availability |

## Notes

None.
`;

describe('outrigger import results', () => {
  let root: ReturnType<typeof temporaryFolder>;
  const record = 'records/2026-11.md';
  beforeEach(() => {
    root = temporaryFolder({ ...pastResultFiles, [record]: draft });
  });
  afterEach(() => root.remove());
  const text = (): string => readFileSync(path.join(root.folder, record), 'utf8');
  const take = (csv: string | Uint8Array, ...args: string[]): Promise<CliResult> => {
    writeFileSync(path.join(root.folder, 'r.csv'), csv);
    return runCli(['import', 'results', 'r.csv', '--write', ...args], { cwd: root.folder });
  };

  it('fills what is empty, in a row with too few cells too, and leaves the rest of the file alone', async () => {
    const { code, out } = await take('of,measure,result,disputed\nSHOP,Availability,99.95 %,99.8 %\n');
    assert.deepEqual([code, out.split('\n')[0]], [0, 'Shop, availability: Result 99.95 %, Disputed 99.8 %']);
    assert.equal(
      text(),
      draft.replace('| Shop | availability |', '| Shop | availability | 99.95 % | 99.8 % |'),
    );
  });

  it('says which columns it does not read', async () => {
    const { err } = await take('Of,Measure,Note,Result,\nShop,availability,x,99.95 %,\n');
    assert.equal(err, 'Not read: "Note".\n');
  });

  it('keeps what the record says, and says so', async () => {
    const filled = draft.replace('| Shop | availability |', '| Shop | availability | 99.5 % | |');
    writeFileSync(path.join(root.folder, record), filled);
    const { code, out } = await take('Of,Measure,Result\nShop,availability,99.95 %\n');
    assert.equal(code, 0);
    assert.match(
      out,
      /^Shop, availability: Result is "99\.5 %" in the record and stays; "99\.95 %" is not taken over$/m,
    );
    assert.equal(text(), filled);
    assert.match((await take('Of,Measure,Result\nShop,availability,"99,50 %"\n')).out, /1 there already/);
    assert.equal(text(), filled, 'the same value otherwise written is no other one');
  });

  it('adds the row that is not there', async () => {
    writeFileSync(path.join(root.folder, record), draft.replace('| Shop | availability |\n', ''));
    await take('Result\tOf\tMeasure\n99.95 %\tShop\tavailability\n');
    assert.match(
      text(),
      /^\| --- \| --- \| --- \| --- \|\n\| Shop \| availability \| 99\.95 % \|  \|\n\n## Notes/m,
    );
  });

  it('writes nothing where a line is wrong, and names each', async () => {
    const lines = [
      'Of,Measure,Result',
      'Shop,uptime of the moon,99 %',
      'Shopp,availability,99 %',
      'Shop,availability,12 ms',
      '"Sh\nop",availability,lots',
      ',availability,99 %',
      'Shop,availability,',
      'Shop,availability,99.9 %',
      'Shop,availability,99.90 %',
      'Shop,availability,99.8 %',
    ];
    const { code, out, err } = await take(lines.join('\n'));
    assert.deepEqual([code, out, text()], [2, '', draft]);
    const told = err.trimEnd().split('\n');
    assert.equal(told.pop(), `Nothing was written into "${record}".`);
    assert.deepEqual(
      told.map((line) => line.split(':', 2)[1]),
      ['2', '3', '4', '5', '7', '8', '11'],
      err,
    );
    assert.match(err, /^r\.csv:2: "uptime of the moon" is no measure of "Shop": .+"availability"\.$/m);
    assert.match(err, /^r\.csv:3: .+ Did you mean "Shop"\?$/m);
    assert.match(err, /^r\.csv:11: "Shop, availability" stands in line 9 already, with other values\.$/m);
  });

  it('refuses a disputed value that has no place, and says what is left out', async () => {
    writeFileSync(path.join(root.folder, record), draft.replace(' Disputed |', ' Kommentar |'));
    const before = text();
    const { code, err } = await take('Of,Measure,Result,Disputed\nShop,availability,99.95 %,99.8 %\n');
    assert.deepEqual([code, text()], [2, before]);
    assert.match(err, /^r\.csv:2: The table of the record has no column Disputed/m);
    const left = await take('Of,Measure,Result,Source\nShop,availability,99.95 %,probe\n');
    assert.match(left.out, /has no column Source, so "probe" is left out/);
    assert.match(text(), /^\| Shop \| availability \| 99\.95 % \|$/m);
  });

  it('refuses what is no table', async () => {
    const said = async (csv: string | Uint8Array): Promise<string> => {
      const { code, err, out } = await take(csv);
      assert.deepEqual([code, out, text()], [2, '', draft]);
      return err;
    };
    assert.match(await said(''), /holds no line/);
    assert.match(await said('Of,Result\nShop,"99 %\n'), /line [23] has a quotation mark out of place/);
    assert.match(await said('a,b\n1,2\n'), /^r\.csv:1: No column says Of and Result/);
    assert.match(
      await said('Of,Measure,Result,Utfall\nShop,availability,99 %,98 %\n'),
      /^r\.csv:1: Two columns say Result/,
    );
    assert.match(await said('Of,Service,Result\nx,Shop,99 %\n'), /^r\.csv:1: Two columns say Of/);
    assert.match(await said(new Uint8Array([0x4f, 0x66, 0x2c, 0xe4])), /not in UTF-8/);
    assert.match(await said('x'.repeat(3_000_000)), /larger than 2 MiB/);
  });

  it('does not let a cell break out of the table', async () => {
    const table = draft.replace(' Disputed |', ' Source |');
    writeFileSync(path.join(root.folder, record), table);
    await take('Of,Measure,Result,Source\nShop,availability,99.95 %,"a | b\n## Notes <!-- ` [x](y)"\n');
    assert.equal(text().split('\n').length, table.split('\n').length);
    const { out } = await runCli(['export', '--json'], { cwd: root.folder });
    assert.ok(out.includes('a | b ## Notes <!-- ` [x](y)'), out);
  });

  it('reads standard input, asks which record is meant, and leaves a final one alone', async () => {
    const files = { ...pastResultFiles, [record]: draft, 'records/b.md': draft };
    const two = temporaryFolder(files);
    const csv = 'Of,Measure,Result\nShop,availability,99.95 %\n';
    const from = async (...args: string[]): Promise<string> => {
      const stdin = Object.assign(Readable.from([Buffer.from(csv)]), { isTTY: false });
      let said = '';
      const sink = { write: (chunk: string) => void (said += chunk) };
      const streams = { stdin, stdout: sink, stderr: sink } as unknown as Parameters<
        typeof runCommandLine
      >[1];
      const environment = { cwd: two.folder, variables: {}, version: '1', now: () => new Date(0) };
      await runCommandLine(['import', 'results', '-', ...args], streams, environment);
      return said;
    };
    assert.match(
      await from(),
      /There are 2 drafts of records with Results\. Name one of "records\/2026-11\.md", "records\/b\.md"/,
    );
    assert.match(await from('--record', 'records/b.md'), /records\/b\.md: 1 result to take over/);
    assert.match(await from('--record', 'records/2026-10.md'), /is final/);
    assert.match(await from('--record', 'sla.md'), /is no record/);
    two.remove();
  });
});
