import { importCounts, importLines, importUnread } from '../../engine/editing.ts';
import { say } from '../../engine/model/said.ts';
import { joined } from '../../engine/reports.ts';
import { shown } from '../../engine/text.ts';
import { engagementAt } from '../engagement-at.ts';
import { pathInRoot } from '../find-root.ts';
import { oneOf } from '../parse-arguments.ts';
import { readInput } from '../read-input.ts';
import { readTable } from '../read-table.ts';
import { openSession, type CommandContext, type Session } from '../session.ts';
import { exitCode, tell, UsageError, type ExitCode } from '../shell.ts';
import { writeDocument } from '../write-document.ts';
import { importOwners } from './import-owners.ts';

/** `outrigger import`: what another program wrote into the documents. */
export async function importFile(context: CommandContext): Promise<ExitCode> {
  const [what = ''] = context.args.positionals;
  const kind = oneOf('outrigger import', what.toLowerCase(), ['results', 'codeowners'] as const);
  for (const [option, its] of Object.entries(optionsOf))
    if (its !== kind && context.args.has(option))
      throw new UsageError(
        say('--{{option}} belongs to {{command}}.', { option, command: `outrigger import ${its}` }),
      );
  return await (kind === 'results' ? importTable(context) : importOwners(context));
}

/** Options that one of the two has alone. */
const optionsOf: Readonly<Record<string, 'results' | 'codeowners'>> = {
  record: 'results',
  map: 'codeowners',
  dialect: 'codeowners',
  engagement: 'codeowners',
};

/** `outrigger import results`: a table of separated values into a record. */
async function importTable(context: CommandContext): Promise<ExitCode> {
  const { args, streams, environment, language } = context;
  const [, file = ''] = args.positionals;
  const lines = readTable(await readInput(context, file), file);
  const session = await openSession(context, []);
  const record = recordAt(session, args.value('record'), environment.cwd);
  const done = session.engine.importedResults(record, lines);
  if (!done || lines.length === 0) throw new UsageError(say('"{{file}}" holds no line.', { file }));
  if (done.problems.length > 0) {
    for (const { line, said } of done.problems)
      tell(streams.stderr, `${file}:${line}: ${language.say(said)}`);
    throw new UsageError(say('Nothing was written into "{{record}}".', { record }));
  }
  for (const line of importLines(done)) streams.stdout.write(`${shown(language.say(line))}\n`);
  const unread = importUnread(done);
  if (unread) tell(streams.stderr, language.say(unread));
  const counts = importCounts(done);
  const isChanged = done.text !== session.engine.textOf(record);
  if (isChanged && args.has('write')) {
    writeDocument(session, record, done.text, (said) => tell(streams.stderr, language.say(said)));
    tell(streams.stdout, language.say(joined([record, say('{{counts}}.', { counts })], ': ')));
  } else {
    const end = isChanged ? say('Nothing was written: --write writes it.') : say('Nothing to write.');
    tell(streams.stdout, language.say(say('{{record}}: {{counts}}. {{end}}', { record, counts, end })));
  }
  return session.exitCodeFor(exitCode.fine);
}

/** The record that is named, else the only draft of one that has Results. Throws a UsageError where it is not clear. */
function recordAt(session: Session, named: string | undefined, cwd: string): string {
  const given =
    named === undefined ? undefined : session.workspace.nameOf(pathInRoot(cwd, session.root, named));
  const { documents } =
    given === undefined
      ? engagementAt(session, undefined)
      : (session.engine.engagementOf(given) ?? { documents: [] });
  const records = documents.filter(({ kind }) => kind === 'record');
  if (given !== undefined) {
    const record = records.find((one) => one.path === given);
    if (!record) throw new UsageError(say('"{{file}}" is no record of an engagement.', { file: given }));
    if (record.status !== 'draft')
      throw new UsageError(
        say('"{{file}}" is final: what was written down stays as it is. A later record can say more.', {
          file: given,
        }),
      );
    return given;
  }
  const drafts = records.filter(({ status, sections }) => status === 'draft' && sections.has('results'));
  const [only] = drafts;
  if (only && drafts.length === 1) return only.path;
  throw new UsageError(
    only
      ? say('There are {{n}} drafts of records with Results. Name one of {{files}} with --record.', {
          n: String(drafts.length),
          files: drafts.map((one) => `"${one.path}"`).join(', '),
        })
      : say('No draft of a record has Results: {{command}} begins one.', {
          command: 'outrigger new record --meeting NAME',
        }),
  );
}
