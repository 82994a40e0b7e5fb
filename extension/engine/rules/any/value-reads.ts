import { anchorCircles, type AnchorCircle } from '../../resolve/anchor-circles.ts';
import { isPossible } from '../../resolve/is-possible.ts';
import type { Field, GovernedDocument } from '../../model/document.ts';
import type { View } from '../../model/engagement.ts';
import type { Hours } from '../../model/value.ts';
import { nearMiss } from '../../values/near-miss.ts';
import { valueMessages } from '../../values/problems.ts';
import { quote } from '../../values/quote.ts';
import { shortened } from '../../values/shortened.ts';
import { defineRule, type Reporter } from '../define.ts';
import { partOf } from '../place-of.ts';
import { otherPeriod } from '../../resolve/other-period.ts';
import { reportReading } from '../reading.ts';
import { nameReplacement, replacement } from '../replacement.ts';
import { quoted, say } from '../../values/say.ts';
import { appetiteOf, scaleOf } from '../../resolve/scales.ts';
import { stepsSaid } from '../../values/step.ts';
import { isWord, stepsFor } from '../../values/step-scale.ts';

const messages = {
  ...valueMessages,
  unknownParty:
    '"{{value}}" is neither client nor supplier, nor the name of either, nor a subcontractor: write client or supplier.',
  unknownTeam:
    '"{{value}}" is neither hours such as 08:00-17:00, 24x7 or office hours, nor the name of a team.',
  impossibleCount:
    '"{{value}}" of {{services}} cannot be needed: write a number from 1 to {{most}}, or list the services that are needed.',
  otherScale: '"{{scale}}" is not the scale of this document, which is "{{stated}}": make the two the same.',
  otherWindow:
    '"{{note}}" is not what this document measures over, which is "{{window}}": make the two the same.',
  otherFee:
    '"{{value}}" is a part of the fee of another period than "{{stated}}", by which credits are counted: make the two the same.',
  notHeadCount: '"{{value}}" is no number of people: write how many of {{team}} have the skill.',
  weightsInWords:
    '"{{weight}}" is no weight: write what each criterion counts of 100, so that all of them add up to it.',
  anchorCircle: '"{{milestone}}" is counted from itself: {{circle}}. Give one of these milestones a date.',
} as const;

type Report = Reporter<typeof messages, Record<never, never>>;

export default defineRule({
  code: 'DOC019',
  name: 'value-reads',
  meta: {
    kinds: ['*'],
    reads: [
      'file/tables',
      '*/valid_from',
      '*/review_every',
      'risk-register/scale',
      'risk-register/Risks.Likelihood',
      'risk-register/Risks.Impact',
      'sla/measured_over',
      'sla/credit_basis',
      'engagement/fee',
    ],
    summary: 'Require values and cells that match their type',
    severity: 'error',
    scope: 'W',
    profiles: ['base'],
    unacceptable: true,
    since: '0.1.0',
  },
  messages,
  document(document, view, report) {
    reportReading('DOC019', document, report);
    for (const circle of anchorCircles(document, view)) sayCircle(circle, document, report);
    const inWords = weightsInWords(document);
    sayInWords(inWords, report);
    for (const field of document.fields) {
      if (inWords.has(field) || sayHeadCount(field, view, report)) continue;
      if (field.problem) {
        const { id, data, span, replacements, replaced = span } = field.problem;
        // Reader and messages share one closed list of ids (values/problems.ts).
        const sayProblem = report.wrong as unknown as (
          at: unknown,
          id: string,
          data: unknown,
          extra: unknown,
        ) => void;
        sayProblem(partOf(field, span), id, data, {
          fixes: replacements.map((text) => replacement(field, replaced, text)),
        });
      } else if (field.state === 'read') {
        checkCounts(field, view, report);
        checkPeriod(field, view, report);
        checkAppetite(field, report);
        const id = unknownName(field, view);
        if (!id) continue;
        const near = nearMiss(field.source.text, candidates(field, view));
        report.wrong(
          field,
          id,
          { value: quote(field.source.text) },
          {
            fixes:
              near === undefined
                ? []
                : nameReplacement(field, field.source.span, near, field.row !== undefined),
          },
        );
      }
    }
  },
});

/** Weights that are words, where there are several: one mistake, and one finding (real-kinds P29). */
function weightsInWords({ sections }: GovernedDocument): ReadonlySet<Field> {
  const weights = (sections.get('criteria')?.rows ?? []).flatMap(({ cells }) => cells.weight ?? []);
  const inWords = weights.filter(({ problem, source }) => problem && /^\p{L}/u.test(source.text));
  return new Set(inWords.length > 1 ? inWords : []);
}

function sayInWords(weights: ReadonlySet<Field>, report: Report): void {
  const [first, ...others] = weights;
  if (!first) return;
  const related = others.map((at) => ({ at, message: say('a weight in words too') }));
  report.wrong(first, 'weightsInWords', { weight: quote(first.source.text) }, { related });
}

/** `0 of A, B` and `3 of A, B` (settled 11). */
function checkCounts(field: Field, view: View, report: Report): void {
  if (field.spec.type.is !== 'depends') return;
  for (const dependency of view.dependencies(field)) {
    const { needed, of, count } = dependency;
    if (count === undefined || isPossible(dependency)) continue;
    const services = say('{{n}} {{n|service|services}}', { n: String(of.length) });
    const data = { value: String(needed), services, most: String(of.length) };
    report.wrong(partOf(field, count), 'impossibleCount', data);
  }
}

/** "99.9 % monthly" where a quarter is measured. */
function checkPeriod(field: Field, view: View, report: Report): void {
  const other = otherPeriod(field, view);
  if (!other) return;
  const { of, named, stated } = other;
  const text = quote(stated.source.text);
  if (of === 'window') {
    const related = [{ at: stated, message: say('what is measured over') }];
    report.wrong(field, 'otherWindow', { note: quote(named), window: text }, { related });
  } else {
    const related = [{ at: stated, message: say('by which credits are counted') }];
    report.wrong(field, 'otherFee', { value: quote(named), stated: text }, { related });
  }
}

/** An appetite that is no word of the scale. */
function checkAppetite(field: Field, report: Report): void {
  const { document, row, spec, value, source } = field;
  if (row || spec.type.is !== 'step' || !isWord(value as string)) return;
  if (appetiteOf(document) !== undefined) return;
  const steps = stepsSaid(stepsFor(field, scaleOf(field)));
  report.wrong(field, 'notStep', { value: quote(source.text), steps });
}

/** Whether a cell counts the people of a team or a party, and it is said that it holds no such number. */
function sayHeadCount(field: Field, view: View, report: Report): boolean {
  const { problem, row, spec, state, value, source } = field;
  if (spec.type.is !== 'step' || !row || (state !== 'read' && state !== 'unread')) return false;
  const header = row.further.find((one) => one.field === field)?.header; // equivalent: a cell stands once
  const target = header && view.headed(header).target;
  if (!target || target.is === 'person' || /^\d{1,9}$/.test((value as string | undefined) ?? ''))
    return false;
  const fixes = (problem?.replacements ?? []).flatMap((text) =>
    typeof text === 'string' && /^\d+$/.test(text) ? [replacement(field, source.span, text)] : [],
  );
  report.wrong(field, 'notHeadCount', { value: quote(source.text), team: quoted(target.name) }, { fixes });
  return true;
}

/** One finding a circle, at the anchor that stands last; the others are related. */
function sayCircle(circle: AnchorCircle, document: GovernedDocument, report: Report): void {
  const { last, others } = circle;
  if (last.field.document !== document) return;
  const names = [last, ...others, last].map(({ name }) => quote(name));
  const its = shortened(names).reduce((before, next) =>
    say('{{before}} counts from {{next}}', { before, next }),
  );
  const data = { milestone: quote(last.name), circle: its };
  report.wrong(partOf(last.field, last.span), 'anchorCircle', data, {
    related: others.map(({ field, span }) => ({
      at: partOf(field, span),
      message: say('part of the circle'),
    })),
  });
}

/** Closed lists that end with names of the engagement: Party, and the team under Hours (rules.md 1.8). */
function unknownName(field: Field, view: View): 'unknownParty' | 'unknownTeam' | undefined {
  if (field.spec.type.is === 'party') {
    const parties = view.who(field);
    return parties.length === 1 && parties[0]!.known ? undefined : 'unknownParty';
  }
  const hours = field.spec.type.is === 'hours' ? (field.value as Hours) : undefined; // equivalent: nothing else that is read is of the kind "team"
  if (hours?.kind !== 'team') return undefined;
  const { known, target } = view.headed({ text: hours.team, span: field.source.span });
  // A team of a draft is known and has no target in the active documents.
  return known && (target === undefined || target.is === 'team') ? undefined : 'unknownTeam';
}

function candidates(field: Field, view: View): readonly string[] {
  if (field.spec.type.is !== 'party')
    return view.rows('teams').map(({ cells }) => cells.team?.source.text ?? '');
  return view.candidatesFor(field).filter((name) => {
    const is = view.findWho(name)?.is;
    return is === 'party' || is === 'subcontractor';
  });
}
