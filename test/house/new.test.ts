import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { descriptionOf } from '../../scripts/new-files.ts';

const root = path.resolve(import.meta.dirname, '../..');
const copied = [
  'bin',
  'extension',
  'schemas',
  'templates',
  'scripts',
  'test',
  'package.json',
  'package.nls.json',
  'tsconfig.json',
  'README.md',
  'docs',
  'l10n',
  'CHANGELOG.md',
  'media',
  '.oxfmtrc.json',
];

describe('npm run new', () => {
  let copy = '';
  before(() => {
    copy = mkdtempSync(path.join(tmpdir(), 'outrigger-new-'));
    for (const each of copied) cpSync(path.join(root, each), path.join(copy, each), { recursive: true });
    symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'), 'junction');
  });
  after(() => rmSync(copy, { recursive: true, force: true }));

  const run = (...args: string[]): { status: number | null; output: string } => {
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: copy, encoding: 'utf8' });
    return { status, output: `${stdout}${stderr}` };
  };
  const make = (...args: string[]): ReturnType<typeof run> => run('scripts/new.ts', ...args);
  /** Names that nobody gives to a kind or rule of theirs: what exists already is refused. */
  const made = (...args: string[]): void => {
    const { status, output } = make(...args);
    assert.equal(status, 0, output);
  };

  it('writes a kind, a rule of it and a rule of any document that compile and whose fixtures pass', function () {
    this.timeout(180_000);
    made('kind', 'tide-table');
    made('rule', 'TDT001', 'title-written', 'tide-table');
    made('rule', 'DOC099', 'title-of-any-written');
    made('fact', 'tide-tables-counted', 'tide-table');

    const generated = run('scripts/generate.ts');
    assert.equal(generated.status, 0, generated.output);
    assert.ok(existsSync(path.join(copy, 'docs/kinds/tide-table.md')), 'one run writes everything');
    // Nothing is missing; what is to be written is asked for, each with its file. What a rule and a fact say is the
    // same for each until it is changed: another may have its Swedish already.
    const texts = run('scripts/texts.ts').output.trim().split('\n');
    const asked = (file: string, english: string): string => `${file}.json: say "${english}" in Swedish`;
    const sv = 'extension/language/texts/sv';
    const schema = 'schemas/kinds/tide-table';
    for (const line of [
      asked(`${sv}/fields`, descriptionOf('tide-table')),
      asked(`${sv}/facts`, 'Tide table documents'),
      asked(`${sv}/facts`, 'Tide tables counted'),
      asked(schema, 'Tide table'),
      asked(schema, 'tide tables'),
    ])
      assert.ok(
        texts.some((text) => text.startsWith(line)),
        `${line} is not among:\n${texts.join('\n')}`,
      );
    for (const line of texts)
      assert.match(
        line,
        /^(?:extension\/language\/texts\/sv\/\w+|schemas\/kinds\/[\w-]+)\.json: say ".+" in Swedish/,
      );
    const changes = readFileSync(path.join(copy, 'CHANGELOG.md'), 'utf8');
    for (const what of ['Rule `TDT001 title-written`', 'Fact `tide-tables-counted`', 'Kind `tide-table`'])
      assert.ok(changes.includes(`- ${what}`), what);
    const types = run('node_modules/typescript/bin/tsc', '-p', 'tsconfig.json');
    assert.deepEqual(linesAbout(types.output, /tide-table|TDT001|DOC099|title-(of-any-)?written/), []);
    const fixtures = run(
      'node_modules/mocha/bin/mocha.js',
      '--reporter=json',
      '--grep=TDT001|DOC099|tide-table|tide-tables-counted',
      'test/rules/fixtures.test.ts',
    );
    assert.equal(fixtures.status, 0, fixtures.output);
    assert.equal(/"passes": (\d+)/.exec(fixtures.output)?.[1], '8', fixtures.output);
  });

  it('knows the kind of a series once a rule of it has been written', () => {
    made('kind', 'moon-card');
    assert.match(make('rule', 'RTC001', 'rates-stated').output, /No kind owns the series "RTC"/);
    assert.equal(make('rule', 'RTC001', 'rates-stated', 'moon-card').status, 0);
    const { status, output } = make('rule', 'RTC002', 'rates-dated');
    assert.equal(status, 0, output);
    assert.ok(existsSync(path.join(copy, 'extension/engine/kinds/moon-card/rules/rates-dated.ts')));
    const names = readFileSync(path.join(copy, 'schemas/rule-names.json'), 'utf8');
    assert.match(names, /"RTC001": "rates-stated",\n +"RTC002": "rates-dated"\n\}\n$/);
  });

  it('overwrites nothing', () => {
    const file = path.join(copy, 'extension/engine/kinds/sla/rules/kept.ts');
    assert.equal(make('rule', 'SLA098', 'kept').status, 0);
    writeFileSync(file, 'mine');
    const again = make('rule', 'SLA098', 'kept');
    assert.equal(again.status, 1);
    assert.match(again.output, /exists already: extension\/engine\/kinds\/sla\/rules\/kept\.ts/);
    assert.equal(readFileSync(file, 'utf8'), 'mine');
    assert.match(make('kind', 'sla').output, /"sla" exists already/);
  });

  it('writes nothing where one of its files exists', () => {
    writeFileSync(path.join(copy, 'test/rules/SLA097-half-there.md'), 'mine');
    assert.equal(make('rule', 'SLA097', 'half-there').status, 1);
    assert.equal(existsSync(path.join(copy, 'extension/engine/kinds/sla/rules/half-there.ts')), false);
  });

  it('refuses a code with another name, a name with another code, and what is neither', () => {
    assert.match(make('rule', 'DOC001', 'something-else').output, /DOC001 is "front-matter-reads"/);
    assert.match(make('rule', 'DOC098', 'front-matter-reads').output, /the name of DOC001 already/);
    assert.match(make('rule', 'Doc1', 'x').output, /"Doc1" is no code/);
    assert.match(make('rule', 'DOC098', 'Not_Kebab').output, /"Not_Kebab" is no name/);
    assert.match(make('rule', 'ZZZ001', 'of-nobody').output, /No kind owns the series "ZZZ"/);
    assert.match(make('rule', 'ZZZ001', 'of-nobody', 'nothing').output, /There is no kind "nothing"/);
    assert.match(make('kind', '../outside').output, /"\.\.\/outside" is no name/);
    assert.match(make('rules').output, /^Usage:/);
  });
});

function linesAbout(output: string, what: RegExp): readonly string[] {
  return output.split('\n').filter((line) => what.test(line));
}
