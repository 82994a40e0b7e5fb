import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { checkRules, dueRules, factDefinitions } from '../../extension/engine/index.ts';
import { engagementText, runCli, temporaryFolder } from './run-cli.ts';

describe('outrigger rules and explain', () => {
  const cwd = import.meta.dirname;

  it('list every rule by code, or those of a profile', async () => {
    const { out } = await runCli(['rules', '--format', 'json'], { cwd });
    const { rules } = JSON.parse(out) as { rules: { code: string; profiles: string[] }[] };
    const codes = [...checkRules, ...dueRules].map(({ code }) => code).toSorted();
    assert.deepEqual(
      rules.map(({ code }) => code),
      codes,
    );
    const text = await runCli(['rules'], { cwd });
    for (const code of codes) assert.match(text.out, new RegExp(`^${code} `, 'm'));
    const base = await runCli(['rules', '--profile', 'base', '--format', 'json'], { cwd });
    const listed = (JSON.parse(base.out) as { rules: typeof rules }).rules;
    assert.ok(listed.length > 0 && listed.length < rules.length);
    assert.ok(listed.every(({ profiles }) => profiles.includes('base')));
  });

  it('explain a rule by code or name, and a fact', async () => {
    const { code, out } = await runCli(['explain', 'doc019'], { cwd });
    assert.equal(code, 0);
    assert.match(out, /^DOC019 value-reads\n.+\n\n(?:.+\n)+\nSeverity +error\n/);
    assert.match(
      out,
      /^ {2}\| start: 2026-02-30$[^]*^ {2}error: "2026-02-30" does not exist[^]*^ {2}\| start: 2026-03-01$/m,
    );
    assert.equal((await runCli(['explain', 'value-reads'], { cwd })).out, out);
    assert.match((await runCli(['explain', 'OWN002'], { cwd })).out, /^ {2}Nobody does "<activity>"/m);
    assert.match((await runCli(['explain', 'next-review'], { cwd })).out, /^next-review\n.+\n\nUnit +date$/m);
  });

  it("explain in either language how what is made of people's work is computed, and what it is not for", async () => {
    const page = readFileSync(new URL('../../docs/facts.md', import.meta.url), 'utf8');
    const names = factDefinitions.filter(({ ofPeople }) => ofPeople).map(({ name }) => name);
    assert.deepEqual(names, ['bus-factor', 'knowledge-share']);
    for (const name of names) {
      const { out: json } = await runCli(['explain', name, '--format', 'json'], { cwd });
      const { fact } = JSON.parse(json) as { fact: { method: readonly string[] } };
      const { out } = await runCli(['explain', name], { cwd });
      for (const text of fact.method)
        assert.ok(out.includes(`\n${text}\n`) && page.includes(`\n${text}\n`), text);
      assert.match(
        fact.method.at(-1)!,
        /must not be used to appraise, rank or pay people\. .+ people_metrics: off/,
      );
      const { out: swedish } = await runCli(['explain', name, '--lang', 'sv'], { cwd });
      assert.match(
        swedish,
        /får inte användas för att bedöma, rangordna eller avlöna personer\. .+ people_metrics: off/,
      );
    }
  });

  it('explain a rule to programs with its reason and both examples', async () => {
    const { out } = await runCli(['explain', 'EXT001', '--format', 'json'], { cwd });
    const { rule } = JSON.parse(out) as { rule: Readonly<Record<string, unknown>> };
    assert.match(String(rule['reason']), /^A contract can be left in order only while/);
    const { bad, good } = rule as { bad: Record<string, unknown>; good: Record<string, unknown> };
    assert.deepEqual(Object.keys(bad), ['title', 'asOf', 'files', 'says']);
    assert.deepEqual([bad['asOf'], good['asOf'], good['says']], ['2026-11-23', '2026-07-31', []]);
  });

  it('say what is meant where nothing has the name', async () => {
    const told = async (name: string): Promise<string> => (await runCli(['explain', name], { cwd })).err;
    assert.equal(
      await told('valu-reads'),
      '"valu-reads" is neither a rule nor a fact. Did you mean "value-reads"?\n',
    );
    assert.equal(
      await told('nothing-at-all'),
      '"nothing-at-all" is neither a rule nor a fact. See outrigger rules for all of them.\n',
    );
    assert.equal(
      await told('DOC025'),
      '"DOC025" is a rule that this version of Outrigger does not have yet.\n',
    );
  });

  describe('with --here', () => {
    const here = async (
      rule: string,
      files: Readonly<Record<string, string>>,
      ...args: string[]
    ): Promise<string[]> => {
      const root = temporaryFolder(files);
      const { out } = await runCli(
        ['explain', rule, '--here', 'engagement.md', '--format', 'json', ...args],
        { cwd: root.folder },
      );
      root.remove();
      return (JSON.parse(out) as { here: string[] }).here;
    };

    it('name the profile and where it is named', async () => {
      const full = engagementText.replace('valid_from:', 'profiles: full\nvalid_from:');
      assert.deepEqual(await here('DOC019', { 'engagement.md': engagementText }), [
        'On, as an error: profile base holds it, which is always in force.',
      ]);
      assert.deepEqual(await here('OWN002', { 'engagement.md': engagementText }), [
        'Off: it belongs to profile full, and in force here is base.',
      ]);
      assert.deepEqual(await here('OWN002', { 'engagement.md': full }), [
        'On, as a warning: profile full holds it, which engagement.md, line 15, names.',
      ]);
      assert.deepEqual(
        await here('OWN002', {
          'engagement.md': engagementText,
          'outrigger.yml': 'zone: UTC\nprofile: full\n',
        }),
        ['On, as a warning: profile full holds it, which outrigger.yml, line 2, names.'],
      );
      assert.deepEqual(await here('OWN002', { 'engagement.md': engagementText }, '--profile', 'full'), [
        'On, as a warning: profile full holds it, which the command line names.',
      ]);
    });

    it('name the line of the config', async () => {
      const config = 'rules:\n  OWN002: hint\n  value-reads: off\n';
      assert.deepEqual(await here('OWN002', { 'engagement.md': engagementText, 'outrigger.yml': config }), [
        'On, as a hint: outrigger.yml, line 2 says so. By itself it would be a warning.',
      ]);
      assert.deepEqual(await here('DOC019', { 'engagement.md': engagementText, 'outrigger.yml': config }), [
        'Off: outrigger.yml, line 3 turns it off.',
      ]);
    });

    it('name accepted deviations, and say which do not count', async () => {
      const deviations = `
## Accepted deviations

| Rule | Reason | Approved by | Until | Where |
| --- | --- | --- | --- | --- |
| DOC014 | agreed by letter | anna | 2027-01-31 | |
| required-present | | anna | 2027-01-31 | Pilot |
`;
      assert.deepEqual((await here('DOC014', { 'engagement.md': engagementText + deviations })).slice(1), [
        'Accepted as a deviation in the whole engagement, until 2027-01-31, by anna: engagement.md, line 38.',
        'An accepted deviation stands in engagement.md, line 39, but Reason, Approved by and Until must be filled before it counts.',
      ]);
    });

    it('say that a place outside of every engagement has no rules', async () => {
      const root = temporaryFolder({ 'README.md': 'x' });
      const { out } = await runCli(['explain', 'DOC019', '--here', 'README.md'], { cwd: root.folder });
      root.remove();
      assert.match(out, /\nHere\n {2}No engagement governs this place, so no rule speaks here\.\n$/);
    });
  });
});
