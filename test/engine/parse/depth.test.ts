import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { digestOf } from '../../../extension/engine/parse/canonical.ts';
import { around, measured, mostGrowth, shapes } from './deep-documents.ts';
import { rows, said, sla } from './reading.ts';

describe('depth', () => {
  for (const [name, { of, says }] of Object.entries(shapes)) {
    it(`is answered by a reading or a finding, and the rest is read: ${name}`, () => {
      for (const levels of [4000, 100_000]) {
        const document = sla(around(of(levels)));
        assert.equal(rows(document, 'services').length, 1);
        const [first = ''] = said(document);
        if (says) assert.match(first, says);
        else if (levels === 4000) assert.equal(first, '');
        else assert.match(first, /^(?:longText|$)/);
      }
    });
  }

  it('of a digest is as good as that of a reading', () => {
    for (const { of } of Object.values(shapes)) {
      const text = around(of(100_000));
      assert.notEqual(digestOf({ text }), digestOf({ text: text.replace('API', 'Web') }));
    }
  });

  it('that a person may write is read, and nothing is said', () => {
    const levels = 20;
    const list = Array.from({ length: levels }, (_, i) => `${'  '.repeat(i)}- item ${i}`).join('\n');
    for (const body of [list, `${'> '.repeat(levels)}x`, `see ${'['.repeat(40)}a${']'.repeat(40)}[b](c.md)`])
      assert.deepEqual(said(sla(around(body))), []);
  });

  it('beyond the bound leaves a mark as text, and what follows as it is', () => {
    const document = sla(around(`${'- '.repeat(21)}x\n\n> y`));
    assert.deepEqual(said(document), ['nestedTooDeep: - x']);
    const twice = sla(around(`${'- '.repeat(22)}x\n\ny\n\n${'> '.repeat(22)}x`));
    assert.deepEqual(said(twice), ['nestedTooDeep: - - x', 'nestedTooDeep: > > x']);
  });

  it('of brackets is counted where they are open, and links beside many are read', () => {
    const many = '[a](b.md) [ ] \\[ '.repeat(300);
    const document = sla(around(many));
    assert.deepEqual(said(document), []);
    assert.equal(document.proseLinks.length, 300);
    const row = `| ${'['.repeat(51)}a${']'.repeat(51)}(b.md) | 24x7 |`;
    const cell = sla(`\n## Services\n\n| Service | Hours |\n| --- | --- |\n${row}\n`);
    assert.deepEqual(said(cell), [`deepBrackets: ${row.split(' ')[1] ?? ''}`]);
  });

  // Half as much again as in proportion is allowed: ten times the levels may take fifteen times as long. What grows
  // with their square takes a hundred times. Measured by a process of its own: in one that has done much before,
  // the collector of garbage goes through all of that.
  describe('costs time in proportion', () => {
    let growth: Readonly<Record<string, number>>;
    before(function () {
      this.timeout(120_000);
      const program = path.join(import.meta.dirname, 'measure-depth.ts');
      const { stdout, stderr } = spawnSync(process.execPath, [program], { encoding: 'utf8' });
      assert.equal(stderr, '');
      growth = JSON.parse(stdout) as typeof growth;
    });
    for (const [name, , times] of measured)
      it(name, () => {
        const its = growth[name] ?? Infinity;
        assert.ok(its <= mostGrowth(times), `${its.toFixed(1)} times the cost for ${times} times the levels`);
      });
  });
});
