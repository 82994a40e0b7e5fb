import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createRecogniser } from '../../../extension/engine/features/recognise.ts';
import { scaffold, scaffoldKinds } from '../../../extension/engine/features/scaffold.ts';
import { catalogue } from '../../../extension/engine/model/generated/catalogue.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const { kindOf } = createRecogniser();

describe('recognising texts that nobody governs', () => {
  for (const language of ['en', 'sv'] as const) {
    it(`knows every template without its front matter: ${language}`, () => {
      // A kind that has no table yet has nothing to be known by.
      const told = scaffoldKinds.filter((kind) =>
        catalogue.kinds[kind].sections.some((key) => catalogue.sections[key].columns.length > 0),
      );
      assert.ok(told.includes('record'));
      for (const kind of told) assert.equal(kindOf(withoutMatter(scaffold(kind, language, new Map()))), kind);
    });
  }

  it('knows every example without its front matter, and takes none for another kind', () => {
    const examples = markdownBelow(path.join(root, 'examples'));
    let known = 0;
    for (const [file, text] of examples) {
      const kind = /^kind: (\S+)$/m.exec(text)?.[1];
      const found = kindOf(withoutMatter(text));
      // An engagement document whose people stand elsewhere has no table of its own, and a sign-off has none at all;
      // one table, or none, of what was agreed stands in any text.
      const isShort = kind === 'record' && (text.match(/^\|(?: --- \|)+$/gm) ?? []).length < 2;
      const isKnownByNothing =
        isShort || kind === 'engagement' || kind === 'signoff' || file.endsWith('README.md');
      if (found === undefined && isKnownByNothing) continue;
      assert.equal(found, kind, file);
      known++;
    }
    assert.ok(known >= 25);
  });

  it('knows levels as a quality plan of a real order states them, in any of their words', () => {
    assert.equal(
      kindOf(`# How quality is watched

## 3. Service levels

| Service | Measure | Target | Measured by |
| --- | --- | --- | --- |
| Tested code | quality | 90 % | the agency |
| Deployed code | quality | 100 % | the agency |
`),
      'sla',
    );
    assert.equal(
      kindOf(`Så mäts tjänsten

## Servicenivåer

| Tjänst | Mått | Mål | Mäts av |
| --- | --- | --- | --- |
| Webbplats | tillgänglighet | 99,5 % | leverantören |
`),
      'sla',
    );
  });

  it('takes two tables with some of their columns for one with all of them', () => {
    const levels = '## Service levels\n\n| Service | Target |\n| --- | --- |\n| Web | 99 % |\n';
    const incidents = '## Incidents\n\n| Priority | Respond |\n| --- | --- |\n| P1 | 1 hour |\n';
    assert.equal(kindOf(levels), undefined);
    assert.equal(kindOf(incidents), undefined);
    assert.equal(kindOf(`${levels}\n${incidents}`), 'sla');
  });

  it('knows a routine by its numbered steps only beside what to do when they fail', () => {
    const steps = '# Restart\n\n## Steps\n\n1. Stop the queue.\n2. Start it.\n';
    assert.equal(kindOf(steps), undefined);
    assert.equal(kindOf(`${steps}\n## When it does not work\n\nCall the duty manager.\n`), 'process');
    // Any manual has a part on trouble: another word for the section tells nothing.
    assert.equal(kindOf(`${steps}\n## Troubleshooting\n\nLook at the log.\n`), undefined);
  });

  it('is silent about texts that only use the same words', () => {
    const readme = `# Shop

## Services

| Service | Port |
| --- | --- |
| web | 8080 |

## People

| Name | Chat |
| --- | --- |
| Ada | @ada |

## Steps

1. npm install
2. npm start

## Risks

None known.

## Notes

See the wiki.
`;
    assert.equal(kindOf(readme), undefined);
    for (const file of ['README.md', 'CONTRIBUTING.md', 'docs/architecture.md', 'docs/format.md'])
      if (existsSync(path.join(root, file)))
        assert.equal(kindOf(readFileSync(path.join(root, file), 'utf8')), undefined, file);
  });

  it('is silent about handbooks that tell of cadences and phases in their own way', () => {
    const handbook = `# Moving in

## Overview

Leaders come first and train the others.

## Phases

1. Get ready
2. Plan
3. Begin under watch

## Cadence

| **Level** | **Pace** | **Quality** |
| --- | --- | --- |
| **Team** | velocity | defects found |
| **Product** | features a month | coverage |
`;
    assert.equal(kindOf(handbook), undefined);
  });

  it('is silent about two kinds in one text', () => {
    const text = `## Risks

| Risk | Category | Likelihood | Impact | Response | Owner |
| --- | --- | --- | --- | --- | --- |
| Fire | ICT | 2 | 4 | reduce | anna |

## Milestones

| Milestone | Due | Accepted when |
| --- | --- | --- |
| First | 2027-01-01 | it runs |
`;
    assert.equal(kindOf(text), undefined);
  });

  it('is silent about a text with a kind, and reads past the front matter of others', () => {
    const body = withoutMatter(scaffold('sla', 'en', new Map()));
    assert.equal(kindOf(`---\nkind: sla\n---\n${body}`), undefined);
    assert.equal(kindOf(`---\nkind: Deployment\n---\n${body}`), undefined);
    assert.equal(kindOf(`---\nlayout: page\ntags: [a]\n---\n${body}`), 'sla');
    assert.equal(kindOf(`\uFEFF${body.replaceAll('\n', '\r\n')}`), 'sla');
    assert.equal(kindOf(''), undefined);
    assert.equal(kindOf('---\n---'), undefined);
  });

  it('is silent about real documents by others', function () {
    const corpus = path.resolve(root, '../shared/corpus');
    if (!existsSync(corpus)) this.skip();
    const texts = markdownBelow(corpus);
    assert.ok(texts.length > 10);
    // They tell in prose what a table would hold.
    for (const [file, text] of texts) assert.equal(kindOf(text), undefined, file);
  });
});

function withoutMatter(text: string): string {
  return text.replace(/^---\n[\s\S]*?\n---\n/, '');
}

function markdownBelow(folder: string): readonly (readonly [string, string])[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => [file, readFileSync(path.join(folder, file), 'utf8')]);
}
