import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { commandTable } from '../../extension/cli/command-table.ts';
import { inEnglish } from '../../extension/engine/model/said.ts';
import { cliPage } from '../../scripts/generate/cli-page.ts';
import { runCli } from './run-cli.ts';

const cwd = import.meta.dirname;

describe('the command line', () => {
  it('shows its help and its version', async () => {
    for (const args of [['--help'], ['-h'], ['help']]) {
      const { code, out } = await runCli(args, { cwd });
      assert.equal(code, 0);
      for (const { name, summary } of commandTable) {
        assert.match(out, new RegExp(`^ {2}${name}\\b`, 'm'));
        assert.ok(out.includes(inEnglish(summary)));
      }
    }
    assert.deepEqual(await runCli(['--version'], { cwd }), { code: 0, out: '1.2.3\n', err: '' });
  });

  it('shows how to call it where no command is given, and exits with 2', async () => {
    const { code, out, err } = await runCli([], { cwd });
    assert.deepEqual([code, out], [2, '']);
    assert.match(err, /^Usage: outrigger <command>/m);
  });

  for (const { name, options, formats, examples } of commandTable) {
    it(`shows the help of ${name}, whatever else is asked`, async () => {
      for (const args of [
        [name, '--help'],
        ['help', name],
        [name, '-h', 'a', 'b'],
      ]) {
        const { code, out } = await runCli(args, { cwd });
        assert.equal(code, 0);
        for (const option of options) assert.ok(out.includes(`--${option.name}`), option.name);
        for (const [line] of examples) assert.ok(out.includes(line));
        assert.ok(out.includes(formats.join(', ')));
        assert.match(out, /--as-of DATE/);
      }
    });
  }

  const wrong: readonly (readonly [args: readonly string[], told: string])[] = [
    [['chek'], '"chek" is not a command of Outrigger. Did you mean "check"?'],
    [['frobnicate'], '"frobnicate" is not a command of Outrigger. See outrigger --help.'],
    [
      ['--format', 'json', 'check'],
      '"--format" is not an option that stands before a command of Outrigger. See outrigger --help.',
    ],
    [['check', '--formt', 'json'], 'outrigger check has no option "--formt". Did you mean --format?'],
    [['check', '-x'], 'outrigger check has no option "-x". See outrigger check --help.'],
    [['check', '--within', '3d'], 'outrigger check has no option "--within". See outrigger check --help.'],
    [['check', '--format', 'jsn'], '"jsn" is not known to --format. It may be text, json.'],
    [['due', '--format', 'JSON'], '"JSON" is not known to --format. Did you mean "json"?'],
    [['check', '--format'], '--format needs a value: --format FORM.'],
    [['check', '--no-git=yes'], '--no-git takes no value, and "yes" was given.'],
    [['check', 'nowhere'], '"nowhere" does not exist.'],
    [
      ['check', '--as-of', '2026-02-30'],
      '--as-of "2026-02-30" is no day of the calendar. Write year, month and day, for example 2026-11-23.',
    ],
    [
      ['due', '--as-of', 'tomorrow'],
      '--as-of "tomorrow" is not a date. Write year, month and day, for example 2026-11-23.',
    ],
    [
      ['due', '--as-of', '3500-01-01'],
      '--as-of "3500-01-01" lies outside of the years 1800 to 2399. Write year, month and day, for example 2026-11-23.',
    ],
    [
      ['facts', '--as-of', '0026-11-23'],
      '--as-of "0026-11-23" lies outside of the years 1800 to 2399. Write year, month and day, for example 2026-11-23.',
    ],
    [['status', 'a', 'b'], '"b" is one argument too many for outrigger status. See outrigger status --help.'],
    [['explain'], 'outrigger explain needs <code or name>. See outrigger explain --help.'],
    [['haggle'], '"haggle" is not a command of Outrigger. See outrigger --help.'],
  ];
  for (const [args, told] of wrong) {
    it(`refuses "${args.join(' ')}"`, async () => {
      assert.deepEqual(await runCli(args, { cwd }), { code: 2, out: '', err: `${told}\n` });
    });
  }

  it('has a page that is generated from the same table', () => {
    const page = readFileSync(path.join(import.meta.dirname, '../../docs/cli.md'), 'utf8');
    assert.equal(page, cliPage());
    for (const { name } of commandTable) assert.match(page, new RegExp(`^## outrigger ${name}$`, 'm'));
  });
});
