import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { checkRules } from '../../../extension/engine/index.ts';
import { liveStates } from '../../support/live-states.ts';
import { readFixtureFile } from '../../support/read-fixture.ts';

const fixtures = path.resolve(import.meta.dirname, '../../rules');

describe('the rules that speak of ended documents', () => {
  it('say so of themselves, whether they are asked of a document or of an engagement', async () => {
    const healthy = readFileSync(path.join(fixtures, 'engagement.md'), 'utf8');
    const spoke = new Set<string>();
    for (const file of readdirSync(fixtures).filter((name) => /^[A-Z]{3}\d{3}-/.test(name)))
      for (const { files } of readFixtureFile(path.join(fixtures, file)).cases) {
        if (![...files.values()].some((text) => /^status: *(?:ended|avslutad|upphörd)/m.test(text))) continue;
        for (const state of await liveStates(new Map([['engagement.md', healthy], ...files]))) {
          const { said, questions } = state.evaluate();
          for (const { rule, place } of [...said, ...[...questions.values()].flat()])
            if (place.document.status === 'ended') spoke.add(rule.code);
        }
      }
    // No history is known here: the fixture of SGN007 has a case for what it says of an engagement that is closed.
    const own = checkRules.filter(({ meta }) => meta.ended && meta.scope !== 'G').map(({ code }) => code);
    assert.deepEqual([...spoke].toSorted(), own.toSorted());
  });
});
