import fs from 'node:fs';
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  configPath,
  createEngine,
  dayAt,
  loadHolidays,
  type Engine,
  type ImmediateOptions,
} from '../engine/index.ts';
import type { NoHistory } from '../engine/model/history.ts';
import type { LeftOut } from '../engine/model/ports.ts';
import { say, type Said } from '../engine/model/said.ts';
import type { IsoDate } from '../engine/model/value.ts';
import { figures, type ReportLanguage } from '../engine/reports.ts';
import { dayGiven } from './as-of.ts';
import type { CommandSpec } from './command-spec.ts';
import { findRoot, pathInRoot } from './find-root.ts';
import { createNodeWorkspace, type NodeWorkspace } from './node-workspace.ts';
import { oneOf, type Arguments } from './parse-arguments.ts';
import { pathBelow } from './real-path.ts';
import { repositoriesGiven } from './repositories-given.ts';
import { exitCode, tell, UsageError, type Environment, type ExitCode, type Streams } from './shell.ts';

/** What a command is given. */
export interface CommandContext {
  readonly spec: CommandSpec;
  readonly args: Arguments;
  readonly streams: Streams;
  readonly environment: Environment;
  /** What is said to people is said in it. */
  readonly language: ReportLanguage;
}

/** Where a run works, before anything of the workspace is read. */
export interface Place {
  readonly root: string;
  readonly workspace: NodeWorkspace;
  readonly options: ImmediateOptions;
  /** Where the config file stands, relative to the root. */
  readonly configPath: string;
  readonly profiles: readonly string[] | undefined;
  /** The day of `--as-of`. */
  readonly dayGiven: IsoDate | undefined;
  /** What the run is about, relative to the root; empty: everything. */
  readonly paths: readonly string[];
  /** The current folder relative to the root; undefined where it lies outside. */
  readonly here: string | undefined;
  /** Says what has been read once it has been: how long it took, and what could not be. */
  wasRead(): void;
  /** The code, or 2 where something that belongs to the answer could not be read. */
  exitCodeFor(code: ExitCode): ExitCode;
}

/** The workspace, read. */
export interface Session extends Place {
  readonly engine: Engine;
  /** The one day against which the calendar is read. */
  asOf(): IsoDate;
}

const profileNames = ['base', 'full', 'dora', 'gdpr', 'nis2', 'data-act'] as const;

/**
 * Finds the root and reads the workspace. `given` are paths of the command line, the arguments unless it is said otherwise.
 * Throws a UsageError where an argument or an option names what is not there; paths may where `mayBeGone`.
 */
export async function openSession(
  context: CommandContext,
  given: readonly string[] = context.args.positionals,
  mayBeGone = false,
): Promise<Session> {
  const { environment } = context;
  const place = findPlace(context, given, mayBeGone);
  const engine = createEngine(place.options);
  await engine.load();
  place.wasRead();
  return {
    ...place,
    engine,
    asOf: () => place.dayGiven ?? dayAt(environment.now().getTime(), engine.config.zone),
  };
}

/** Finds the root and reads nothing yet; arguments and errors are those of `openSession`. */
export function findPlace(
  { args, streams, environment, language }: CommandContext,
  given: readonly string[] = args.positionals,
  mayBeGone = false,
): Place {
  const { cwd } = environment;
  const root = findRoot(cwd, args.value('root'));
  const day = args.value('as-of');
  const config = args.value('config');
  const pathOfConfig = config === undefined ? configPath : configInRoot(cwd, root, config);
  const profiles = profilesGiven(args);
  const note = (said: Said): void => tell(streams.stderr, language.say(said));
  const workspace = createNodeWorkspace(root);
  const paths = given.map((each) => workspace.nameOf(pathInRoot(cwd, root, each, mayBeGone)));
  const progress = progressOn(streams, note);
  const readHistory = args.has('no-git') ? () => Promise.resolve(notAsked) : historyOf(root);
  const repositories = repositoriesGiven(args, cwd).map(
    ({ name, folder }) => [name.toLowerCase(), () => readHistory(folder, [], [])] as const,
  );
  const isMissed = ({ path: file }: LeftOut): boolean =>
    file === pathOfConfig || workspace.isAmongRead(file) || isAskedFor(file, paths);
  return {
    root,
    workspace,
    options: {
      workspace: progress ? { ...workspace, pause: progress.pause } : workspace,
      configPath: pathOfConfig,
      ...(profiles && { profiles }),
      loadHolidays,
      historyOf: readHistory,
      ...(repositories.length > 0 && { repositories: new Map(repositories) }),
    },
    configPath: pathOfConfig,
    profiles,
    dayGiven: day === undefined ? undefined : dayGiven('--as-of', day),
    paths,
    here: pathBelow(root, fs.realpathSync(cwd)),
    wasRead() {
      progress?.end();
      for (const { path: file, reason } of workspace.unreadable)
        note(say('{{what}} cannot be read: {{reason}}.', { what: `"${file}"`, reason }));
      for (const one of workspace.leftOut) note(leftOutSaid(one, isMissed(one)));
    },
    exitCodeFor: (code) =>
      workspace.unreadable.length > 0 || workspace.leftOut.some(isMissed) ? exitCode.trouble : code,
  };
}

const notAsked: NoHistory = { kind: 'absent', why: 'not-asked' };

/** Most runs need no history: what reads one is loaded when it is first asked for. */
function historyOf(root: string): NonNullable<ImmediateOptions['historyOf']> {
  let reader: Promise<NonNullable<ImmediateOptions['historyOf']>> | undefined;
  return async (folder, documents, signed) => {
    reader ??= import('../git/index.ts').then(({ historyReader }) => historyReader(root));
    return await (
      await reader
    )(folder, documents, signed);
  };
}

function leftOutSaid({ path: file, isFolder, reason }: LeftOut, isMissed: boolean): Said {
  const name = file === '' ? '.' : file;
  const what = isFolder ? say('The folder "{{name}}"', { name }) : `"${name}"`;
  return isMissed
    ? say('{{what}} cannot be read: {{reason}}.', { what, reason })
    : say('{{what}} is left out: {{reason}}.', { what, reason });
}

/** Whether a folder or file is one that was asked for, holds one, or lies in one; where nothing is named, the root. */
function isAskedFor(file: string, paths: readonly string[]): boolean {
  if (file === '') return true;
  return paths.some(
    (asked) =>
      asked === file || asked.startsWith(`${file}/`) || (asked !== '' && file.startsWith(`${asked}/`)),
  );
}

/** The config that the command line names; a pipe, a device or a folder would be read as one that says nothing. */
function configInRoot(cwd: string, root: string, given: string): string {
  const file = pathInRoot(cwd, root, given);
  if (!fs.statSync(path.join(root, file)).isFile())
    throw new UsageError(
      say('--config "{{given}}" is no file that can be read. Name a text file below the root.', { given }),
    );
  return file;
}

/** The profiles of `--profile`, or undefined: then those of config and engagements hold. */
export function profilesGiven(args: Arguments): readonly string[] | undefined {
  const names = args
    .values('profile')
    .flatMap((value) => value.split(','))
    .map((name) => name.trim().toLowerCase());
  if (names.length === 0) return undefined;
  return names.map((name) => oneOf('--profile', name, profileNames));
}

const silentFor = 1000; // milliseconds

/** A line on a terminal's standard error once reading takes longer than a second. */
function progressOn(
  { stderr }: Streams,
  note: (said: Said) => void,
): { pause(): Promise<void>; end(): void } | undefined {
  if (!stderr.isTTY) return undefined;
  const begun = performance.now();
  let told = false;
  return {
    async pause() {
      if (!told && performance.now() - begun > silentFor) {
        told = true;
        note(say('Reading the documents ...'));
      }
      await nextTurn();
    },
    end() {
      if (!told) return;
      const seconds = figures(((performance.now() - begun) / 1000).toFixed(1));
      note(say('Read in {{seconds}} s.', { seconds }));
    },
  };
}
