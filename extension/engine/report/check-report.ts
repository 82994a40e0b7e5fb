import type { CheckReport } from '../model/check-result.ts';
import type { Position, Range } from '../model/text.ts';
import { notRunData, notRunLines } from './not-run-lines.ts';
import { plain, type Paint } from './paint.ts';
import { counted, shown, shownJson, shownName } from './shown.ts';

/** Findings by file, then one line that sums up. `paths` are those that were asked for; none means all. */
export function checkText(result: CheckReport, paint: Paint = plain, paths: readonly string[] = []): string {
  const lines: string[] = [];
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
    const severityText = paint(severity, severity.padEnd('warning'.length));
    lines.push(
      `  ${(places[i] ?? '').padStart(width)}  ${severityText}  ${shown(finding.message)}  ${paint('faint', `${code} ${name}`)}`,
    );
    for (const { path: there, range, message } of related) {
      lines.push(
        paint(
          'faint',
          `  ${' '.repeat(width)}  see ${shownName(there)}:${place(range.start)} ${shown(message)}`,
        ),
      );
    }
  });
  if (lines.length > 0) lines.push('');
  lines.push(...notRunLines(result.notRun));
  lines.push(summaryLine(result, paint, paths));
  return `${lines.join('\n')}\n`;
}

/** The result for programs: lines and columns from 1, columns in UTF-16 units, ends exclusive. */
export function checkJson(
  result: CheckReport,
  tool: { readonly name: string; readonly version: string },
): string {
  const { profiles, summary, notRun, findings } = result;
  const data = {
    version: 1,
    tool,
    profile: profiles.join(','),
    summary,
    notRun: notRunData(notRun),
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

function jsonRange({ start, end }: Range): Readonly<Record<string, number>> {
  return {
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

function summaryLine(
  { summary, profiles, findings }: CheckReport,
  paint: Paint,
  paths: readonly string[],
): string {
  const { engagements, documents, errors, warnings, infos, hints, accepted, questions } = summary;
  if (engagements === 0 && findings.length === 0) {
    return paths.some((path) => path !== '')
      ? `No document of an engagement is at ${paths.map(shownName).join(', ')}: nothing was checked.`
      : 'There is no engagement here: outrigger init begins one.';
  }
  const parts = [
    errors > 0 ? paint('error', counted(errors, 'error')) : 'no errors',
    warnings > 0 ? paint('warning', counted(warnings, 'warning')) : 'no warnings',
    ...(infos > 0 ? [counted(infos, 'info')] : []),
    ...(hints > 0 ? [counted(hints, 'hint')] : []),
    ...(accepted > 0 ? [`${accepted} accepted`] : []),
    ...(questions > 0 ? [`${counted(questions, 'question')} left in drafts`] : []),
  ];
  const fixable = findings.filter(({ fixes }) => fixes.some(({ safe }) => safe)).length;
  const mend = fixable > 0 ? ` outrigger fix mends ${fixable}.` : '';
  return `${counted(documents, 'document')} in ${counted(engagements, 'engagement')}, profile ${profiles.join(', ')}: ${parts.join(', ')}.${mend}`;
}

function place({ line, character }: Position): string {
  return `${line + 1}:${character + 1}`;
}
