import path from 'node:path';
import { componentSaid, fileNameOf, ownersCounts, type OwnersDialect } from '../../engine/editing.ts';
import { say, type Said } from '../../engine/model/said.ts';
import type { EngagementInfo } from '../../engine/index.ts';
import { joined } from '../../engine/reports.ts';
import { shown, shownName } from '../../engine/text.ts';
import { addDocument } from '../add-document.ts';
import { engagementAt } from '../engagement-at.ts';
import { pathInRoot } from '../find-root.ts';
import { oneOf, type Arguments } from '../parse-arguments.ts';
import { readInput } from '../read-input.ts';
import { pathBelow } from '../real-path.ts';
import { openSession, type CommandContext, type Session } from '../session.ts';
import { languageOf } from '../settings.ts';
import { exitCode, tell, UsageError, type ExitCode } from '../shell.ts';
import { writeDocument } from '../write-document.ts';

/** GitHub reads nothing of a larger one. */
const mebibytesAtMost = 3;

/** `outrigger import codeowners`: whom a platform asks, as rows of Components. */
export async function importOwners(context: CommandContext): Promise<ExitCode> {
  const { args, streams, environment, language } = context;
  const [, file = ''] = args.positionals;
  if (/(?:^|[/\\])OWNERS_ALIASES$/.test(file))
    throw new UsageError(
      say('"{{file}}" names groups and says of no path who owns it. Name an OWNERS file.', { file }),
    );
  const text = textOf(await readInput(context, file, mebibytesAtMost), file);
  const dialect = dialectGiven(args);
  const session = await openSession(context, []);
  const dir = args.value('engagement');
  const engagement = engagementAt(
    session,
    dir === undefined ? undefined : pathInRoot(environment.cwd, session.root, dir),
  );
  const map = mapOf(engagement, session, args, environment.cwd);
  const done = (await session.engine.importedOwners(engagement.folder, {
    text,
    dialect,
    path: pathOf(file, session, environment.cwd),
    map,
    language: languageOf(args, engagement.lead?.keys.language?.value, session.engine.config.language),
  }))!;
  const told = (said: Said): string => language.say(said);
  for (const one of done.components) streams.stdout.write(`${shown(told(componentSaid(one)))}\n`);
  for (const { line, said } of done.notes)
    tell(streams.stderr, `${shownName(file)}:${line + 1}: ${told(said)}`);
  if (done.components.length === 0) {
    tell(streams.stdout, told(say('Nothing to write.')));
    return session.exitCodeFor(exitCode.fine);
  }
  if (done.text === undefined)
    throw new UsageError(
      say(
        'The table under Components of "{{file}}" cannot be written into as it stands. Write it as one plain table.',
        {
          file: map.path,
        },
      ),
    );
  const counts = ownersCounts(done);
  if (!args.has('write')) {
    const end = say('Nothing was written: --write writes it.');
    tell(streams.stdout, told(say('{{record}}: {{counts}}. {{end}}', { record: map.path, counts, end })));
  } else if (map.is === 'new')
    streams.stdout.write(`${addDocument(session, map.path, done.text, language)}\n`);
  else {
    writeDocument(session, map.path, done.text, (said) => tell(streams.stderr, told(said)));
    tell(streams.stdout, told(joined([map.path, say('{{counts}}.', { counts })], ': ')));
  }
  return session.exitCodeFor(exitCode.fine);
}

function dialectGiven(args: Arguments): OwnersDialect | undefined {
  const given = args.value('dialect');
  const known = ['github', 'gitlab', 'kubernetes'] as const;
  return given === undefined ? undefined : oneOf('--dialect', given.toLowerCase(), known);
}

function textOf(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UsageError(say('"{{file}}" is no text that can be read.', { file }));
  }
}

/** As the workspace names it; of a file outside of the root, and of standard input, the name alone. */
function pathOf(file: string, { root }: Session, cwd: string): string {
  const below = pathBelow(root, path.resolve(cwd, file));
  return below === undefined || file === '-' ? path.basename(file) : below;
}

/** The map that is named, else the only one of the engagement, else a new one beside it. */
function mapOf(
  { documents, folder }: EngagementInfo,
  session: Session,
  args: Arguments,
  cwd: string,
): { readonly is: 'there' | 'new'; readonly path: string } {
  const named = args.value('map');
  const maps = documents.filter(({ kind, status }) => kind === 'ownership-map' && status !== 'ended');
  if (named !== undefined) {
    const given = session.workspace.nameOf(pathInRoot(cwd, session.root, named));
    if (maps.some((one) => one.path === given)) return { is: 'there', path: given };
    throw new UsageError(say('"{{file}}" is no ownership map that can be changed.', { file: given }));
  }
  const [only, second] = maps;
  if (second)
    throw new UsageError(
      say('There are several ownership maps. Name one of {{files}} with --map.', {
        files: maps.map((one) => `"${one.path}"`).join(', '),
      }),
    );
  if (only) return { is: 'there', path: only.path };
  const name = fileNameOf('ownership-map', new Map());
  return { is: 'new', path: folder === '' ? name : `${folder}/${name}` };
}
