import assert from 'node:assert/strict';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { exampleFiles } from '../support/example-files.ts';
import { runCli, temporaryFolder, type CliResult } from './run-cli.ts';

/** One month of an example: the record of its service review, and the results that somebody measured. */
const months = {
  payments: {
    meeting: 'Monthly service review',
    record: 'records/2026-12-03-service-review.md',
    final: 'final',
    csv: [
      'Service,Metric,Result,Source,Disputed,Comment',
      'Payment gateway,availability,99.94 %,Klarsikt Mätning AB,99.96 %,"two ways, measured"',
      'Payment gateway,"latency, 95th percentile",640.5 ms,,,',
      'Payment gateway,throughput,no data,,,',
      'Card vault,availability per minute,99.99 %,,,',
      'Acquirer switch,availability,99.96 %,,,',
      'Acquirer Alfa,availability,99.6 %,,,',
      'Acquirer Beta,availability,99.91 %,,,',
      'Settlement engine,availability,99.88 %,,,',
      'Settlement engine,"quality, files accepted at first attempt",100 %,,,',
      'Worker 1,availability,99.83 %,,,',
      'Worker 2,availability,99.96 %,,,',
      'Worker 3,availability,99.71 %,,,',
      'Merchant console,availability,99.73 %,,,',
      'Declined by our own fault,,0.9 %,,,',
      'Idea to production,,17 days,,,',
    ].join('\r\n'),
    disputed: '| Payment gateway | availability | 99.94 % | Klarsikt Mätning AB | 99.96 % | | |',
  },
  betalningar: {
    meeting: 'Driftgenomgång',
    record: 'protokoll/2026-12-03-driftgenomgang.md',
    final: 'justerad',
    csv: [
      '\u{FEFF}Tjänst;Mått;Utfall;Källa;Bestritt',
      'Betalväxeln;tillgänglighet;99.94;Utifrån Mätning AB;99,96 %',
      'Betalväxeln;svarstid, 95:e percentilen;640,5 ms;;',
      'Betalväxeln;genomströmning;47 betalningar per sekund;;',
      'Kortvalvet;tillgänglighet per minut;99,99 %;;',
      'Inlösarväxeln;tillgänglighet;99,96 %;;',
      'Inlösare Alfa;tillgänglighet;99,6 %;;',
      'Inlösare Beta;tillgänglighet;99,91 %;;',
      'Avräkningen;tillgänglighet;99,88 %;;',
      'Avräkningen;kvalitet, filer godtagna vid första försöket;100 %;;',
      'Räknenod 1;tillgänglighet;99,83 %;;',
      'Räknenod 2;tillgänglighet;99,96 %;;',
      'Räknenod 3;tillgänglighet;99,71 %;;',
      'Butiksportalen;tillgänglighet;99,73 %;;',
      'Nekade köp genom eget fel;;0,9 %;;',
      'Från idé till drift;;17 dagar;;',
    ].join('\n'),
    disputed: '| Betalväxeln | tillgänglighet | 99,94 % | Utifrån Mätning AB | 99,96 % | | |',
  },
} as const;

for (const [example, { meeting, record, final, csv, disputed }] of Object.entries(months))
  describe(`a month of ${example}, without one edit by hand`, () => {
    let root: ReturnType<typeof temporaryFolder>;
    beforeEach(
      () => (root = temporaryFolder({ ...Object.fromEntries(exampleFiles(example)), 'month.csv': csv })),
    );
    afterEach(() => root.remove());
    const run = (...args: string[]): Promise<CliResult> => runCli(args, { cwd: root.folder });
    const text = (): string => readFileSync(path.join(root.folder, record), 'utf8');
    const begin = (): Promise<CliResult> =>
      run('new', 'record', '--meeting', meeting, '--as-of', '2026-11-23');
    const findings = async (): Promise<readonly string[]> => {
      const { out } = await run('check', '--profile', 'full', '--format', 'json');
      const checked = JSON.parse(out) as { findings: { path: string; code: string; line: number }[] };
      return checked.findings.map(({ path: file, code, line }) => `${file}:${line} ${code}`);
    };

    it('goes from one final record to the next', async () => {
      const before = await findings();
      assert.deepEqual(await begin(), { code: 0, out: `${record}: 15 questions left.\n`, err: '' });
      if (example === 'betalningar')
        assert.doesNotMatch(
          text(),
          /\b(?:the|of|since|days|who|November|draft|open)\b/,
          'all of it is in Swedish',
        );
      const imported = await run('import', 'results', 'month.csv', '--write');
      assert.deepEqual(
        [imported.code, imported.err],
        [0, example === 'payments' ? 'Not read: "Comment".\n' : ''],
      );
      assert.ok(
        imported.out.endsWith(
          `${record}: 15 results to take over, 0 there already, 0 as the record has it.\n`,
        ),
      );
      assert.ok(text().includes(`\n${disputed}\n`), text());
      const closed = await run('close', record);
      assert.deepEqual(closed, { code: 0, out: `${record}: final, with 0 inputs.\n`, err: '' });
      assert.match(text(), new RegExp(`^status: ${final}$`, 'm'));
      assert.deepEqual(await findings(), before, 'check finds nothing new');
      const next = await run('new', 'record', '--meeting', meeting, '--as-of', '2026-12-04');
      assert.match(next.out, /2027-01-07/);
    });

    it('says why there is nothing to begin', async () => {
      const said = async (...args: string[]): Promise<string> => {
        const { code, out, err } = await run(...args, '--as-of', '2026-11-23');
        assert.deepEqual([code, out], [2, '']);
        return err;
      };
      await begin();
      const draft = text();
      const again = `"${record}" is the record of that time of "${meeting}": nothing was written.\n`;
      assert.equal(await said('new', 'record', '--meeting', meeting), again);
      assert.equal(text(), draft);
      const unknown = await said('new', 'record', '--meeting', 'nothing');
      assert.ok(
        unknown.startsWith('No meeting is called "nothing". There are ') && unknown.includes(`"${meeting}"`),
      );
      assert.match(
        await said('new', 'sla', '--meeting', meeting),
        /^--meeting belongs to outrigger new record\.$/m,
      );
    });

    it('writes nothing in a dry run, and nothing twice', async () => {
      await begin();
      const draft = text();
      const dry = await run('import', 'results', 'month.csv');
      assert.match(dry.out, /15 results to take over.+Nothing was written: --write writes it\.\n$/);
      assert.equal(text(), draft);
      await run('import', 'results', 'month.csv', '--write');
      const filled = text();
      const { mtimeNs } = statSync(path.join(root.folder, record), { bigint: true });
      const again = await run('import', 'results', 'month.csv', '--write');
      assert.equal(
        again.out,
        `${record}: 0 results to take over, 15 there already, 0 as the record has it. Nothing to write.\n`,
      );
      assert.equal(text(), filled);
      assert.equal(statSync(path.join(root.folder, record), { bigint: true }).mtimeNs, mtimeNs);
    });

    it('stays a draft while a result is missing, and keeps what was answered', async () => {
      await begin();
      const some = csv.split(/\r?\n/).slice(0, -1).join('\n');
      writeFileSync(path.join(root.folder, 'month.csv'), some);
      await run('import', 'results', 'month.csv', '--write');
      const filled = text();
      const open = await run('close', record);
      assert.equal(open.code, 1);
      assert.ok(
        open.out.endsWith(`${record}: still a draft, with 0 inputs; 1 thing is missing or wrong.\n`),
        open.out,
      );
      assert.equal(text(), filled);
      const skipped = await runCli(['close', record], { cwd: root.folder, typed: [''] });
      assert.deepEqual([skipped.code, text()], [1, filled]);
      const stopped = await runCli(['close', record], { cwd: root.folder, typed: [] });
      assert.deepEqual([stopped.code, text()], [2, filled]);
      const days = example === 'payments' ? '12 days' : '12 dagar';
      const asked = await runCli(['close', record], { cwd: root.folder, typed: [days] });
      assert.equal(asked.code, 0, asked.out + asked.err);
      assert.ok(asked.out.endsWith(`${record}: final, with 1 input.\n`), asked.out);
      assert.match(text(), new RegExp(`^\\| .+ \\| \\| ${days} \\| \\| \\| \\| \\|$`, 'm'));
    });
  });
