import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { Engine } from '../../extension/engine/index.ts';
import { lineStarts, offsetAt, type Range } from '../../extension/engine/model/text.ts';
import { engineOver } from '../support/run-fixture.ts';
import { randomDocument, type RandomDocument, type Written } from '../support/random-document.ts';

/** `COVERAGE_DOCUMENTS=20000 npm test -- test/engine/coverage-properties.test.ts` tries so many. */
const documents = Number(process.env['COVERAGE_DOCUMENTS'] ?? 400);
const seed = Number(process.env['COVERAGE_SEED'] ?? 11);
const path = 'doc.md';

const engagement = `---
kind: engagement
title: Shop
status: active
---

## People

| Person | Party |
| --- | --- |
| anna | client |
`;

describe('what is written below an engagement', () => {
  let engine: Engine;
  before(async () => {
    engine = await engineOver(new Map([['engagement.md', engagement]]), 'base');
  });

  it(`is in the model, at a finding or listed as not read: ${documents} documents`, () => {
    fc.assert(
      fc.property(randomDocument, (document) => {
        const lost = lostIn(engine, document);
        assert.deepEqual(lost, [], `${JSON.stringify(document.text)}\n${document.text}`);
      }),
      { numRuns: documents, seed },
    );
  }).timeout(60_000 + documents * 100);

  it('is found out where it is none of them', () => {
    const text = '---\nkind: goals\n---\n\n## Objectives\n\n<!-- tok1x -->\n';
    assert.deepEqual(lostIn(engine, { text, written: [{ text: 'tok1x', start: text.indexOf('tok1x') }] }), [
      'tok1x',
    ]);
  });
});

/** What of the document is nowhere: the judge knows what was written, and nothing of how it is read. */
function lostIn(engine: Engine, { text, written }: RandomDocument): readonly string[] {
  engine.update(path, { kind: 'text', text });
  const starts = lineStarts(text);
  const spanOf = ({ start, end }: Range): readonly [number, number] => [
    offsetAt(starts, start),
    offsetAt(starts, end),
  ];
  const engagements = engine.engagements();
  // What is exported has no further column whose cells are empty; the model has it.
  const headers = engagements.flatMap(({ documents: its }) =>
    its.flatMap(({ sections }) =>
      [...sections.values()].flatMap(({ furtherHeaders }) => furtherHeaders.map((one) => one.text)),
    ),
  );
  const model = JSON.stringify([engine.assembled(engagements.map(({ folder }) => folder)), headers]);
  const findings = engine
    .check()
    .findings.filter((finding) => finding.path === path)
    .map(({ range }) => spanOf(range));
  const { free } = engine.coverage();
  const mine = free.filter((one) => one.path === path).map(({ is, range }) => ({ is, span: spanOf(range) }));
  const isListed = ({ text: token, start, header }: Written): boolean =>
    mine.some(({ is, span: [from, to] }) => {
      if (is === 'document') return true;
      if (is === 'column' && header && header.start <= from && from <= header.end) return true;
      return from <= start && start + token.length <= to;
    });
  const isFound = ({ text: token, start, of }: Written): boolean =>
    findings.some(
      ([from, to]) =>
        (from < start + token.length && start < to) || (of !== undefined && from < of.end && of.start < to),
    );
  // A cell with two of them is in the model where one is: of a path only what stands as code is read.
  const modelled = new Set(written.filter((one) => one.of && model.includes(one.text)).map(({ of }) => of));
  const isModelled = (one: Written): boolean =>
    model.includes(one.text) || (one.header !== undefined && modelled.has(one.of));
  return written.filter((one) => !isModelled(one) && !isFound(one) && !isListed(one)).map((one) => one.text);
}
