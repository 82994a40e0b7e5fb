import assert from 'node:assert/strict';
import { engagementText, runCli, temporaryFolder, type CliResult } from './run-cli.ts';

const swedish = 'Här finns inget uppdrag: outrigger init skapar ett.\n';
const english = 'There is no engagement here: outrigger init begins one.\n';

describe('the language of the command line', () => {
  const roots: { remove(): void }[] = [];
  after(() => {
    for (const root of roots) root.remove();
  });

  function folder(files: Readonly<Record<string, string>>): string {
    const root = temporaryFolder(files);
    roots.push(root);
    return root.folder;
  }

  async function said(
    args: readonly string[],
    config: string | undefined,
    variables: Readonly<Record<string, string>> = {},
  ): Promise<string> {
    const cwd = folder(config === undefined ? {} : { 'outrigger.yml': config });
    return (await runCli(['check', ...args], { cwd, variables })).out;
  }

  it('is that of --lang, else of the config, else of the environment, else English', async () => {
    const inSwedish = { LANG: 'sv_SE.UTF-8' };
    assert.equal(await said([], undefined), english);
    assert.equal(await said([], undefined, inSwedish), swedish);
    assert.equal(await said([], 'language: en\n', inSwedish), english);
    assert.equal(await said([], 'version: 1\nlanguage: sv\n'), swedish);
    assert.equal(await said([], '"language": "sv"\n'), swedish);
    assert.equal(await said(['--lang', 'en'], 'language: sv\n', inSwedish), english);
    assert.equal(await said(['--lang=sv'], 'language: en\n'), swedish);
    assert.equal(await said(['--lang', 'en', '--lang', 'SV'], undefined), swedish);
  });

  it('is not asked of a config that names none, or one that there is not', async () => {
    const inSwedish = { LC_ALL: 'sv_SE' };
    for (const config of ['# language: en\n', 'language: fi\n', 'language: [en]\n', 'language: en: sv\n', ''])
      assert.match(await said([], config, inSwedish), /inga varningar\.$|^Här finns inget/m, config);
  });

  it('is that of the first variable that POSIX asks', async () => {
    const of = (variables: Readonly<Record<string, string>>): Promise<string> =>
      said([], undefined, variables);
    for (const locale of ['sv', 'sv_SE.UTF-8', 'sv_FI@euro', 'sv.UTF-8', 'SV_se'])
      assert.equal(await of({ LC_ALL: locale }), swedish, locale);
    for (const locale of ['C', 'C.UTF-8', 'POSIX', 'en_GB.UTF-8', 'svk_XX', 'de_DE'])
      assert.equal(await of({ LC_ALL: locale, LC_MESSAGES: 'sv', LANG: 'sv_SE.UTF-8' }), english, locale);
    assert.equal(await of({ LC_ALL: '', LC_MESSAGES: 'sv_SE', LANG: 'en_GB' }), swedish);
    assert.equal(await of({ LC_MESSAGES: 'en_GB', LANG: 'sv_SE' }), english);
  });

  it('is asked of the config that --root and --config name', async () => {
    const cwd = folder({ 'a/outrigger.yml': 'language: sv\n', 'a/other.yml': 'language: en\n' });
    const check = (...args: string[]): Promise<CliResult> => runCli(['check', ...args], { cwd });
    assert.equal((await check()).out, english);
    assert.equal((await check('--root', 'a')).out, swedish);
    assert.equal((await check('--root', 'a', '--config', 'a/other.yml')).out, english);
    assert.equal((await check('--config', 'a/outrigger.yml')).out, swedish);
    // What is wrong with the place is said in the language of the machine.
    assert.equal((await check('--root', 'b')).err, '--root "b" is no folder. Name one that exists.\n');
  });

  it('is refused with 2 where there is none such, in either language', async () => {
    const cwd = folder({ 'engagement.md': engagementText });
    for (const command of ['check', 'rules', 'init']) {
      assert.deepEqual(await runCli([command, '--lang', 'fi'], { cwd }), {
        code: 2,
        out: '',
        err: '"fi" is not known to --lang. It may be en, sv.\n',
      });
      assert.deepEqual(await runCli([command, '--lang', 'fi'], { cwd, variables: { LANG: 'sv' } }), {
        code: 2,
        out: '',
        err: '--lang känner inte till "fi". Det kan vara en, sv.\n',
      });
    }
    assert.equal((await runCli(['check', '--lang'], { cwd })).err, '--lang needs a value: --lang LANG.\n');
  });

  it('is that of the help too, wherever it is asked for', async () => {
    const cwd = folder({});
    const help = async (...args: string[]): Promise<string> => {
      const { code, out } = await runCli(args, { cwd });
      assert.equal(code, 0);
      return out;
    };
    for (const args of [['--help'], ['-h'], ['help'], ['help', 'check'], ['check', '--help']])
      for (const lang of [['--lang', 'sv'], ['--lang=sv']])
        assert.match(await help(...args, ...lang), /^Användning: outrigger (?:<kommando>|check) /m);
    const { code, err } = await runCli([], { cwd, variables: { LANG: 'sv_SE' } });
    assert.equal(code, 2);
    assert.match(err, /^Användning: outrigger <kommando> /m);
  });

  it('leaves what programs read as it is', async () => {
    const cwd = folder({ 'engagement.md': engagementText });
    const asOf = ['--as-of', '2026-12-20'];
    for (const args of [
      ['check', '--format', 'json'],
      ['due', ...asOf, '--format', 'json'],
      ['facts', ...asOf, '--format', 'json'],
      ['status', ...asOf, '--format', 'json'],
      ['portfolio', ...asOf, '--format', 'json'],
      ['clauses', '--profile', 'nis2', '--format', 'json'],
      ['rules', '--format', 'json'],
      ['explain', 'SLA004', '--here', '.', '--format', 'json'],
      ['explain', 'true-last-day', '--format', 'json'],
      ['export'],
      ['--version'],
    ])
      assert.deepEqual(
        await runCli([...args, ...(args[0] === '--version' ? [] : ['--lang', 'sv'])], { cwd }),
        await runCli(args, { cwd }),
        args.join(' '),
      );
    const uids = async (lang: string): Promise<readonly string[]> =>
      (await runCli(['due', ...asOf, '--format', 'ics', '--lang', lang], { cwd })).out.match(/UID:.*/g) ?? [];
    assert.equal((await uids('en')).length, 3);
    assert.deepEqual(await uids('sv'), await uids('en'));
  });

  it('is that of a new document too where --lang names it, and no other way', async () => {
    const cwd = folder({});
    const read = async (dir: string): Promise<string> =>
      (await runCli(['export', dir], { cwd })).out.match(/"title": "(.*)"/)?.[1] ?? '';
    const parties = ['--set', 'client=A', '--set', 'supplier=B'];
    const now = '2026-11-23T12:00:00Z';
    const variables = { LANG: 'sv_SE.UTF-8' };
    assert.match((await runCli(['init', 'a', ...parties], { cwd, now, variables })).out, /frågor kvar/);
    assert.match((await runCli(['init', 'b', ...parties, '--lang', 'sv'], { cwd, now })).out, /frågor kvar/);
    assert.deepEqual([await read('a'), await read('b')], ['B for A', 'B åt A']);
  });
});
