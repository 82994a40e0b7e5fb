import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import type { FileContent } from '../../extension/engine/index.ts';
import { apply, changes, everything, start } from '../../test/support/workspace-changes.ts';
import type { Campaign, TortureCase } from './campaign.ts';
import { engineOver, profileSets } from './engine-over.ts';
import { Fault } from './fault.ts';
import { configs } from './hostile.ts';
import { mutated } from './mutations.ts';
import type { Random } from './random.ts';
import { fewest, fewestFiles } from './shrink.ts';
import type { Files, Sources } from './sources.ts';

/** What an engine is told at once, and what it is asked then. */
interface Step {
  readonly told: readonly (readonly [path: string, text: string | undefined])[];
  readonly asks: 'nothing' | 'check' | 'everything' | 'both engines';
}

interface History {
  readonly files: Files;
  readonly steps: readonly Step[];
  readonly profiles: readonly string[];
}

/** Changes an engagement step by step: the engine always says what a new one says that reads the same files. */
export const updatesCampaign: Campaign = {
  name: 'updates',
  share: 2,
  make: (random, sources) => caseOf(historyFrom(random, sources)),
};

function caseOf(history: History): TortureCase {
  const { files, steps } = history;
  return {
    async run() {
      await follow(history);
      return undefined;
    },
    async shrunken(isWrong) {
      const left = await fewest(steps, (some) => isWrong(caseOf({ ...history, steps: some })));
      const smaller = await fewestFiles(files, [], (some) =>
        isWrong(caseOf({ ...history, steps: left, files: some })),
      );
      return caseOf({ ...history, steps: left, files: smaller });
    },
    shown: {
      files,
      words: `Profiles: ${history.profiles.join(', ')}\nThen these texts come, and undefined goes:\n${JSON.stringify(steps, undefined, 2)}\n`,
    },
  };
}

async function follow({ files, steps, profiles }: History): Promise<void> {
  const now = new Map(files);
  const engine = await engineOver(now, profiles);
  for (const [i, { told, asks }] of steps.entries()) {
    for (const [path, text] of told) {
      if (text === undefined) now.delete(path);
      else now.set(path, text);
      engine.update(path, contentOf(text));
    }
    if (asks === 'check') engine.check();
    if (asks === 'everything') await everything(engine);
    if (asks !== 'both engines' && i < steps.length - 1) continue;
    const [kept, fresh] = [await everything(engine), await everything(await engineOver(now, profiles))];
    if (isDeepStrictEqual(kept, fresh)) continue;
    throw new Fault(
      'an engine that was told of changes says something else than a new one',
      differences(kept, fresh),
    );
  }
}

function contentOf(text: string | undefined): FileContent | undefined {
  return text === undefined ? undefined : { kind: 'text', text };
}

function historyFrom(random: Random, sources: Sources): History {
  const files: Files = random.oneIn(3) ? start : random.pick(random.pick(sources.groups).workspaces);
  const now = new Map(files);
  const steps: Step[] = [];
  for (let left = 1 + random.below(8); left > 0; left--) {
    const asks = random.pick(['nothing', 'check', 'everything', 'both engines'] as const);
    steps.push({ told: toldOf(random, now, files, sources), asks });
  }
  return { files, steps, profiles: random.pick(profileSets) };
}

/** A change, which `now` has afterwards. */
function toldOf(random: Random, now: Map<string, string>, before: Files, sources: Sources): Step['told'] {
  const told: (readonly [string, string | undefined])[] = [];
  const tell = (path: string, text: string | undefined): void => {
    if (text === undefined) now.delete(path);
    else now.set(path, text);
    told.push([path, text]);
  };
  const path = random.pick([...now.keys()]);
  const text = now.get(path) ?? '';
  switch (path === undefined ? 0 : random.below(8)) {
    case 0:
      // Folders that the config names anew were never read: a shell loads again.
      tell('outrigger.yml', random.oneIn(4) ? undefined : random.pick(configs.filter(namesNoFolders)));
      break;
    case 1:
    case 2:
      tell(path, mutated(text, random, sources.texts));
      break;
    case 3:
      tell(path, undefined);
      tell(path.replace(/[^/]*$/, `moved/$&`), text);
      break;
    case 4:
      tell(path, before.get(path));
      break;
    default: {
      const [change] = fc.sample(changes, { seed: random.below(2 ** 31), numRuns: 1 });
      apply(change!, now, { update: (at, content) => void told.push([at, textOf(content)]) }, before);
    }
  }
  return told;
}

function textOf(content: FileContent | undefined): string | undefined {
  return content?.kind === 'text' ? content.text : undefined;
}

function namesNoFolders(config: string): boolean {
  return !config.includes('engagements');
}

/** Lines that only one of the two answers has. */
function differences(kept: unknown, fresh: unknown): string {
  const [a, b] = [kept, fresh].map((answer) => JSON.stringify(answer, undefined, 1).split('\n'));
  const [ofKept, ofFresh] = [new Set(a), new Set(b)];
  return [
    ...[...ofKept].filter((line) => !ofFresh.has(line)).map((line) => `- ${line.trim()}`),
    ...[...ofFresh].filter((line) => !ofKept.has(line)).map((line) => `+ ${line.trim()}`),
  ]
    .slice(0, 40)
    .join('\n');
}
