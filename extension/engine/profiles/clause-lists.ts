import type { ClauseList } from './clause.ts';
import { dataActClauses } from './data-act-clauses.ts';
import { doraClauses } from './dora-clauses.ts';
import { gdprClauses } from './gdpr-clauses.ts';
import { nis2Clauses } from './nis2-clauses.ts';

/** What of each text was read where is marked in domain.md section 2. */
export const clauseLists: readonly ClauseList[] = [doraClauses, gdprClauses, nis2Clauses, dataActClauses];
