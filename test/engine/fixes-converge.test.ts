import assert from 'node:assert/strict';
import { Fault } from '../../scripts/torture/fault.ts';
import { outcomeOf } from '../../scripts/torture/campaign.ts';
import { fixesUnder } from '../../scripts/torture/fixes.ts';
import { createRandom } from '../../scripts/torture/random.ts';
import { readSources } from '../../scripts/torture/sources.ts';

/** So many workspaces are tried with `FIXED_WORKSPACES=500`; always the same ones of the same number. */
const asked = Number(process.env['FIXED_WORKSPACES'] ?? 25);

describe('fixes under every profile', () => {
  it(`end in one pass, change nothing the second time and make no error: in ${asked} spoilt workspaces`, async () => {
    const sources = readSources();
    const campaign = fixesUnder([['full', 'dora', 'gdpr', 'nis2', 'data-act']]);
    const faults: string[] = [];
    for (let i = 0; i < asked; i++) {
      const outcome = await outcomeOf(campaign.make(createRandom('fixes', i), sources));
      if (outcome instanceof Fault) faults.push(`${i}: ${outcome.message}`);
    }
    assert.deepEqual(faults, []);
  }).timeout(60_000 + asked * 2000);
});
