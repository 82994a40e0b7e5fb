import type { Said } from '../model/said.ts';
import { joined, listed, quoted, say, words } from '../values/say.ts';
import { changeSaid, shortHash, whoSaid } from '../resolve/change-in-words.ts';
import { entryLines } from './change-said.ts';
import { changeJson } from './change-log-report.ts';
import type { DocumentLog, LogEvent, SignoffTold } from './document-log.ts';
import { english, type ReportLanguage } from './language.ts';
import { plain, type Paint } from './paint.ts';
import { shown, shownJson } from './shown.ts';
import { markdownTable, markdownText } from './text-table.ts';

/** Who changed what of a document, and who signed which content, the oldest first, for a terminal. */
export function documentLogText(
  log: DocumentLog,
  paint: Paint = plain,
  language: ReportLanguage = english,
): string {
  const inLanguage = (said: Said): string => shown(language.say(said));
  const out = [paint('strong', shown(log.title)), ...headLines(log).map(inLanguage)];
  for (const event of log.events) {
    out.push('', paint('info', inLanguage(madeSaid(event))));
    out.push(...linesOf(event).map((line) => `  ${inLanguage(line)}`));
  }
  return `${out.join('\n')}\n`;
}

/** The same as a Markdown document: a page for an auditor. */
export function documentLogMarkdown(log: DocumentLog, language: ReportLanguage = english): string {
  const { lines, header, rows } = documentLogTable(log, language);
  const cells = rows.flatMap(({ when, who, what, commit }) => what.map((line) => [when, who, line, commit]));
  const head = lines.map((line) => `- ${markdownText(line)}`);
  return [`# ${markdownText(log.title)}`, '', ...head, '', ...markdownTable(header, cells), ''].join('\n');
}

/** The log of a document as a page shows it: what to tell first, then a row for each event. */
interface DocumentLogTable {
  readonly lines: readonly string[];
  readonly header: readonly string[];
  readonly rows: readonly {
    readonly when: string;
    readonly who: string;
    readonly what: readonly string[];
    readonly commit: string;
  }[];
}

export function documentLogTable(log: DocumentLog, language: ReportLanguage = english): DocumentLogTable {
  return {
    lines: headLines(log).map(language.say),
    header: [say('When'), say('Who'), say('What'), say('Commit')].map(language.say),
    rows: log.events.map((event) => ({
      when: event.commit ? timeOf(event.commit) : language.say(madeSaid(event)),
      who: event.commit ? language.say(joined([whoSaid(event.person, event.side)], '')) : '',
      what: linesOf(event).map(language.say),
      commit: event.commit ? shortHash(event.commit.hash) : '',
    })),
  };
}

/** For programs; sentences in English, texts whole. */
export function documentLogJson({ events, ...log }: DocumentLog): string {
  return shownJson({
    version: 1,
    ...log,
    events: events.map((event) => ({
      ...event,
      commit: event.commit ?? null,
      side: event.side ?? null,
      person: event.person ?? null,
      ...('changes' in event && { changes: event.changes.map(changeJson) }),
    })),
  });
}

function headLines({ path, status, isThere, state, digest }: DocumentLog): readonly Said[] {
  if (!isThere)
    return [say('{{path}} was taken away. What it said last has the digest {{digest}}', { path, digest })];
  return [
    say('{{path}}: {{status}}; sign-offs: {{state}}', {
      path,
      status: listed(status, 'status'),
      state: words(state, 'value'),
    }),
    say('What it says now has the digest {{digest}}', { digest }),
  ];
}

function madeSaid({ is, commit, person, side }: LogEvent): Said {
  if (is === 'kept') return say('by a merge');
  if (!commit) return say('not committed yet');
  return say('{{time}}, {{who}}, {{commit}}', {
    time: timeOf(commit),
    who: whoSaid(person, side),
    commit: shortHash(commit.hash),
  });
}

/** By the clock of the author, to the minute, with how far that is from UTC. */
function timeOf({ authored }: { readonly authored: string }): string {
  return `${authored.slice(0, 10)} ${authored.slice(11, 16)} ${authored.slice(19)}`;
}

const digestCharacters = 'sha256-'.length + 8;

function linesOf(event: LogEvent): readonly Said[] {
  if ('signoff' in event) return [signoffSaid(event.is, event.signoff), ...event.changes.map(changeSaid)];
  if (event.is === 'kept') return [keptSaid(event)];
  const lines = entryLines({ ...event, signed: undefined });
  const isContent = event.is === 'begun' || event.changes.some((change) => change.isContent);
  if (!isContent || event.digest === undefined) return lines;
  return [...lines, say('digest: {{digest}}', { digest: event.digest.slice(0, digestCharacters) })];
}

function keptSaid({ of, digest }: Extract<LogEvent, { readonly is: 'kept' }>): Said {
  const data = { digest: digest.slice(0, digestCharacters) };
  return of === undefined
    ? say('what was made last is not in it: it says what has the digest {{digest}}', data)
    : say('what was made last is not in it: it says what commit {{commit}} made, digest {{digest}}', {
        ...data,
        commit: shortHash(of),
      });
}

function signoffSaid(is: Extract<LogEvent, { readonly signoff: unknown }>['is'], told: SignoffTold): Said {
  const { path, by, side, means, via, date, digest, of, isPresent } = told;
  const data = {
    means: listed(means ?? '', 'means'),
    by: whoSaid(by, side),
    day: date ?? say('an unknown day'),
    via: listed(via ?? '', 'via'),
    digest: quoted((digest ?? '').slice(0, digestCharacters)),
    what: whatSaid(of, isPresent),
    path,
  };
  if (is === 'signed')
    return say('{{means}} by {{by}} on {{day}}, via {{via}}: digest {{digest}}, {{what}} ({{path}})', data);
  if (is === 'signoff removed')
    return say('sign-off taken away: {{means}} by {{by}} on {{day}} ({{path}})', data);
  return say('sign-off changed: {{means}} by {{by}} on {{day}}, digest {{digest}} ({{path}})', data);
}

function whatSaid(of: string | undefined, isPresent: boolean): Said {
  if (isPresent) return say('which is what the document says now');
  return of === undefined
    ? say('which no version of the document has')
    : say('which is what commit {{commit}} made', { commit: shortHash(of) });
}
