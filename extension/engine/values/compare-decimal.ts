import type { Decimal } from '../model/value.ts';

/** Compares two exact decimals: negative, zero or positive as `a` is below, equal to or above `b`. */
export function compareDecimal(a: Decimal, b: Decimal): number {
  const scale = Math.max(decimalsOf(a), decimalsOf(b));
  const difference = scaled(a, scale) - scaled(b, scale);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

function decimalsOf(value: Decimal): number {
  const point = value.indexOf('.');
  return point < 0 ? 0 : value.length - point - 1;
}

function scaled(value: Decimal, decimals: number): bigint {
  return BigInt(value.replace('.', '') + '0'.repeat(decimals - decimalsOf(value)));
}
