import type { View } from '../model/engagement.ts';
import { positionAt } from '../model/text.ts';
import type { Rule } from '../rules/define.ts';
import { foldName } from '../values/fold.ts';
import { shown } from './shown.ts';

/** What is known of the place that somebody asks about. */
export interface WhyInput {
  /** Profiles in force for the engagement, and the engagement itself; undefined where the place is in none. */
  readonly engagement: { readonly profiles: readonly string[]; readonly view: View } | undefined;
  /** Profiles of the command line, which replace those of config and engagements. */
  readonly profilesGiven: readonly string[] | undefined;
  readonly config: {
    readonly path: string;
    readonly text: string;
    readonly profiles: readonly string[];
    readonly rules: ReadonlyMap<string, string>;
  };
}

/** Sentences that say what turns a rule on or off at a place. */
export function whyHere(rule: Rule, input: WhyInput): readonly string[] {
  const { engagement } = input;
  if (!engagement) return ['No engagement governs this place, so no rule speaks here.'];
  const setting = [rule.code, rule.name].find((name) => input.config.rules.has(name));
  const lines = [
    setting === undefined ? byProfile(rule, input, engagement) : bySetting(rule, setting, input),
  ];
  return [...lines, ...deviationsOf(rule, engagement.view)].map(shown);
}

function bySetting(rule: Rule, setting: string, { config }: WhyInput): string {
  const severity = config.rules.get(setting) ?? '';
  const line = lineOf(config.text, setting);
  const where = `${config.path}${line === undefined ? '' : `, line ${line}`}`;
  if (severity === 'off') return `Off: ${where} turns it off.`;
  return `On, as ${article(severity)}: ${where} says so. By itself it would be ${article(rule.meta.severity)}.`;
}

function byProfile(rule: Rule, input: WhyInput, engagement: NonNullable<WhyInput['engagement']>): string {
  const holding = rule.meta.profiles.filter((profile) => engagement.profiles.includes(profile));
  if (holding.length === 0) {
    const inForce = engagement.profiles.join(', ');
    return `Off: it belongs to ${listOf(rule.meta.profiles)}, and in force here is ${inForce}.`;
  }
  const [profile = ''] = holding;
  return `On, as ${article(rule.meta.severity)}: profile ${profile} holds it, ${originOf(profile, input, engagement.view)}.`;
}

function originOf(profile: string, { profilesGiven, config }: WhyInput, view: View): string {
  if (profile === 'base') return 'which is always in force';
  if (profilesGiven?.includes(profile)) return 'which the command line names';
  if (config.profiles.includes(profile)) {
    const line = lineOf(config.text, 'profile');
    return `which ${config.path}${line === undefined ? '' : `, line ${line},`} names`;
  }
  const field = view.lead?.keys.profiles;
  if (!field) return 'which the engagement names';
  const { line } = positionAt(field.document.lineStarts, field.source.span.start);
  return `which ${field.document.path}, line ${line + 1}, names`;
}

function deviationsOf(rule: Rule, view: View): readonly string[] {
  return view.rows('accepted_deviations').flatMap((row) => {
    const { rule: named, reason, approved_by, until, where } = row.cells;
    const name = foldName(named?.source.text ?? '');
    if (name !== rule.code.toLowerCase() && name !== rule.name) return [];
    const { document } = row.section;
    const place = `${document.path}, line ${positionAt(document.lineStarts, row.span.start).line + 1}`;
    const filled = [reason, approved_by, until].every((cell) => cell?.state === 'read');
    if (!filled)
      return [
        `An accepted deviation stands in ${place}, but Reason, Approved by and Until must be filled before it counts.`,
      ];
    const at = where?.source.text.trim() ?? '';
    const scope = at === '' ? 'in the whole engagement' : `at "${at}"`;
    return [
      `Accepted as a deviation ${scope}, until ${until?.source.text ?? ''}, by ${approved_by?.source.text ?? ''}: ${place}.`,
    ];
  });
}

/** The line, from 1, on which a config names a key. */
function lineOf(text: string, key: string): number | undefined {
  const lines = text.split(/\r\n|\r|\n/);
  const at = lines.findIndex(
    (line) =>
      line
        .trim()
        .toLowerCase()
        .replace(/^["']/, '')
        .replace(/["']?\s*:.*$/, '') === key.toLowerCase(),
  );
  return at < 0 ? undefined : at + 1;
}

function article(severity: string): string {
  return /^[aeiou]/.test(severity) ? `an ${severity}` : `a ${severity}`;
}

function listOf(names: readonly string[]): string {
  return names.length === 1 ? `profile ${names[0] ?? ''}` : `profiles ${names.join(', ')}`;
}
