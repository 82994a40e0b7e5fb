import type { ClauseList } from './clause.ts';
import { dataActClauses } from './data-act-clauses.ts';
import { doraClauses } from './dora-clauses.ts';
import { gdprClauses } from './gdpr-clauses.ts';
import { nis2Clauses } from './nis2-clauses.ts';

/** Which clause was held against which wording of the law stands in each list. */
export const clauseLists: readonly ClauseList[] = [doraClauses, gdprClauses, nis2Clauses, dataActClauses];
