import type { HandOver } from '../kinds/people/handed-over.ts';
import type { LeaverReport, LeaverTopic, LoneRunbook, Overlap } from '../kinds/people/leaver-report.ts';
import type { PersonPlace } from '../kinds/people/person-places.ts';
import { inEnglish, type Said } from '../model/said.ts';
import type { Range } from '../model/text.ts';
import { quote } from '../values/quote.ts';
import { joined, say } from '../values/say.ts';
import { jsonRange } from './json-range.ts';
import { english, type ReportLanguage } from './language.ts';
import { plain, type Paint } from './paint.ts';
import { shown, shownJson, shownName } from './shown.ts';
import { markdownTable, markdownText, textTable } from './text-table.ts';

/** What is told of a person who leaves, in the words of a language. */
interface LeaverLines {
  /** Sentences: how much there is, and until when somebody can take over. */
  readonly summary: readonly string[];
  /** Above the place and what is told of it. */
  readonly header: readonly [where: string, what: string];
  readonly groups: readonly { readonly title: string; readonly lines: readonly LeaverLine[] }[];
}

interface LeaverLine {
  readonly path: string;
  readonly range: Range;
  /** `sla.md:12:4`. */
  readonly place: string;
  readonly text: string;
}

/** Groups without a line are left out. With a hand-over, its changes and what is left stand before the places. */
export function leaverLines(
  report: LeaverReport,
  handOver: HandOver | undefined,
  language: ReportLanguage,
): LeaverLines {
  const isPast = ({ standing }: PersonPlace): boolean => standing === 'past';
  const ofPlace = (place: PersonPlace): LeaverLine => lineOf(place, place.what, language);
  const groups: LeaverLines['groups'] = [
    {
      title: language.say(say('Nobody else is named')),
      lines: report.alone.map((one) =>
        lineOf(one, one.hasBackup ? say('{{what}}, with a backup', { what: one.what }) : one.what, language),
      ),
    },
    {
      title: language.say(say('Topics of knowledge transfer')),
      lines: report.topics.map((topic) => lineOf(topic, topicSaid(topic), language)),
    },
    {
      title: language.say(say('Runbooks that nobody else has rehearsed')),
      lines: report.runbooks.map((one) => lineOf(one, runbookSaid(one), language)),
    },
    ...(handOver ? handOverGroups(handOver, language) : []),
    {
      title: language.say(say('Named in active documents and drafts')),
      lines: report.places.filter((place) => !isPast(place)).map(ofPlace),
    },
    {
      title: language.say(say('Named in what is past and stays as it is')),
      lines: report.places.filter(isPast).map(ofPlace),
    },
  ];
  return {
    summary: summaryOf(report).map(language.say),
    header: [language.say(say('Where')), language.say(say('What'))],
    groups: groups.filter(({ lines }) => lines.length > 0),
  };
}

/** What a hand-over leaves to a person, apart from what is past. */
export function leftLines({ left }: HandOver, language: ReportLanguage): readonly LeaverLine[] {
  return left
    .filter(({ place }) => place.standing !== 'past')
    .map(({ place, why }) => lineOf(place, joined([place.what, why], ': '), language));
}

function handOverGroups(handOver: HandOver, language: ReportLanguage): LeaverLines['groups'] {
  return [
    {
      title: language.say(say('Certain, for "{{to}}" to take over', { to: quote(handOver.to) })),
      lines: handOver.changed.map((place) => lineOf(place, changeSaid(place), language)),
    },
    { title: language.say(say('Left for a person to decide')), lines: leftLines(handOver, language) },
  ];
}

function changeSaid({ is, what }: PersonPlace): Said {
  return is === 'row' ? say('the last day') : what;
}

/** For a terminal. */
export function leaverText(
  report: LeaverReport,
  paint: Paint = plain,
  language: ReportLanguage = english,
): string {
  const { summary, groups } = leaverLines(report, undefined, language);
  const lines = summary.map(shown);
  for (const { title, lines: its } of groups)
    lines.push(
      '',
      paint('strong', title),
      ...textTable(its.map(({ place, text }) => [`  ${place}`, shown(text)])),
    );
  return `${lines.join('\n')}\n`;
}

/** The same as a Markdown document, with the hand-over where there is one. */
export function leaverMarkdown(
  report: LeaverReport,
  handOver: HandOver | undefined,
  language: ReportLanguage = english,
): string {
  const { summary, header, groups } = leaverLines(report, handOver, language);
  const lines = summary.map(markdownText);
  for (const { title, lines: its } of groups) {
    const rows = its.map(({ place, text }) => [place, text]);
    lines.push('', `## ${markdownText(title)}`, '', ...markdownTable(header, rows));
  }
  return `${lines.join('\n')}\n`;
}

/** For programs: lines and columns from 1, sentences in English. */
export function leaverJson(report: LeaverReport, handOver: HandOver | undefined): string {
  const { person, on, until, places, alone, topics, runbooks, overlap } = report;
  return shownJson({
    version: 1,
    person,
    on,
    until: until ?? null,
    overlap: { lastDay: overlap.lastDay, aftercare: overlap.aftercare ?? null },
    alone: alone.map(({ path, range, what, hasBackup }) => ({
      path,
      ...jsonRange(range),
      what: inEnglish(what),
      hasBackup,
    })),
    topics: topics.map(({ range, needed, ...topic }) => ({
      ...topic,
      ...jsonRange(range),
      needed: needed ?? null,
    })),
    runbooks: runbooks.map(({ range, ...runbook }) => ({ ...runbook, ...jsonRange(range) })),
    places: places.map(placeData),
    handOver: handOver ? handOverData(handOver) : null,
  });
}

function placeData({ path, range, at, what, is, standing }: PersonPlace): object {
  return { path, ...jsonRange(range), at, what: inEnglish(what), is, standing };
}

function handOverData({ to, changed, left, edits }: HandOver): object {
  return {
    to,
    changed: changed.map(placeData),
    left: left.map(({ place, why }) => ({ ...placeData(place), why: inEnglish(why) })),
    edits: edits.map(({ path, range, newText }) => ({ path, ...jsonRange(range), text: newText })),
  };
}

function lineOf(
  { path, range }: { readonly path: string; readonly range: Range },
  said: Said,
  language: ReportLanguage,
): LeaverLine {
  const { line, character } = range.start;
  return {
    path,
    range,
    place: `${shownName(path)}:${line + 1}:${character + 1}`,
    text: language.say(said),
  };
}

function summaryOf(report: LeaverReport): readonly Said[] {
  const { person, on, until, places, overlap } = report;
  const past = places.filter(({ standing }) => standing === 'past').length;
  return [
    say(
      '"{{person}}" leaves on {{day}}: {{n}} {{n|place names|places name}} the person, and {{past}} more {{past|tells|tell}} of what is past.',
      { person: quote(person), day: on, n: String(places.length - past), past: String(past) },
    ),
    ...(until === on ? [] : [untilSaid(until)]),
    overlapSaid(overlap),
  ];
}

function untilSaid(until: LeaverReport['until']): Said {
  return until === undefined
    ? say('People does not say when the person leaves.')
    : say('People says that the person leaves on {{day}}.', { day: until });
}

function overlapSaid({ lastDay: day, aftercare }: Overlap): Said {
  return aftercare
    ? say(
        'The last day on which somebody can take over and still be helped for "{{length}}", as {{path}} asks: {{day}}.',
        { length: quote(aftercare.text), path: shownName(aftercare.path), day },
      )
    : say('The last day on which somebody can take over and still meet the person: {{day}}.', { day });
}

function topicSaid({ topic, does, hasOneReceiver, needed }: LeaverTopic): Said {
  const name = quote(topic);
  if (does === 'receives') return say('"{{topic}}" comes to this person alone', { topic: name });
  const parts = [
    ...(needed === undefined
      ? []
      : [say('whoever knows "{{topic}}" leaves before {{day}}', { topic: name, day: needed })]),
    ...(hasOneReceiver ? [say('"{{topic}}" has no second receiver', { topic: name })] : []),
  ];
  return joined(parts, '; ');
}

function runbookSaid({ title, isCritical }: LoneRunbook): Said {
  return isCritical
    ? say('"{{title}}", of a critical component', { title: quote(title) })
    : say('"{{title}}"', { title: quote(title) });
}
