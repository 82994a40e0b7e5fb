import type { Duration } from '../model/value.ts';

export const duration = (n: string): Duration => ({ n, unit: 'day', working: false });
