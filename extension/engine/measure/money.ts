import type { Decimal } from '../model/value.ts';
import { currencyMinorDigits } from '../values/generated/iso.ts';
import type { Exact, RoundingMode } from './decimal.ts';
import { round } from './decimal.ts';

/** An amount to the minor unit of its currency (ISO 4217: JPY has none, KWD three digits), rounded once (domain.md 4.1, 9). */
export function roundMoney(amount: Exact, currency: string, mode: RoundingMode = 'half up'): Decimal {
  return round(amount, currencyMinorDigits.get(currency) ?? 2, mode);
}
