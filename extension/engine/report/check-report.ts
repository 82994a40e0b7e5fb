import type { CheckReport, CheckSummary } from '../model/check-result.ts';
import type { Said, SaidPart } from '../model/said.ts';
import type { Position } from '../model/text.ts';
import { countFigure } from '../values/length-said.ts';
import { joined, say } from '../values/say.ts';
import { againstData, againstSaid } from './against-said.ts';
import { freeData, freeLines, readSaid } from './free-report.ts';
import { jsonRange } from './json-range.ts';
import { english, type ReportLanguage } from './language.ts';
import { notRunData, notRunLines } from './not-run-lines.ts';
import { plain, type Paint } from './paint.ts';
import { severitySaid, severityWidth } from './severity-said.ts';
import { shown, shownJson, shownName } from './shown.ts';
import { padded } from './text-table.ts';

/** Findings by file, then one line that sums up. `paths` are those that were asked for; none means all. */
export function checkText(
  result: CheckReport,
  paint: Paint = plain,
  paths: readonly string[] = [],
  language: ReportLanguage = english,
): string {
  const lines: string[] = [];
  const severities = severityWidth(language);
  let path: string | undefined;
  const places = result.findings.map(({ range }) => place(range.start));
  const width = Math.max(0, ...places.map((text) => text.length));
  result.findings.forEach((finding, i) => {
    if (finding.path !== path) {
      if (path !== undefined) lines.push('');
      path = finding.path;
      lines.push(paint('strong', shownName(path)));
    }
    const { severity, code, name, related } = finding;
    const severityText = paint(severity, padded(language.say(severitySaid(severity)), severities));
    lines.push(
      `  ${(places[i] ?? '').padStart(width)}  ${severityText}  ${shown(language.say(finding.said))}  ${paint('faint', `${code} ${name}`)}`,
    );
    for (const { path: there, range, said } of related) {
      const at = `${shownName(there)}:${place(range.start)}`;
      const see = language.say(say('see {{place}} {{what}}', { place: at, what: shown(language.say(said)) }));
      lines.push(paint('faint', `  ${' '.repeat(width)}  ${see}`));
    }
  });
  if (lines.length > 0) lines.push('');
  lines.push(...notRunLines(result.notRun, language));
  for (const { said } of result.notGoverned) lines.push(shown(language.say(said)));
  if (result.coverage) lines.push(...freeLines(result.coverage.free, paint, language));
  if (result.against) for (const said of againstSaid(result.against)) lines.push(shown(language.say(said)));
  if (result.summary.engagements > 0) lines.push(language.say(readSaid(result)));
  lines.push(language.say(summaryOf(result, paint, paths, language)));
  return `${lines.join('\n')}\n`;
}

/** The result for programs: lines and columns from 1, columns in UTF-16 units, ends exclusive. */
export function checkJson(
  result: CheckReport,
  tool: { readonly name: string; readonly version: string },
): string {
  const { profiles, summary, notRun, notGoverned, findings, coverage, against } = result;
  const data = {
    version: 1,
    tool,
    profile: profiles.join(','),
    summary,
    notRun: notRunData(notRun),
    notGoverned: notGoverned.map(({ path, reason }) => ({ path, reason })),
    ...(against && { against: againstData(against) }),
    ...(coverage && { coverage: { ...coverage, free: coverage.free.map(freeData) } }),
    findings: findings.map((finding) => ({
      code: finding.code,
      name: finding.name,
      severity: finding.severity,
      message: finding.message,
      path: finding.path,
      ...jsonRange(finding.range),
      at: finding.at,
      data: finding.data,
      related: finding.related.map(({ path, range, message }) => ({
        path,
        line: range.start.line + 1,
        column: range.start.character + 1,
        message,
      })),
      fixable: finding.fixes.length > 0,
      fixes: finding.fixes.map(({ title, safe, edits }) => ({
        title,
        safe,
        edits: edits.map((edit) => ({ path: edit.path, ...jsonRange(edit.range), text: edit.newText })),
      })),
    })),
  };
  return shownJson(data);
}

function summaryOf(
  { summary, profiles, findings }: CheckReport,
  paint: Paint,
  paths: readonly string[],
  language: ReportLanguage,
): Said {
  const { engagements, documents } = summary;
  if (engagements === 0 && findings.length === 0) {
    return paths.some((path) => path !== '')
      ? say('No document of an engagement is at {{paths}}: nothing was checked.', {
          paths: paths.map(shownName).join(', '),
        })
      : say('There is no engagement here: outrigger init begins one.');
  }
  const all = say(
    '{{n}} {{n|document|documents}} in {{folders}} {{folders|engagement|engagements}}, profile {{profiles}}: {{counts}}.',
    {
      n: countFigure(documents),
      folders: countFigure(engagements),
      profiles: profiles.join(', '),
      counts: joined(countsOf(summary, paint, language), ', '),
    },
  );
  const fixable = findings.filter(({ fixes }) => fixes.some(({ safe }) => safe)).length;
  return fixable === 0
    ? all
    : joined([all, say('outrigger fix mends {{n}}.', { n: countFigure(fixable) })], ' ');
}

function countsOf(
  { errors, warnings, infos, hints, accepted, questions }: CheckSummary,
  paint: Paint,
  language: ReportLanguage,
): readonly SaidPart[] {
  return [
    errors > 0
      ? paint('error', language.say(say('{{n}} {{n|error|errors}}', { n: countFigure(errors) })))
      : say('no errors'),
    warnings > 0
      ? paint('warning', language.say(say('{{n}} {{n|warning|warnings}}', { n: countFigure(warnings) })))
      : say('no warnings'),
    ...(infos > 0 ? [say('{{n}} {{n|info|infos}}', { n: countFigure(infos) })] : []),
    ...(hints > 0 ? [say('{{n}} {{n|hint|hints}}', { n: countFigure(hints) })] : []),
    ...(accepted > 0 ? [say('{{n}} accepted', { n: countFigure(accepted) })] : []),
    ...(questions > 0
      ? [say('{{n}} {{n|question|questions}} left in drafts', { n: countFigure(questions) })]
      : []),
  ];
}

function place({ line, character }: Position): string {
  return `${line + 1}:${character + 1}`;
}
