import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { checkRules, dueRules } from '../../../extension/engine/index.ts';
import { rulesJson } from '../../../extension/engine/reports.ts';

/** One rule of the catalogue of the design, as data. */
interface Designed {
  readonly code: string;
  readonly name: string;
  readonly severity: string;
  readonly profiles: readonly string[];
  readonly channel: string;
  readonly scope: string;
  readonly reads: readonly string[];
}

const designed = JSON.parse(
  readFileSync(new URL('../../catalogue.json', import.meta.url), 'utf8'),
) as readonly Designed[];

/** Where a rule departs from the design; docs/deviations.md has the reason of each. */
const departs: Readonly<Record<string, Partial<Designed>>> = {
  KTP005: { scope: 'X' },
};

/** A section is named by the kind that normally holds it, also where another kind holds it. */
const homes: Readonly<Record<string, string>> = { 'kt-plan/Phases': 'exit-plan/Phases' };

describe('the catalogue of rules', () => {
  const { rules } = JSON.parse(rulesJson([...checkRules, ...dueRules])) as {
    readonly rules: readonly Designed[];
  };
  const byCode = new Map(rules.map((rule) => [rule.code, rule]));

  it('holds every rule that stands', () => {
    const codes = new Set(designed.map(({ code }) => code));
    assert.deepEqual(
      [...byCode.keys()].filter((code) => !codes.has(code)),
      [],
    );
  });

  it('says of each rule what the design says', () => {
    for (const { reads, ...its } of designed) {
      const rule = byCode.get(its.code);
      if (!rule) continue;
      const { code, name, severity, profiles, channel, scope } = rule;
      assert.deepEqual({ code, name, severity, profiles, channel, scope }, { ...its, ...departs[code] });
      const lacking = reads.filter((place) => !rule.reads.includes(homes[place] ?? place));
      assert.deepEqual(lacking, [], `${code} does not say that it reads these`);
    }
  });
});
