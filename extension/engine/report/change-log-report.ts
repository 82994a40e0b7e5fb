import { inEnglish, type Said } from '../model/said.ts';
import { say } from '../values/say.ts';
import { changeSaid, madeSaid, shortHash, whoSaid } from '../resolve/change-in-words.ts';
import { dayOfAuthor } from '../resolve/day-of-author.ts';
import { entryLines } from './change-said.ts';
import type { ChangeEntry, ChangeLog, EntryChange } from './change-log.ts';
import { english, type ReportLanguage } from './language.ts';
import { plain, type Paint } from './paint.ts';
import { shown, shownJson, shownName } from './shown.ts';
import { markdownTable, markdownText } from './text-table.ts';

/** What was done with documents, commit by commit, for a terminal. */
export function changesText(
  logs: readonly ChangeLog[],
  paint: Paint = plain,
  language: ReportLanguage = english,
): string {
  const out: string[] = [];
  for (const log of logs) {
    if (out.length > 0) out.push('');
    out.push(paint('strong', shown(language.say(headSaid(log)))));
    let last: string | undefined;
    for (const entry of log.entries) {
      const made = language.say(madeSaid(entry.commit, entry.side));
      if (made !== last) out.push('', paint('info', shown(made)));
      last = made;
      out.push(`  ${shownName(entry.path)}`);
      for (const line of entryLines(entry)) out.push(`    ${shown(language.say(line))}`);
    }
  }
  return `${out.join('\n')}\n`;
}

/** The same as a Markdown document, a line of a table for each change. */
export function changesMarkdown(logs: readonly ChangeLog[], language: ReportLanguage = english): string {
  const header = [say('When'), say('Who'), say('Document'), say('What changed'), say('Commit')];
  const out: string[] = [];
  for (const log of logs) {
    if (out.length > 0) out.push('');
    out.push(`## ${markdownText(log.title)}`, '', markdownText(language.say(headSaid(log))));
    if (log.entries.length > 0)
      out.push(
        '',
        ...markdownTable(
          header.map(language.say),
          log.entries.flatMap((entry) => rowsOf(entry, language)),
        ),
      );
  }
  return `${out.join('\n')}\n`;
}

function rowsOf(entry: ChangeEntry, language: ReportLanguage): readonly string[][] {
  const { commit, side } = entry;
  return entryLines(entry).map((line) => [
    commit ? dayOfAuthor(commit) : language.say(say('not committed yet')),
    commit ? textOf(whoSaid(undefined, side), language) : '',
    entry.path,
    language.say(line),
    commit ? shortHash(commit.hash) : '',
  ]);
}

function textOf(part: ReturnType<typeof whoSaid>, language: ReportLanguage): string {
  return language.say(say('{{who}}', { who: part }));
}

/** For programs; sentences in English. Texts are whole, where people get an excerpt. */
export function changesJson(logs: readonly ChangeLog[]): string {
  return shownJson({
    version: 1,
    engagements: logs.map(({ folder, title, since, entries, unread }) => ({
      folder,
      title,
      since,
      unread,
      entries: entries.map(({ changes, ...entry }) => ({
        ...entry,
        commit: entry.commit ?? null,
        side: entry.side ?? null,
        changes: changes.map(changeJson),
      })),
    })),
  });
}

/** A change as programs get it. */
export function changeJson(change: EntryChange): object {
  const { is, section, heading, row, name, from, to, isContent } = change;
  return {
    is,
    section: section?.title ?? null,
    heading: heading ?? null,
    row: row ?? null,
    name: name ?? null,
    from: from ?? null,
    to: to ?? null,
    isContent,
    said: inEnglish(changeSaid(change)),
  };
}

function headSaid({ title, since, entries }: ChangeLog): Said {
  const data = { title, n: String(entries.length) };
  switch (since.is) {
    case 'beginning':
      return say('{{title}}: {{n}} {{n|change|changes}} of documents', data);
    case 'day':
      return say('{{title}}: {{n}} {{n|change|changes}} of documents since {{day}}', {
        ...data,
        day: since.day,
      });
    case 'commit':
      return say('{{title}}: {{n}} {{n|change|changes}} of documents since {{rev}}', {
        ...data,
        rev: since.rev,
      });
    case 'review':
      return say('{{title}}: {{n}} {{n|change|changes}} of documents since the strategic review of {{day}}', {
        ...data,
        day: since.day,
      });
  }
}
