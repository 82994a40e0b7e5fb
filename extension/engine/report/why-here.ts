import type { View } from '../model/engagement.ts';
import { positionAt } from '../model/text.ts';
import type { Said } from '../model/said.ts';
import type { Severity } from '../model/finding.ts';
import type { Rule } from '../rules/define.ts';
import { foldName } from '../values/fold.ts';
import { say } from '../values/say.ts';

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
    readonly rules: ReadonlyMap<string, Severity | 'off'>;
  };
}

/** Sentences that say what turns a rule on or off at a place. */
export function whyHere(rule: Rule, input: WhyInput): readonly Said[] {
  const { engagement } = input;
  if (!engagement) return [say('No engagement governs this place, so no rule speaks here.')];
  const setting = [rule.code, rule.name].find((name) => input.config.rules.has(name));
  return [
    setting === undefined ? byProfile(rule, input, engagement) : bySetting(rule, setting, input),
    ...deviationsOf(rule, engagement.view),
  ];
}

function bySetting(rule: Rule, setting: string, { config }: WhyInput): Said {
  const severity = config.rules.get(setting) ?? 'off';
  const line = lineOf(config.text, setting);
  const where = line === undefined ? config.path : placeSaid(config.path, line);
  if (severity === 'off') return say('Off: {{where}} turns it off.', { where });
  return say('On, as {{severity}}: {{where}} says so. By itself it would be {{own}}.', {
    severity: oneSaid(severity),
    where,
    own: oneSaid(rule.meta.severity),
  });
}

function byProfile(rule: Rule, input: WhyInput, engagement: NonNullable<WhyInput['engagement']>): Said {
  const holding = rule.meta.profiles.filter((profile) => engagement.profiles.includes(profile));
  if (holding.length === 0) {
    const inForce = engagement.profiles.join(', ');
    const profiles = rule.meta.profiles.join(', ');
    return rule.meta.profiles.length === 1
      ? say('Off: it belongs to profile {{profiles}}, and in force here is {{inForce}}.', {
          profiles,
          inForce,
        })
      : say('Off: it belongs to profiles {{profiles}}, and in force here is {{inForce}}.', {
          profiles,
          inForce,
        });
  }
  const [profile = ''] = holding;
  return say('On, as {{severity}}: profile {{profile}} holds it, {{origin}}.', {
    severity: oneSaid(rule.meta.severity),
    profile,
    origin: originOf(profile, input, engagement.view),
  });
}

function originOf(profile: string, { profilesGiven, config }: WhyInput, view: View): Said {
  if (profile === 'base') return say('which is always in force');
  if (profilesGiven?.includes(profile)) return say('which the command line names');
  if (config.profiles.includes(profile)) {
    const line = lineOf(config.text, 'profile');
    return line === undefined
      ? say('which {{path}} names', { path: config.path })
      : say('which {{path}}, line {{line}}, names', { path: config.path, line: String(line) });
  }
  const field = view.lead?.keys.profiles;
  if (!field) return say('which the engagement names');
  const { line } = positionAt(field.document.lineStarts, field.source.span.start);
  return say('which {{path}}, line {{line}}, names', {
    path: field.document.path,
    line: String(line + 1),
  });
}

function deviationsOf(rule: Rule, view: View): readonly Said[] {
  return view.rows('accepted_deviations').flatMap((row) => {
    const { rule: named, reason, approved_by, until, where } = row.cells;
    const name = foldName(named?.source.text ?? '');
    if (name !== rule.code.toLowerCase() && name !== rule.name) return [];
    const { document } = row.section;
    const place = placeSaid(document.path, positionAt(document.lineStarts, row.span.start).line + 1);
    const filled = [reason, approved_by, until].every((cell) => cell?.state === 'read');
    if (!filled)
      return [
        say(
          'An accepted deviation stands in {{place}}, but Reason, Approved by and Until must be filled before it counts.',
          { place },
        ),
      ];
    const at = where?.source.text.trim() ?? '';
    const scope = at === '' ? say('in the whole engagement') : say('at "{{at}}"', { at });
    return [
      say('Accepted as a deviation {{scope}}, until {{day}}, by {{who}}: {{place}}.', {
        scope,
        day: until?.source.text ?? '',
        who: approved_by?.source.text ?? '',
        place,
      }),
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

function placeSaid(place: string, line: number): Said {
  return say('{{place}}, line {{line}}', { place, line: String(line) });
}

/** A finding of that weight. */
function oneSaid(severity: Severity): Said {
  switch (severity) {
    case 'error':
      return say('an error');
    case 'warning':
      return say('a warning');
    case 'info':
      return say('an info');
    case 'hint':
      return say('a hint');
  }
}
