// Prints as JSON how the cost of each deep document grows. It is its own process for the test of depth.
import { growthOf, measured } from './deep-documents.ts';

const growth = measured.map(([name, of, times]) => [name, growthOf(of, times)] as const);
console.log(JSON.stringify(Object.fromEntries(growth)));
