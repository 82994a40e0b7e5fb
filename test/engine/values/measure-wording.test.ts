import assert from 'node:assert/strict';
import { isWordedAlike } from '../../../extension/engine/values/measure-wording.ts';

describe('measures in other words', () => {
  const alike = (a: string, b: string): boolean =>
    isWordedAlike({ kind: 'latency', detail: a }, { kind: 'latency', detail: b });

  it('are alike where the details say the same in two languages', () => {
    for (const [a, b] of [
      ['95th percentile', '95:e percentilen'],
      ['the 95th percentile', '95:e percentilen'],
      ['99.9th percentile', '99,9:e percentilen'],
      ['per minute', 'per minut'],
      ['per second', 'per sekund'],
      ['average per calendar month', 'medelvärde per kalendermånad'],
      ['1st percentile of all', '1:a percentilen av all'],
      ['per working hour', 'per arbetstimme'],
      ['during office hours', 'under kontorstid'],
      ['Checkout, 95th percentile', 'checkout, 95:e percentilen'],
      ['max 5 requests', 'maximum 5 anrop'],
      ['95 %', '95 procent'],
    ] as const) {
      assert.ok(alike(a, b), `${a} / ${b}`);
      assert.ok(alike(b, a), `${b} / ${a}`);
    }
  });

  it('are not alike where anything else differs', () => {
    for (const [a, b] of [
      ['95th percentile', '99:e percentilen'],
      ['95th percentile', '95 percentile'],
      ['95th percentile', 'percentil 95'],
      ['per minute', 'per timme'],
      ['per min', 'minimum'],
      ['per hour', 'per arbetstimme'],
      ['1.5 requests', '15 anrop'],
      ['mean', 'medianen'],
      ['in the app', 'i appen'],
      ['the', 'den'],
    ] as const)
      assert.ok(!alike(a, b), `${a} / ${b}`);
  });

  it('have one known word and both a detail', () => {
    const detail = '95th percentile';
    assert.ok(!isWordedAlike({ kind: 'latency', detail }, { kind: 'quality', detail: '95:e percentilen' }));
    assert.ok(!isWordedAlike({ kind: 'latency' }, { kind: 'latency' }));
    assert.ok(!isWordedAlike({ kind: 'latency', detail }, { kind: 'latency' }));
  });
});
