import assert from 'node:assert/strict';
import { commandTable } from '../../extension/cli/command-table.ts';
import { checkRules, dueRules, factDefinitions } from '../../extension/engine/index.ts';
import { loadRuleTexts } from '../../extension/engine/report/load-rule-texts.ts';
import { exampleFiles } from '../support/example-files.ts';
import { toDo } from '../../scripts/to-do.ts';
import { runCli, temporaryFolder } from './run-cli.ts';

/** Words by which English is known, as far as they stand alone: no option, no path, no part of a name. */
const english =
  /(?<![\p{L}\p{N}_/.<-])(?:the|of|and|or|is|are|was|with|from|to|by|for|on|not|no|this|that|which|there|here|left|none|days?|months?|weeks?|hours?|line|errors?|warnings?|infos?|hints?|documents?|questions?)(?![\p{L}\p{N}_/-])/giu;

const rules = [...checkRules, ...dueRules];
const asOf = ['--as-of', '2026-11-23'];

describe('the command line in Swedish', () => {
  let root: ReturnType<typeof temporaryFolder>;
  /** Lines of the pages of rules, which are English for everybody. */
  let kept: readonly string[];
  /** What people wrote into the documents. */
  let written: string;

  before(async () => {
    // Written by a Swede: English that the documents hold would hide English of ours.
    const files = Object.fromEntries(exampleFiles('betalningar'));
    root = temporaryFolder({
      ...Object.fromEntries(Object.entries(files).map(([file, text]) => [`payments/${file}`, text])),
      'faulty/engagement.md': faulty,
      'results.csv': 'Avser,Mått,Utfall,Bestritt\nKortvalvet,tillgänglighet per minut,"99,9 %","99,8 %"\n',
      'wrong.csv':
        'Avser,Mått,Utfall\nKortvalv,tillgänglighet,99 %\nKortvalvet,svarstid,1 s\nKortvalvet,,9 ms\nRäknenod 1,,mycket\n,,1 %\nRäknenod 2,,\nBetalväxeln,tillgänglighet,12 ms\n',
      'outrigger.yml': 'rules:\n  SLA004: error\n  SLA005: off\n',
    });
    const pages = Object.values(await loadRuleTexts());
    kept = [
      ...pages.flatMap(({ reason, bad, good }) => [reason, bad.title, good.title, ...bad.says, ...good.says]),
      ...rules.flatMap(({ meta }) => [meta.summary, meta.reads.join('; '), meta.source ?? '']),
      ...factDefinitions.map(({ reads }) => reads.join('; ')),
    ]
      .map(spaced)
      .filter((text) => text !== '')
      // What one holds of another one is taken away with it.
      .sort((a, b) => b.length - a.length);
    written = withoutQuotes(Object.values(files).join('\n'));
  });
  after(() => root.remove());

  async function swedish(args: readonly string[], typed?: readonly string[]): Promise<string> {
    const options = { cwd: root.folder, now: '2026-11-23T12:00:00Z', ...(typed && { typed }) };
    const { out, err } = await runCli([...args, '--lang', 'sv'], options);
    assert.notEqual(out + err, '', args.join(' '));
    return out + err;
  }

  /** English words that nobody wrote, each with its neighbours. */
  function englishIn(text: string): readonly string[] {
    // Excerpts of documents, examples of commands, and the keys of JSON.
    const ours = text.replace(/^  (?:\| |outrigger ).*$/gm, '').replace(/\{ .* \}/gs, '');
    const plain = withoutQuotes(kept.reduce((left, one) => left.replaceAll(one, ''), spaced(ours)));
    return [...plain.matchAll(english)].flatMap(({ 0: word, index }) => {
      const before = /\S*\s*$/.exec(plain.slice(0, index))?.[0] ?? '';
      const after = /^\s*\S*/.exec(plain.slice(index + word.length))?.[0] ?? '';
      const found = spaced(before + word + after).replace(/^\w+:|[.,]$/g, '');
      return written.includes(found) ? [] : [found];
    });
  }

  const lines: readonly (readonly string[])[] = [
    ['help'],
    ...commandTable.map(({ name }) => [name, '--help']),
    ...['payments', 'faulty'].flatMap((folder) => [
      ['check', folder],
      ...['text', 'md', 'ics'].map((form) => ['due', folder, ...asOf, '--format', form]),
      ['due', folder, '--as-of', '2029-01-01'],
      ['status', folder, ...asOf],
      ['status', folder, '--as-of', '2029-01-01'],
      ['facts', folder, ...asOf],
    ]),
    ['portfolio', ...asOf],
    ['portfolio', '--as-of', '2029-01-01', '--format', 'md'],
    ['clauses', 'payments', '--profile', 'dora,gdpr,nis2,data-act'],
    ['clauses', 'faulty'],
    ['rules'],
    ...rules.map(({ code }) => ['explain', code]),
    ['explain', 'true-last-day'],
    ...['SLA004', 'SLA005', 'DOC002', 'EXT012'].map((code) => ['explain', code, '--here', 'payments/sla.md']),
    ['explain', 'SLA004', '--here', '.'],
    ['fix', '--dry-run'],
    ['fix', 'payments'],
    ['init', 'a', '--yes'],
    ['init', 'b', '--set', 'end=2027-06-30', '--set', 'notice=3 months'],
    ['new', 'goals', '--engagement', 'faulty'],
    ['new', 'goals', '--engagement', 'faulty'],
    ['new', 'record', '--engagement', 'payments', '--meeting', 'Driftgenomgång', ...asOf],
    ['new', 'record', '--engagement', 'payments', '--meeting', 'Driftgenomgång', ...asOf],
    ['new', 'record', '--engagement', 'payments', '--meeting', 'Planeringstimme', ...asOf],
    ['new', 'record', '--engagement', 'payments', '--meeting', 'nothing', ...asOf],
    ['new', 'goals', '--meeting', 'nothing'],
    ['import', 'results', 'results.csv'],
    [
      'import',
      'results',
      'results.csv',
      '--record',
      'payments/protokoll/2026-12-03-driftgenomgang.md',
      '--write',
    ],
    ['import', 'results', 'wrong.csv', '--record', 'payments/protokoll/2026-12-03-driftgenomgang.md'],
    ['close', 'payments/protokoll/2026-12-03-driftgenomgang.md'],
    ['close', 'payments/sla.md'],
    // What is wrong with the line itself.
    ...[
      'chek',
      '--format check',
      'check --formt',
      'check --format x',
      'check --no-git=1',
      'check nowhere',
      'check /',
      'check --root nowhere',
      'check --config payments',
      'check --max-warnings x',
      'due --as-of 2026-02-30',
      'due --as-of 3500-01-01',
      'due --as-of x',
      'due --within x',
      'due --person nobody',
      'status',
      'status a b',
      'explain',
      'explain nothing',
      'explain REC001',
      'explain true-last-day --here .',
      'init c --set x',
      'init c --set x=1',
      'init c --set fee=12\u00a0kr',
      'init',
    ].map((line) => line.split(' ')),
  ];
  for (const args of lines)
    it(`leaves no English in "outrigger ${args.join(' ')}"`, async function () {
      const said = await swedish(args);
      // What `npm run new` wrote: the check of the Swedish texts names each that is still to be said.
      if (said.includes(toDo)) this.skip();
      assert.deepEqual(englishIn(said), [], 'say it in extension/language/texts/sv, then npm run generate');
    });

  it('asks in Swedish, with examples that the document may hold', async () => {
    const answers = ['Nord AB', 'Riga SIA', '1 Januari', '11 maj 2026', '', '6 m', '', '', '', 'anna'];
    const said = await swedish(['init', 'asked'], answers);
    assert.deepEqual(englishIn(said), []);
    assert.match(said, /^Åtta frågor, och en till/m);
    assert.match(said, /"1 Januari" är inget datum\./);
    assert.match(said, /"11 maj 2026" läses som 2026-05-11\.$/m);
    assert.match(said, /Menas "6 minuter" eller "6 månader"\?$/m);
  });

  it('knows English where it stands', () => {
    assert.deepEqual(englishIn('Per 2026-11-23: 2 errors, and "no errors".\n  Den beror på the errors'), [
      '2 errors',
      'errors, and ""',
      'på the errors',
      'the errors',
    ]);
  });
});

/** On one line, without what is quoted. */
function withoutQuotes(text: string): string {
  return spaced(text.replace(/"[^"\n]*"/g, '""'));
}

function spaced(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** With a finding, a fix, a question and an accepted deviation. */
const faulty = `---
kind: engagement
title: Shop
status: active
phase: delivery
Owner: anna
client: Nord AB
supplier: Riga SIA
start: 2026-01-01
end: 2025-06-30
notice: 6 mnths
renewal: automatic, 12 months
fee: 1000.50 EUR per month
---

## People

| Person | Party | Role |
| --- | --- | --- |
| anna | client | owner |
| anna | supplier | lead |

## Accepted deviations

| Rule | Reason | Approved by | Until |
| --- | --- | --- | --- |
| SLA005 | cheaper | anna | 2026-12-31 |
`;
