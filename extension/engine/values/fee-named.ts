import { feeWords, ofWords } from './grammar-words.ts';

/** The fee, or that of a period, by what it is called: "the monthly fee", "månadsavgiften". Folded. */
export function feeNamed(text: string): FeeName | undefined {
  const word = feeWords.get(text.replace(/^(?:the|den) /, ''));
  return word && periods[word];
}

export type FeeName = 'fee' | 'week' | 'month' | 'quarter' | 'year';

const periods = {
  fee: 'fee',
  'weekly fee': 'week',
  'monthly fee': 'month',
  'quarterly fee': 'quarter',
  'yearly fee': 'year',
} as const;

/** "10% of the monthly fee" as the percentage and the fee that it is a part of. Folded. */
export function partOfFee(text: string): { readonly share: string; readonly fee: FeeName } | undefined {
  const sign = text.indexOf('%');
  const [of = '', ...behind] = text
    .slice(sign + 1)
    .trim()
    .split(' ');
  const fee = sign > 0 && ofWords.has(of) ? feeNamed(behind.join(' ')) : undefined;
  return fee && { share: text.slice(0, sign + 1), fee };
}
