import assert from 'node:assert/strict';
import fc from 'fast-check';
import { knowledgeBar } from '../../../extension/engine/report/knowledge-bar.ts';

describe('the bar of a component', () => {
  for (const [client, supplier, unknown, bar] of [
    ['100.0', '0.0', '0.0', '████████████████████'],
    ['50.0', '50.0', '0.0', '██████████▒▒▒▒▒▒▒▒▒▒'],
    ['0.0', '66.7', '33.3', '▒▒▒▒▒▒▒▒▒▒▒▒▒░░░░░░░'],
    ['33.3', '33.3', '33.3', '███████▒▒▒▒▒▒▒░░░░░░'],
    ['1.0', '99.0', '0.0', '▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒'],
    ['0.0', '0.0', '0.0', ''],
  ] as const)
    it(`of ${client}, ${supplier} and ${unknown} is "${bar}"`, () => {
      assert.equal(knowledgeBar({ client, supplier, unknown }), bar);
    });

  it('is always full, and less than a character wrong', () => {
    const share = fc.integer({ min: 0, max: 1000 });
    fc.assert(
      fc.property(share, share, share, (client, supplier, unknown) => {
        const written = (tenths: number): string => `${Math.floor(tenths / 10)}.${tenths % 10}`;
        const bar = knowledgeBar({
          client: written(client),
          supplier: written(supplier),
          unknown: written(unknown),
        });
        const all = client + supplier + unknown;
        fc.pre(all > 0);
        assert.equal(bar.length, 20);
        const ofClient = bar.lastIndexOf('█') + 1;
        assert.ok(Math.abs(ofClient * all - client * 20) < all);
      }),
    );
  });
});
