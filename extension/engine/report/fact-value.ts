import type { Fact } from '../model/finding.ts';
import { figure, moneyText } from '../values/figures.ts';

/** The value of a fact with its unit, as a person reads it: "99.95 %", "2 592 s (43 min 12 s)", "12 days", "582 000 EUR". */
export function factValue({ value, unit }: Pick<Fact, 'value' | 'unit'>): string {
  if (unit === 'percent') return `${figure(value)} %`;
  if (unit === 'money') return moneyText(value);
  if (unit === 'seconds') return `${figure(value)} s${inLargerUnits(value)}`;
  if (unit === 'days' || unit === 'hours')
    return `${figure(value)} ${value === '1' || value === '-1' ? unit.slice(0, -1) : unit}`;
  return value;
}

function inLargerUnits(value: string): string {
  if (!/^-?\d{2,15}$/.test(value)) return '';
  const seconds = BigInt(value);
  const size = seconds < 0n ? -seconds : seconds;
  if (size < 60n) return '';
  const parts = [
    [size / 86_400n, 'd'],
    [(size / 3600n) % 24n, 'h'],
    [(size / 60n) % 60n, 'min'],
    [size % 60n, 's'],
  ] as const;
  const words = parts.filter(([count]) => count > 0n).map(([count, unit]) => `${count} ${unit}`);
  return ` (${seconds < 0n ? 'minus ' : ''}${words.join(' ')})`;
}
