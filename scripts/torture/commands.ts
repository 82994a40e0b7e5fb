import { realpathSync } from 'node:fs';
import path from 'node:path';
import type { OptionSpec } from '../../extension/cli/command-spec.ts';
import { commandTable } from '../../extension/cli/command-table.ts';
import { commonOptions } from '../../extension/cli/common-options.ts';
import { runCli, type CliResult } from '../../test/cli/run-cli.ts';
import type { Campaign, TortureCase } from './campaign.ts';
import { demand } from './fault.ts';
import { hostileCharacters, hostileNames, hostileTokens } from './hostile.ts';
import { hostileTree, oddities, type Oddity, type Tree } from './hostile-tree.ts';
import { mutatedWorkspace } from './mutated-workspace.ts';
import type { Random } from './random.ts';
import { isShowable } from './reports.ts';
import { fewest, fewestFiles } from './shrink.ts';
import type { Files, Sources } from './sources.ts';
import { thrown } from './watch.ts';

interface Call {
  readonly argv: readonly string[];
  /** Below the root. */
  readonly cwd: string;
  readonly typed?: readonly string[];
}

interface Calls {
  readonly files: Files;
  readonly odd: readonly Oddity[];
  readonly calls: readonly Call[];
}

/**
 * Runs command lines over hostile trees: each ends with 0, 1 or 2, shows no stack trace and nothing that steers
 * a terminal, writes nothing outside of the root, and within it only what the command is there to write.
 */
export const commandsCampaign: Campaign = {
  name: 'commands',
  share: 2,
  make: (random, sources) => caseOf(callsFrom(random, sources)),
};

function caseOf(all: Calls): TortureCase {
  const { files, odd, calls } = all;
  return {
    async run() {
      const tree = hostileTree(files, odd);
      try {
        for (const call of calls) await run(call, tree);
      } finally {
        tree.remove();
      }
      return undefined;
    },
    async shrunken(isWrong) {
      const of = (changed: Partial<Calls>): TortureCase => caseOf({ ...all, ...changed });
      const fewer = await fewest(calls, (some) => isWrong(of({ calls: some })));
      const fewerOdd = await fewest(odd, (some) => isWrong(of({ calls: fewer, odd: some })));
      const smaller = await fewestFiles(files, [...files.keys()], (some) =>
        isWrong(of({ calls: fewer, odd: fewerOdd, files: some })),
      );
      return of({ calls: fewer, odd: fewerOdd, files: smaller });
    },
    shown: {
      files,
      words: [
        ...odd.map((one) => `With a ${one}`),
        ...calls.map(({ argv, cwd, typed }) =>
          [`In "${cwd}": outrigger ${JSON.stringify(argv)}`, ...(typed ? [JSON.stringify(typed)] : [])].join(
            ' ',
          ),
        ),
        '',
      ].join('\n'),
    },
  };
}

async function run({ argv, cwd, typed }: Call, tree: Tree): Promise<void> {
  const [command = 'nothing'] = argv;
  const before = { outside: tree.outside(), inside: tree.inside() };
  const options = { cwd: path.join(tree.root, cwd), now: '2026-11-23T12:00:00Z', ...(typed && { typed }) };
  let result: CliResult;
  try {
    result = await runCli(argv, options);
  } catch (error) {
    throw thrown(`outrigger ${command}`, error);
  }
  const { code, out, err } = result;
  demand([0, 1, 2].includes(code), `outrigger ${command} ends oddly`, () => String(code));
  demand(!/^ {4}at /m.test(err + out), `outrigger ${command} shows a stack trace`, () => err + out);
  demand(
    !/failed here and says nothing/.test(err + out),
    `outrigger ${command} has a rule that failed`,
    () => out,
  );
  isShowable(`standard error of outrigger ${command}`, err);
  if (!printsPatch(argv)) isShowable(`outrigger ${command}`, out.replaceAll('\r\n', '\n'));
  demand(code !== 2 || err + out !== '', `outrigger ${command} ends with 2 and no word`, () => '');
  const isAsked = namesOtherRoot(argv, options.cwd, tree.root);
  demand(
    isAsked || tree.outside() === before.outside,
    `outrigger ${command} writes outside of the root`,
    () => tree.outside(),
  );
  holdWritten(argv, code, before.inside, tree.inside());
}

/** A patch has the characters of the documents: it is not for a terminal. */
function printsPatch([command = '', ...args]: readonly string[]): boolean {
  return (
    args.includes('--dry-run') || patching.has(command) || (command === 'leaver' && args.includes('--to'))
  );
}

const patching: ReadonlySet<string> = new Set(['split', 'join']);

/** How many files a command may make. */
const mayMake: Readonly<Record<string, number>> = {
  init: 1,
  new: 1,
  split: 1,
  import: 1,
  codeowners: 1,
  sign: Infinity,
};

/** Whether a call may change documents that are there. */
function mayChange([command = '', ...args]: readonly string[]): boolean {
  if (command === 'fix') return !args.includes('--dry-run');
  return always.has(command) || (whenAsked.has(command) && args.includes('--write'));
}

const always: ReadonlySet<string> = new Set(['ask', 'close']);
const whenAsked: ReadonlySet<string> = new Set(['codeowners', 'import', 'join', 'leaver', 'split']);

/** Whether a call names another root, by whatever link: what it writes there it was asked for. */
function namesOtherRoot(argv: readonly string[], cwd: string, root: string): boolean {
  return argv.some((arg, i) => {
    const named = arg === '--root' ? argv[i + 1] : /^--root=(.*)$/s.exec(arg)?.[1];
    if (named === undefined) return false;
    try {
      const way = path.relative(root, realpathSync(path.resolve(cwd, named)));
      return way === '..' || way.startsWith(`..${path.sep}`) || path.isAbsolute(way);
    } catch {
      return false; // it is not there, and nothing is read
    }
  });
}

function holdWritten(
  argv: readonly string[],
  code: number,
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): void {
  const [command = 'nothing'] = argv;
  const gone = [...before.keys()].filter((name) => !after.has(name));
  const come = [...after].filter(([name, text]) => !before.has(name) && text !== 'a folder');
  const changed = [...after].filter(([name, text]) => before.has(name) && before.get(name) !== text);
  const begun = code === 2 ? 0 : (mayMake[command] ?? 0);
  const joined = command === 'join' && argv.includes('--write') ? 1 : 0;
  demand(gone.length <= joined, `outrigger ${command} removes a file`, () => gone.join('\n'));
  demand(come.length <= begun, `outrigger ${command} leaves a file behind`, () =>
    come.map(([name]) => name).join('\n'),
  );
  demand(
    come.every(([, text]) => /^(?:---|# outrigger:begin)/.test(text) && text.endsWith('\n')),
    `outrigger ${command} writes half a document`,
    () => come.map(([name, text]) => `${name}\n${text}`).join('\n'),
  );
  demand(changed.length === 0 || mayChange(argv), `outrigger ${command} changes a file`, () =>
    changed.map(([name]) => name).join('\n'),
  );
  demand(
    changed.every(([name]) => !before.get(name)?.startsWith('->')),
    `outrigger ${command} replaces a link`,
    () => changed.map(([name]) => name).join('\n'),
  );
}

function callsFrom(random: Random, sources: Sources): Calls {
  const { files } = mutatedWorkspace(random, sources);
  const paths = [...files.keys(), ...hostileNames, ...extraPaths];
  return {
    files,
    odd: Array.from({ length: random.below(4) }, () => random.pick(oddities)),
    calls: Array.from({ length: 1 + random.below(4) }, () => callFrom(random, paths)),
  };
}

const extraPaths: readonly string[] = [
  '.',
  '',
  '..',
  '/',
  'link',
  'link/deeper',
  'linked.md',
  'circle.md',
  'folder.md',
  'outrigger.yml',
  '../outside',
  '../outside/secret.md',
  'new folder',
  'a/b/c',
  '--',
  '-x',
  'a\0b',
  'x'.repeat(300),
];

function callFrom(random: Random, paths: readonly string[]): Call {
  const spec = random.pick(commandTable);
  const options = [...spec.options, ...commonOptions];
  const argv: string[] = [random.oneIn(40) ? random.pick(hostileTokens) : spec.name];
  for (let left = random.below(4); left > 0; left--)
    argv.push(...optionFrom(random, random.pick(options), paths));
  const { least, most } = spec.takes;
  const count = random.oneIn(10) ? random.below(4) : Math.min(most, least + random.below(2));
  for (let left = count; left > 0; left--) argv.push(positional(random, spec.name, paths));
  const typed = random.oneIn(8)
    ? Array.from({ length: random.below(12) }, () => valueFrom(random, paths))
    : undefined;
  return { argv, cwd: random.oneIn(6) ? '.git' : '', ...(typed && { typed }) };
}

function positional(random: Random, command: string, paths: readonly string[]): string {
  if (command === 'new' && !random.oneIn(5)) return random.pick(kinds);
  if (command === 'explain' && !random.oneIn(5))
    return random.pick(['SLA004', 'DOC003', 'true-last-day', 'EXT001']);
  if (command === 'leaver' && !random.oneIn(5)) return random.pick(people);
  if (command === 'import' && random.oneIn(2)) return random.pick(['results', 'codeowners', '-']);
  if (command === 'split' && !random.oneIn(5)) return random.pick(headings);
  return random.pick(paths);
}

/** Who stands in the examples and in most fixtures. */
const people: readonly string[] = ['anna', 'jonas', 'erik', 'hedvig', 'beatriz', 'tiago', 'constructor'];
const headings: readonly string[] = ['People', 'Service levels', 'risks', 'Meetings', 'Mål', 'constructor'];
const kinds: readonly string[] = [
  'sla',
  'process',
  'exit-plan',
  'engagement',
  'record',
  'people',
  'constructor',
];
const values: Readonly<Record<string, readonly string[]>> = {
  root: ['.', '..', 'link', 'nowhere', '/proc/self'],
  format: ['json', 'text', 'md', 'ics', 'constructor'],
  profile: ['full', 'base,dora', 'constructor', ''],
  lang: ['sv', 'en', 'xx'],
  within: ['90d', '99999w', '-1d', '1e9d'],
  party: ['client', 'supplier', 'both'],
  'fail-on': ['overdue', 'x'],
  'max-warnings': ['0', '999999999', '-1', '1e3'],
  name: ['true-last-day', 'constructor'],
  on: ['2027-01-29', '2026-02-30', 'tomorrow'],
  to: people,
  by: people,
  meeting: ['Check-in', 'Monthly service review', 'Service review', 'constructor'],
};

function optionFrom(
  random: Random,
  { name, value }: OptionSpec,
  paths: readonly string[],
): readonly string[] {
  if (value === undefined) return random.oneIn(15) ? [`--${name}=x`] : [`--${name}`];
  const known = values[name] ?? [];
  if (random.oneIn(25)) return [`--${name}`];
  if (name === 'set') return [`--${name}`, settingFrom(random, paths)];
  if (known.length > 0 && !random.oneIn(4)) return [`--${name}`, random.pick(known)];
  return [`--${name}`, valueFrom(random, paths)];
}

function settingFrom(random: Random, paths: readonly string[]): string {
  const key = random.oneIn(6)
    ? random.pick(hostileTokens)
    : random.pick([
        'title',
        'start',
        'end',
        'notice',
        'client',
        'type',
        'renewal',
        'language',
        'owner',
        'kind',
      ]);
  return random.oneIn(12)
    ? key
    : `${key}=${random.oneIn(3) ? random.pick(titles) : valueFrom(random, paths)}`;
}

const titles: readonly string[] = [
  'CON',
  'nul',
  'COM1',
  'a/b',
  '..',
  '.',
  '-',
  ' ',
  'x'.repeat(300),
  'é',
  'engagement',
];

function valueFrom(random: Random, paths: readonly string[]): string {
  switch (random.below(4)) {
    case 0:
      return random.pick(paths);
    case 1:
      return random.pick(hostileCharacters);
    case 2:
      return random.pick(['2026-11-23', '3500-01-01', '0001-01-01', '9999-12-31', '2027-06-30', '6 months']);
    default:
      return random.pick(hostileTokens);
  }
}
