import path from 'node:path';
import type { Campaign } from './campaign.ts';
import { commandsCampaign } from './commands.ts';
import { documentsCampaign } from './documents.ts';
import { fixesCampaign } from './fixes.ts';
import { updatesCampaign } from './updates.ts';

/** Every way to try the product, in the order of a round. */
export const campaigns: readonly Campaign[] = [
  documentsCampaign(path.resolve(import.meta.dirname, '../../schemas')),
  updatesCampaign,
  fixesCampaign,
  commandsCampaign,
];
