import { strict as assert } from 'node:assert';
import type { Needs } from '../../../extension/engine/measure/composite-availability.ts';
import { availabilityCeiling } from '../../../extension/engine/measure/composite-availability.ts';
import { plain, round } from '../../../extension/engine/measure/decimal.ts';

function ceiling(
  service: string,
  services: Readonly<Record<string, { readonly target?: string; readonly needs?: readonly Needs[] }>>,
) {
  return availabilityCeiling(service, {
    target: (name) => services[name]?.target,
    dependsOn: (name) => services[name]?.needs ?? [],
  });
}

const all = (...of: string[]): readonly Needs[] => of.map((each) => ({ needed: 1, of: [each] }));

describe('the ceiling of a service', () => {
  const parts = { A: { target: '99.9' }, B: { target: '99.95' }, C: { target: '99.99' } };

  it('multiplies what stands in series', () => {
    const { percent, parts: counted } = ceiling('S', { ...parts, S: { needs: all('A', 'B', 'C') } });
    assert.equal(percent && plain(percent), '99.840064995');
    assert.deepEqual(
      counted.map((part) => [part.service, plain(part.percent), part.as]),
      [
        ['A', '99.9', 'target'],
        ['B', '99.95', 'target'],
        ['C', '99.99', 'target'],
      ],
    );
  });

  it('takes alternatives together, and k of n', () => {
    const nodes = { N1: { target: '99' }, N2: { target: '99' }, N3: { target: '99' }, N4: { target: '98' } };
    const of = (needed: number, ...names: string[]) =>
      ceiling('S', { ...nodes, S: { needs: [{ needed, of: names }] } }).percent;
    assert.equal(round(of(1, 'N1', 'N2')!, 6), '99.990000');
    assert.equal(round(of(2, 'N1', 'N2', 'N3')!, 6), '99.970200');
    assert.equal(round(of(3, 'N1', 'N2', 'N3')!, 6), '97.029900');
    // Two of 0.99, 0.99, 0.98: all three, or one of them down.
    assert.equal(plain(of(2, 'N1', 'N2', 'N4')!), '99.9504');
    assert.equal(of(3, 'N1', 'N2'), undefined);
  });

  it('counts a dependency without a target with its own ceiling', () => {
    const services = { ...parts, M: { needs: all('A', 'B') }, S: { needs: all('M', 'C') } };
    const { percent, parts: counted } = ceiling('S', services);
    assert.equal(percent && round(percent, 6), '99.840065');
    assert.equal(counted[0]?.as, 'ceiling');
  });

  it('is not lowered by what nothing is known of', () => {
    const unknown = { ...parts, X: {} };
    assert.equal(ceiling('S', { ...unknown, S: { needs: all('X') } }).percent, undefined);
    const series = ceiling('S', { ...unknown, S: { needs: all('X', 'A') } }).percent;
    assert.equal(series && plain(series), '99.9');
    assert.equal(
      ceiling('S', { ...unknown, S: { needs: [{ needed: 1, of: ['A', 'X'] }] } }).percent,
      undefined,
    );
    const two = ceiling('S', { ...unknown, S: { needs: [{ needed: 2, of: ['A', 'B', 'X'] }] } }).percent;
    assert.equal(two && plain(two), '99.99995');
    assert.equal(ceiling('A', parts).percent, undefined);
  });

  it('does not exist where dependencies run in a circle', () => {
    const round = {
      A: { needs: all('B') },
      B: { target: '99', needs: all('C') },
      C: { needs: all('A') },
      S: { needs: all('A') },
    };
    assert.deepEqual(ceiling('A', round).circle, ['A', 'B', 'C']);
    assert.deepEqual(ceiling('S', round), { percent: undefined, parts: [], circle: ['A', 'B', 'C'] });
    assert.deepEqual(ceiling('A', { A: { needs: all('A') } }).circle, ['A']);
  });

  it('stands up to long chains and to numbers that double at each step', () => {
    const chain: Record<string, { target?: string; needs?: readonly Needs[] }> = {
      S10000: { target: '99.9' },
    };
    for (let i = 0; i < 10_000; i++) chain[`S${i}`] = { needs: all(`S${i + 1}`) };
    const deep = ceiling('S0', chain).percent;
    assert.equal(deep && plain(deep), '99.9');
    const ladder: Record<string, { target?: string; needs?: readonly Needs[] }> = {
      L0: { target: '99.999999999' },
    };
    for (let i = 1; i <= 30; i++) ladder[`L${i}`] = { needs: all(`L${i - 1}`, `L${i - 1}`) };
    const top = ceiling('L30', ladder).percent;
    assert.equal(top && round(top, 6), '98.932002');
    const wide = Array.from({ length: 300 }, (_, index) => `W${index}`);
    const many = Object.fromEntries(wide.map((name) => [name, { target: '99' }]));
    assert.equal(ceiling('S', { ...many, S: { needs: [{ needed: 150, of: wide }] } }).percent, undefined);
  });
});
