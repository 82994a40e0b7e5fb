import type { Fact } from '../model/finding.ts';
import type { Said } from '../model/said.ts';
import { figure } from './figures.ts';
import { amountSaid } from './money-said.ts';
import { figures, joined, say, words } from './say.ts';

/** The value of a fact with its unit, as people read it: "99.95 %", "2 592 s (43 min 12 s)", "12 days", "582 000 EUR". */
export function factSaid({ value, unit }: Pick<Fact, 'value' | 'unit'>): Said {
  const n = figures(figure(value));
  switch (unit) {
    case 'percent':
      return say('{{n}} %', { n });
    case 'money':
      return amountSaid(value);
    case 'seconds':
      return secondsSaid(value);
    case 'days':
      return say('{{n}} {{n|day|days}}', { n });
    case 'hours':
      return say('{{n}} {{n|hour|hours}}', { n });
    case 'state':
    case 'verdict':
      return joined([words(value, 'value')], '');
    default:
      return joined([value], '');
  }
}

function secondsSaid(value: string): Said {
  const seconds = figures(figure(value));
  const size = BigInt(/^-?\d{2,15}$/.test(value) ? value.replace('-', '') : 0);
  if (size < 60n) return say('{{n}} s', { n: seconds });
  const parts = [
    [size / 86_400n, 'd'],
    [(size / 3600n) % 24n, 'h'],
    [(size / 60n) % 60n, 'min'],
    [size % 60n, 's'],
  ] as const;
  const larger = joined(
    parts.filter(([count]) => count > 0n).map(([count, unit]) => `${count} ${unit}`),
    ' ',
  );
  return value.startsWith('-')
    ? say('{{n}} s (minus {{larger}})', { n: seconds, larger })
    : say('{{n}} s ({{larger}})', { n: seconds, larger });
}
