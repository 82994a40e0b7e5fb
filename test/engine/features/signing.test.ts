import assert from 'node:assert/strict';
import type { Engine } from '../../../extension/engine/index.ts';
import type { Signing, SigningRequest } from '../../../extension/engine/editing.ts';
import { inEnglish } from '../../../extension/engine/model/said.ts';
import { digestOf } from '../../../extension/engine/parse/canonical.ts';
import { exampleFiles } from '../../support/example-files.ts';
import { engineOver } from '../../support/run-fixture.ts';

const engagement = `---
kind: engagement
title: Shop
status: active
owner: hanna
client: Nord
supplier: Süd
---

## Subcontractors

| Subcontractor | Does |
| --- | --- |
| Sub AB | nights |

## People

| Person | Name | Party | Until |
| --- | --- | --- | --- |
| hanna | Hanna Lind | client | |
| tom | Tom Ek | supplier | |
| sub | Sub Eriksson | Sub AB | |
| gone | Gone Al | client | 2026-10-31 |
| law | Law Yer | third party | |
`;
const sla = (matter = 'status: active\n', text = 'Nothing.'): string =>
  `---\nkind: sla\ntitle: SLA\n${matter}owner: hanna\n---\n\n## Measurement and exclusions\n\n${text}\n`;
const review = (notes: string, matter = 'status: final\n'): string =>
  `---\nkind: record\ntitle: Review\ntype: strategic-review\n${matter}held: 2026-11-12\n---\n\n## Notes\n\n${notes}\n`;

const request: SigningRequest = { by: 'hanna', means: 'reviewed', date: '2026-11-30', via: 'cli' };
const over = (files: Readonly<Record<string, string>>, folder = ''): Promise<Engine> =>
  engineOver(
    new Map(
      Object.entries({ 'engagement.md': engagement, ...files }).map(([path, text]) => [folder + path, text]),
    ),
    'base,full',
  );

type Ready = Extract<Signing, { readonly is: 'ready' }>;

function ready(engine: Engine, path: string, more: Partial<SigningRequest> = {}): Ready {
  const signing = engine.signing(path, { ...request, ...more });
  assert.ok(signing?.is === 'ready', signing && 'why' in signing ? inEnglish(signing.why) : 'no document');
  return signing;
}

function refusal(engine: Engine, path: string, more: Partial<SigningRequest> = {}): string {
  const signing = engine.signing(path, { ...request, ...more });
  assert.equal(signing?.is, 'refused');
  return inEnglish(signing.why);
}

function take(engine: Engine, { files }: Ready): void {
  for (const { path, text } of files) engine.update(path, { kind: 'text', text });
}

describe('a sign-off', () => {
  it('is a file of its own that says what was signed, by whom and in which sense', async () => {
    const engine = await over({ 'a/b.md': sla() }, 'shop/');
    const { files, by } = ready(engine, 'shop/a/b.md', { by: 'Hanna Lind' });
    const [file] = files;
    assert.equal(by, 'hanna');
    assert.equal(files.length, 1);
    const digest = /^digest: sha256-(\w{8})\w{56}$/m.exec(file!.text)![1]!;
    const own = digestOf({ text: file!.text }).slice('sha256-'.length, 'sha256-'.length + 4);
    assert.equal(file!.path, `shop/signoffs/2026-11-30-a-b-hanna-${digest}-${own}.md`);
    assert.match(
      file!.text,
      /^---\nkind: signoff\ndocument: a\/b\.md\ndigest: \S+\nby: hanna\nparty: client\ndate: 2026-11-30\nmeans: reviewed\nvia: cli\n---\n$/,
    );
  });

  it('is written once: the same content is signed again only to approve it', async () => {
    const engine = await over({ 'sla.md': sla() });
    const first = ready(engine, 'sla.md');
    take(engine, first);
    const second = ready(engine, 'sla.md', { date: '2026-12-01' });
    assert.deepEqual(second.files, []);
    assert.deepEqual(second.known, [{ document: 'sla.md', signoff: first.files[0]!.path }]);
    // Of the same day, and yet under another name, as where each is signed on a branch of its own.
    const approved = ready(engine, 'sla.md', { means: 'approved' });
    assert.notEqual(approved.files[0]!.path, first.files[0]!.path);
    take(engine, approved);
    assert.deepEqual(ready(engine, 'sla.md').files, []);
    assert.deepEqual(ready(engine, 'sla.md', { means: 'approved' }).files, []);
    assert.equal(ready(engine, 'sla.md', { by: 'tom' }).files.length, 1);
    engine.update('sla.md', { kind: 'text', text: sla(undefined, 'Something else.') });
    assert.equal(ready(engine, 'sla.md').files.length, 1);
  });

  it('takes another name where somebody else has put a file there', async () => {
    const { path } = ready(await over({ 'sla.md': sla() }), 'sla.md').files[0]!;
    const engine = await over({ 'sla.md': sla(), [path]: sla() });
    assert.equal(ready(engine, 'sla.md').files[0]!.path, path.replace('.md', '-2.md'));
  });

  it('is for the side of who signs, a subcontractor for the supplier', async () => {
    const engine = await over({ 'sla.md': sla() });
    for (const [by, party] of [
      ['hanna', 'client'],
      ['tom', 'supplier'],
      ['sub', 'supplier'],
    ] as const)
      assert.match(ready(engine, 'sla.md', { by }).files[0]!.text, new RegExp(`^party: ${party}$`, 'm'));
  });

  it('is refused to who may not sign, and of what nobody signs', async () => {
    const engine = await over({
      'sla.md': sla(),
      'draft.md': sla('status: draft\n'),
      'ended.md': sla('status: ended\n'),
      'check-in.md': review('').replace('strategic-review', 'check-in'),
      'draft-review.md': review('[sla](sla.md)', 'status: draft\n'),
    });
    assert.equal(refusal(engine, 'sla.md', { by: 'nobody' }), 'No person has the key "nobody".');
    assert.equal(refusal(engine, 'sla.md', { by: 'client' }), 'No person has the key "client".');
    assert.equal(
      refusal(engine, 'sla.md', { by: 'law' }),
      '"law" is on neither side and cannot sign for a party (SGN002).',
    );
    assert.equal(
      refusal(engine, 'sla.md', { by: 'gone' }),
      '"gone" left on 2026-10-31: somebody who is still there must sign.',
    );
    assert.equal(ready(engine, 'sla.md', { by: 'gone', date: '2026-10-31' }).files.length, 1);
    assert.equal(
      refusal(engine, 'draft.md'),
      '"SLA" is a draft: set its status to active before it is signed.',
    );
    assert.equal(refusal(engine, 'ended.md'), '"SLA" has ended: nobody signs it any more.');
    assert.equal(refusal(engine, 'check-in.md'), '"Review" is a record: of those only changes are signed.');
    assert.equal(
      refusal(engine, 'draft-review.md'),
      '"Review" is a draft: set its status to final before it is signed.',
    );
    take(engine, ready(engine, 'sla.md'));
    const [signoff] = engine.engagements()[0]!.documents.filter(({ kind }) => kind === 'signoff');
    assert.equal(refusal(engine, signoff!.path), 'A sign-off is not signed itself.');
    assert.equal(engine.signing('nothing.md', request), undefined);
  });

  it('of a strategic review is of each document that it links to, in one step', async () => {
    const engine = await over({
      'sla.md': sla(),
      'goals.md': sla().replace('kind: sla', 'kind: goals'),
      'draft.md': sla('status: draft\n'),
      'records/review.md': review(
        'Went through [goals](../goals.md#x), [the SLA](../sla.md), [again](../sla.md), [a draft](../draft.md), ![p](../engagement.md), [web](https://a.example) and [us](review.md).',
      ),
      'records/empty.md': review('Nothing to see.'),
    });
    const signing = ready(engine, 'records/review.md');
    assert.deepEqual(
      signing.files.map(({ document }) => document),
      ['goals.md', 'sla.md'],
    );
    assert.deepEqual(
      signing.left.map(({ document }) => document),
      ['draft.md'],
    );
    take(engine, signing);
    const again = ready(engine, 'records/review.md');
    assert.deepEqual(again.files, []);
    assert.equal(again.known.length, 2);
    assert.match(refusal(engine, 'records/empty.md'), /^"Review" links to no document/);
  });

  it('is written in the language of the document', async () => {
    const engine = await over({ 'sla.md': sla('status: active\nlanguage: sv\n') });
    assert.match(
      ready(engine, 'sla.md', { means: 'approved', via: 'editor' }).files[0]!.text,
      /^party: kund\ndate: 2026-11-30\nmeans: godkänd\nvia: redigerare$/m,
    );
  });

  it('names a path so that YAML reads it, and a file that every system takes', async () => {
    const path = `odd: #1/${'long '.repeat(40)}end.md`;
    const engine = await over({ [path]: sla() });
    const [file] = ready(engine, path).files;
    assert.ok(file!.path.length < 220);
    take(engine, ready(engine, path));
    assert.equal(ready(engine, path).known.length, 1);
  });

  for (const [example, both] of [
    ['payments', ['hedvig', 'tiago']],
    ['betalningar', ['malin', 'kaj']],
  ] as const)
    it(`is one that SGN001 to SGN004 accept: ${example}`, async () => {
      const engine = await engineOver(exampleFiles(example), 'base,full');
      const said = (path?: string): readonly string[] =>
        engine
          .check()
          .findings.filter(
            (one) => /^SGN00[1-4]$/.test(one.code) && (path === undefined || one.path === path),
          )
          .map((one) => `${one.code} ${one.path}`);
      const before = said();
      const people = engine.engagements()[0]!.documents.find(({ kind }) => kind === 'sla')!;
      // What is signed anew after a change is as well signed as it was before.
      const text = `${people.text}\n\nA note.\n`;
      engine.update(people.path, { kind: 'text', text });
      assert.deepEqual(said(people.path), [`SGN003 ${people.path}`]);
      take(engine, ready(engine, people.path, { by: both[0], means: 'approved' }));
      assert.deepEqual(said(people.path), [`SGN004 ${people.path}`]);
      take(engine, ready(engine, people.path, { by: both[1], means: 'approved' }));
      assert.deepEqual(said(people.path), []);
      assert.deepEqual(said(), before);
    });
});
