import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  joinDocument,
  possibleSplits,
  restructurable,
  splitSection,
  type Restructured,
} from '../../../extension/engine/editing.ts';
import type { Engine } from '../../../extension/engine/index.ts';
import { inEnglish } from '../../../extension/engine/model/said.ts';
import { exampleFiles } from '../../support/example-files.ts';
import { agreeingFiles, filesAfter, linesIn, partsOf, rowsIn, saidIn } from '../../support/moved-parts.ts';
import { engineOver } from '../../support/run-fixture.ts';

type Files = ReadonlyMap<string, string>;

const day = '2026-11-23';

function over(files: Files): Promise<Engine> {
  return engineOver(files, 'full');
}

async function split(files: Files, ...asked: readonly string[]): Promise<Restructured> {
  const engine = await over(files);
  return await splitSection(restructurable(engine, day), partsOf(engine), asked);
}

async function join(files: Files, path: string, into?: string): Promise<Restructured> {
  const engine = await over(files);
  return await joinDocument(restructurable(engine, day), partsOf(engine), path, into);
}

function problems({ problems: all }: Restructured): readonly string[] {
  return all.map(inEnglish);
}

async function done(files: Files, what: Promise<Restructured>): Promise<Files> {
  const result = await what;
  assert.deepEqual(problems(result), []);
  return filesAfter(files, result);
}

/** Asserts that two states of a workspace say the same. */
async function assertSame(before: Files, after: Files): Promise<void> {
  const paths = [...new Set([...before.keys(), ...after.keys()])].filter(
    (path) => before.get(path) !== after.get(path),
  );
  // The longest first: one name may stand within another.
  paths.sort((a, b) => b.length - a.length);
  const [one, other] = [await over(before), await over(after)];
  assert.deepEqual(rowsIn(other), rowsIn(one));
  assert.deepEqual(await saidIn(other, paths), await saidIn(one, paths));
}

const examples = ['small', 'payments', 'betalningar', 'handover', 'wage-application'];
const small: Files = exampleFiles('small');

/** An example in as few documents as it can be joined to. */
async function oneFile(name: string): Promise<Files> {
  let files = agreeingFiles(name);
  for (const path of files.keys()) {
    if (path === 'engagement.md' || path.includes('/')) continue;
    files = filesAfter(files, await join(files, path));
  }
  return files;
}

describe('splitting and joining', () => {
  for (const name of examples) {
    it(`leaves the model of ${name} as it is, there and back`, async () => {
      const before = await oneFile(name);
      await assertSame(agreeingFiles(name), before);
      const engine = await over(before);
      const possible = await possibleSplits(restructurable(engine, day), partsOf(engine));
      const ways = possible.filter(({ path }) => path === 'engagement.md');
      assert.ok(ways.length > 2, JSON.stringify(possible));
      for (const { headings, to } of ways) {
        const apart = await done(before, split(before, ...headings));
        assert.ok(apart.has(to));
        assert.deepEqual(linesIn(apart), linesIn(before));
        await assertSame(before, apart);
        if (before.has(to)) continue;
        const back = await done(apart, join(apart, to));
        assert.deepEqual([...back.keys()].sort(), [...before.keys()].sort());
        assert.deepEqual(linesIn(back), linesIn(before));
        await assertSame(before, back);
      }
    }).timeout(120_000);
  }

  it('says the same of five documents as of one', async () => {
    let files = small;
    for (const kind of ['exit-plan', 'sla', 'Servicenivåer', 'people', 'risk-register'])
      files = filesAfter(files, await split(files, kind));
    files = await done(files, split(files, 'ownership map'));
    assert.equal(files.size, 6, [...files.keys()].join());
    await assertSame(small, files);
  });

  it('takes keys along, and what the sections held for owner, dates and language', async () => {
    const files = await done(small, split(small, 'exit-plan'));
    const head = files.get('exit-plan.md')!.split('\n---\n')[0];
    assert.equal(
      head,
      `---
kind: exit-plan
title: Exit plan
status: active
owner: maja
counterpart: lucia
review_every: 6 months
language: en
prepare: 3 weeks
handover: 2 months
handover_ends: after the contract
knowledge_transfer: engagement.md
data_returned_within: 14 days
data_deleted_within: 30 days
test_every: 1 year
exit_manager_client: maja
exit_manager_supplier: lucia`,
    );
    assert.doesNotMatch(files.get('engagement.md')!, /^(?:prepare|handover|test_every):/m);
    assert.match(files.get('engagement.md')!, /treating \|\n\| A long .* accepted \|\n$/);
  });

  it('writes nothing where a finding would change, and says which', async () => {
    const result = await split(small, 'Topics');
    assert.deepEqual(result.changes, []);
    assert.deepEqual(problems(result), [
      'Newly said: kt-plan.md: This document lacks the key "direction": add it to the front matter, for example "direction: to client". (DOC014)',
    ]);
  });

  it('parts nothing that holds for one another in one document, whatever the profile', async () => {
    const engine = await engineOver(small, 'base');
    const result = await splitSection(restructurable(engine, day), partsOf(engine), ['Service levels']);
    assert.deepEqual(problems(result), [
      '"Incidents", "Service credits" of "engagement.md" hold for one another with what is to move: name them too, or "sla" for all.',
    ]);
  });

  it('leaves the engine as it was, whether it can be done or not', async () => {
    const engine = await over(small);
    const workspace = restructurable(engine, day);
    const before = JSON.stringify([rowsIn(engine), engine.check()]);
    for (const asked of ['Risks', 'Topics', 'Nothing'])
      await splitSection(workspace, partsOf(engine), [asked]);
    assert.equal(JSON.stringify([rowsIn(engine), engine.check()]), before);
    assert.equal(engine.engagements()[0]!.documents.length, 1);
  });

  it('refuses what belongs where it stands, what is not there, and what goes to two documents', async () => {
    assert.deepEqual(problems(await split(small, 'Purpose')), [
      '"Purpose" in "engagement.md" stands where it belongs.',
    ]);
    assert.deepEqual(problems(await split(small, 'Coverage')), [
      'No section "Coverage" stands in these documents.',
    ]);
    assert.match(problems(await split(small, 'Risks', 'Components'))[0]!, /do not go to one document/);
  });
});

const withLinks: Files = new Map([
  [
    'engagement.md',
    small
      .get('engagement.md')!
      .replace(
        '## Risks\n',
        '## Risks\n\n<!-- kept -->\nOf [people](#people), [the shop](engagement.md#components) and [risks](#risks).\n',
      )
      .replace('## Purpose\n', '## Purpose\n\nSee [what may go wrong](#risks) and [whom](#people).\n'),
  ],
  [
    'notes.md',
    `---\nkind: process\ntitle: Notes\nstatus: active\nowner: maja\n---\n\n# Notes\n\n[Risks](engagement.md#risks), [all](engagement.md).\n\n## Steps\n\n1. Look\n`,
  ],
]);

describe('links, where sections move', () => {
  it('lead where they led, in both documents and in others', async () => {
    const files = await done(withLinks, split(withLinks, 'Risker'));
    const moved = files.get('risk-register.md')!;
    assert.match(
      moved,
      /<!-- kept -->\nOf \[people\]\(engagement\.md#people\), \[the shop\]\(engagement\.md#components\) and \[risks\]\(#risks\)\.\n/,
    );
    assert.match(
      files.get('engagement.md')!,
      /\[what may go wrong\]\(risk-register\.md#risks\) and \[whom\]\(#people\)/,
    );
    assert.match(files.get('notes.md')!, /\[Risks\]\(risk-register\.md#risks\), \[all\]\(engagement\.md\)/);
    const back = await done(files, join(files, 'risk-register.md'));
    assert.match(
      back.get('engagement.md')!,
      /Of \[people\]\(#people\), \[the shop\]\(#components\) and \[risks\]\(#risks\)\./,
    );
    assert.match(back.get('engagement.md')!, /^formerly: risk-register\.md$/m);
    assert.match(back.get('notes.md')!, /\[Risks\]\(engagement\.md#risks\)/);
    assert.ok(!back.has('risk-register.md'));
  });

  it('of what is final are not touched, and are named', async () => {
    const files = new Map([
      ...withLinks,
      [
        'records/2026-10-06-check-in.md',
        '---\nkind: record\ntitle: Check-in\nstatus: final\ntype: check-in\nheld: 2026-10-06\nattended: filip, martin\n---\n\n## Notes\n\n[Risks](../engagement.md#risks) were looked at.\n',
      ],
    ]);
    const result = await split(files, 'Risks');
    assert.deepEqual(result.changes, []);
    assert.ok(
      problems(result).includes(
        '"records/2026-10-06-check-in.md" is history and links to what moves: its links stay as they are written.',
      ),
      problems(result).join('\n'),
    );
  });

  it('through labels that are defined elsewhere stop it', async () => {
    const files = new Map([
      [
        'engagement.md',
        `${withLinks.get('engagement.md')!.replace('<!-- kept -->', 'By [our rule][rule].')}\n[rule]: https://rule.example\n`,
      ],
    ]);
    assert.deepEqual(problems(await split(files, 'Risks')), [
      '"[rule]" is used apart from where it is defined: write the target into each link first.',
    ]);
  });
});

const register = (matter: string, headers: string, row: string): string =>
  `---\nkind: risk-register\ntitle: Further risks\nstatus: active\nowner: maja\n${matter}---\n\n# Further risks\n\nAs seen in autumn.\n\n## Risks\n\n${headers}\n${headers.replace(/[^|]+/g, ' --- ')}\n${row}`;
const headers = '| Risk | Category | Likelihood | Impact | Response | Action | Owner | Due | Status |';
const frost =
  '| Frost in April | goal misalignment | 2 | 3 | reduce | heat the stock | maja | 2027-03-01 | treating |';

describe('two documents with one section', () => {
  it('are joined row by row under the same headers, and keep what else they say', async () => {
    for (const breaks of ['\n', '\r\n']) {
      const files = new Map([
        ['engagement.md', small.get('engagement.md')!.replaceAll('\n', breaks).trimEnd()],
        ['risk-register.md', register('', headers, `${frost}\n`)],
      ]);
      const joined = (await done(files, join(files, 'risk-register.md'))).get('engagement.md')!;
      assert.equal(joined.replaceAll(breaks, '').search(/[\r\n]/), -1);
      assert.ok(joined.includes(`| accepted |${breaks}${frost}${breaks}${breaks}## Triggers`), joined);
      assert.ok(
        joined.endsWith(
          `within a week.${breaks}${breaks}## Further risks${breaks}${breaks}As seen in autumn.`,
        ),
      );
      const apart = new Map(files);
      const merged = await done(apart, split(apart, 'Risks'));
      assert.ok(merged.get('risk-register.md')!.endsWith('accepted |\n'), merged.get('risk-register.md'));
      assert.ok(!merged.get('engagement.md')!.includes('## Risks'));
    }
  });

  it('are refused under other headers, and where keys disagree', async () => {
    const other = new Map([
      ...small,
      ['risk-register.md', register('', headers.replace('Action', 'Cause'), `${frost}\n`)],
    ]);
    for (const result of [await join(other, 'risk-register.md'), await split(other, 'Risks')])
      assert.match(problems(result)[0]!, /too, and not as one table under the same headers/);
    const keys = new Map([
      ...small,
      ['risk-register.md', register('counterpart: martin\nreview_every: 1 month\n', headers, `${frost}\n`)],
    ]);
    assert.deepEqual(problems(await join(keys, 'risk-register.md')), [
      '"counterpart" is "martin" in "risk-register.md" and "lucia" in "engagement.md": make them the same first.',
      '"review_every" is "1 month" in "risk-register.md" and "6 months" in "engagement.md": make them the same first.',
    ]);
  });

  it('are refused where they are history, one of many, or the engagement itself', async () => {
    const files = new Map([
      ...withLinks,
      ['risk-register.md', register('', headers, `${frost}\n`).replace('active', 'ended')],
    ]);
    assert.match(problems(await join(files, 'risk-register.md'))[0]!, /is history/);
    assert.match(problems(await join(files, 'notes.md'))[0]!, /one of many of its kind/);
    assert.match(
      problems(await join(files, 'engagement.md', 'notes.md'))[0]!,
      /is the document of the engagement/,
    );
    assert.match(problems(await join(files, 'gone.md'))[0]!, /is no document of the engagement/);
  });
});

describe('whatever stands below a heading', () => {
  it('moves whole, and comes back', async () => {
    const piece = fc.constantFrom(
      'Words of *ours*.',
      '- a point',
      '1. first',
      '### Deeper',
      '> quoted',
      '```\n## No heading\n```',
      '<!-- note -->',
      '| Own | Table |\n| --- | --- |\n| a | b |',
      'Title\n-----',
      '    code',
      '[x](#people)',
      '***',
      '#',
      '# Other',
      '<div>\n\n</div>',
    );
    let moved = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { maxLength: 4 }),
        fc.constantFrom('\n', '\r\n'),
        fc.constantFrom('Risks', 'Sudden exit', 'Escalation'),
        fc.boolean(),
        async (pieces, breaks, section, isEnded) => {
          const text = small
            .get('engagement.md')!
            .replace(
              new RegExp(`(\n## ${section}\n[\\s\\S]*?)(\n## |$)`),
              (_, own: string, next: string) => `${own.trimEnd()}\n\n${pieces.join('\n\n')}\n${next}`,
            )
            .replaceAll('\n', breaks);
          const before = new Map([['engagement.md', isEnded ? text : text.trimEnd()]]);
          const asked = section === 'Sudden exit' ? 'exit-plan' : section;
          const result = await split(before, asked);
          if (result.problems.length > 0) return;
          moved++;
          const after = filesAfter(before, result);
          assert.deepEqual(linesIn(after), linesIn(before));
          const left = after.get('engagement.md')!;
          assert.equal(
            /\r\n|\n$/.test(left.slice(-2)),
            /\r\n|\n$/.test(before.get('engagement.md')!.slice(-2)),
          );
          await assertSame(before, after);
          const to = result.changes.find((one) => one.before === undefined)!.path;
          const back = await join(after, to);
          if (back.problems.length > 0) return;
          assert.deepEqual(linesIn(filesAfter(after, back)), linesIn(before));
        },
      ),
      { numRuns: Number(process.env['EDITS'] ?? 25) },
    );
    assert.ok(moved > 5, String(moved));
  }).timeout(120_000);
});
