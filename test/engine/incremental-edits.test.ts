import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readSources, type Files } from '../../scripts/torture/sources.ts';
import { apply, changes, engineOver, everything, start } from '../support/workspace-changes.ts';

/** So many edits with `EDITS=10000`; always the same ones of the same number. */
const asked = Number(process.env['EDITS'] ?? 160);
const profiles = ['full', 'dora', 'gdpr', 'nis2', 'data-act'];
const editsOfRun = 20;

describe('the incremental engine under every profile', () => {
  it(`says what a new one says, ${asked} edits long`, async () => {
    const groups = [[start], ...readSources().groups.map(({ workspaces }) => workspaces)];
    // Small workspaces most often: their engines are soon made anew. The first two are of examples.
    const workspace = fc.record({
      group: fc.oneof(
        { arbitrary: fc.nat(1), weight: 1 },
        { arbitrary: fc.integer({ min: 2, max: groups.length - 1 }), weight: 4 },
      ),
      which: fc.nat(),
    });
    // Of some edits nothing is asked before the next one comes.
    const step = fc.record({ change: changes, isAsked: fc.integer({ min: 0, max: 4 }).map((n) => n > 0) });
    const steps = fc.array(step, { minLength: editsOfRun, maxLength: editsOfRun });
    await fc.assert(
      fc.asyncProperty(workspace, steps, async ({ group, which }, edits) => {
        const some: readonly Files[] = groups[group]!;
        const begun = some[which % some.length]!;
        const files = new Map(begun);
        const engine = await engineOver(files, profiles);
        await everything(engine);
        for (const { change, isAsked } of edits) {
          if (files.size === 0) return;
          apply(change, files, engine, begun);
          if (isAsked)
            assert.deepEqual(await everything(engine), await everything(await engineOver(files, profiles)));
        }
      }),
      // To make a fault smaller takes minutes: torture does that.
      { numRuns: Math.ceil(asked / editsOfRun), seed: 12, endOnFailure: true },
    );
  }).timeout(60_000 + asked * 500);
});
