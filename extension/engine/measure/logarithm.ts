/** Digits behind the point of a fixed-point number here. */
const digits = 24;
export const one = 10n ** BigInt(digits);

/**
 * The natural logarithm of a whole number above 0, as a fixed-point number (`one` is 1), wrong by less than 10^-20: the
 * machine's own may end in other digits on another machine. ln n = 2 artanh((m - 1)/(m + 1)) + k ln 2 for n = m 2^k.
 */
export function naturalLogarithm(n: bigint): bigint {
  if (n < 1n) throw new RangeError(`"${n}" has no logarithm`);
  let halvings = 0n;
  let mantissa = n * one;
  // Between 2/3 and 4/3 the series below needs the fewest terms.
  while (3n * mantissa > 4n * one) {
    mantissa /= 2n;
    halvings++;
  }
  return seriesOf(mantissa) + halvings * LN2;
}

/** 2 artanh((x - 1)/(x + 1)). */
function seriesOf(x: bigint): bigint {
  const ratio = ((x - one) * one) / (x + one);
  const square = (ratio * ratio) / one;
  let power = ratio;
  let sum = 0n;
  for (let i = 1n; power !== 0n; i += 2n) {
    sum += power / i;
    power = (power * square) / one;
  }
  return 2n * sum;
}

const LN2 = -seriesOf(one / 2n);
