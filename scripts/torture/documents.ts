import { askEverything } from './answers.ts';
import type { Campaign, IsWrong, TortureCase } from './campaign.ts';
import { engineOver, profileSets } from './engine-over.ts';
import { days } from './hostile.ts';
import { mutatedWorkspace, type MutatedWorkspace } from './mutated-workspace.ts';
import type { Random } from './random.ts';
import { createReports } from './reports.ts';
import { fewestFiles } from './shrink.ts';
import { timed, type StepTime } from './watch.ts';

interface Question {
  readonly days: readonly string[];
  readonly profiles: readonly string[];
  /** Where in each changed document somebody points, as shares of its length. */
  readonly shares: readonly number[];
}

/** Spoils documents and asks everything of them: nothing throws, takes long, or names a place that is none. */
export function documentsCampaign(schemas: string): Campaign {
  const reports = createReports(schemas);

  async function run(
    { files, changed }: MutatedWorkspace,
    question: Question,
  ): Promise<StepTime | undefined> {
    // Those that are not changed are read with them, and an example may hold many.
    const bytes = [...files.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
    return await timed(bytes, async (watch) => {
      const engine = await watch.step('read', () => engineOver(files, question.profiles));
      await askEverything(engine, { files, changed, ...question }, watch, reports);
    });
  }

  function caseOf(workspace: MutatedWorkspace, question: Question): TortureCase {
    const { files, changed } = workspace;
    return {
      run: () => run(workspace, question),
      async shrunken(isWrong: IsWrong) {
        const shares = await enoughShares(workspace, question, isWrong);
        const of = (some: MutatedWorkspace['files']): TortureCase =>
          caseOf({ files: some, changed: changed.filter((path) => some.has(path)) }, { ...question, shares });
        return of(await fewestFiles(files, changed, (some) => isWrong(of(some))));
      },
      shown: {
        files,
        words: `Changed: ${changed.join(', ')}\nAs of: ${question.days.join(', ')}\nProfiles: ${question.profiles.join(', ')}\n`,
      },
    };
  }

  /** None where nobody needs to point anywhere, else everywhere: places move while documents shrink. */
  async function enoughShares(
    workspace: MutatedWorkspace,
    question: Question,
    isWrong: IsWrong,
  ): Promise<readonly number[]> {
    for (const shares of [[], everywhere])
      if (await isWrong(caseOf(workspace, { ...question, shares }))) return shares;
    return question.shares;
  }

  return {
    name: 'documents',
    share: 8,
    make: (random, sources) => caseOf(mutatedWorkspace(random, sources), questionFrom(random)),
  };
}

const everywhere = Array.from({ length: 200 }, (_, i) => i / 200);

function questionFrom(random: Random): Question {
  return {
    days: [random.pick(days), ...(random.oneIn(3) ? [random.pick(days)] : [])],
    profiles: random.pick(profileSets),
    shares: Array.from({ length: 25 }, () => random.below(1_000_000) / 1_000_000),
  };
}
