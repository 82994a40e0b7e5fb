import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { runCli } from '../../cli/run-cli.ts';

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

/** Where rules depart from the design. `docs/deviations.md` names each code with its reason. */
interface Departures {
  /** Rules that do not stand yet. */
  readonly later: readonly string[];
  /** Rules that stand and that the design does not have. */
  readonly added: readonly string[];
  readonly changed: Readonly<Record<string, Partial<Designed>>>;
  /** Places that a rule reads under another name than that of the design. */
  readonly renamed: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const departures: Departures = {
  later: ['DOC025'],
  added: ['SGN008', 'SGN009'],
  changed: { KTP005: { scope: 'X' }, PRC003: { scope: 'X' }, SLA019: { scope: 'X' } },
  renamed: { KTP010: { 'kt-plan/Phases': 'exit-plan/Phases' } },
};

const designed = JSON.parse(
  readFileSync(new URL('../../catalogue.json', import.meta.url), 'utf8'),
) as readonly Designed[];

describe('the catalogue of rules', () => {
  let stands: ReadonlyMap<string, Designed>;

  before(async () => {
    const { out } = await runCli(['rules', '--format', 'json'], { cwd: import.meta.dirname });
    const { rules } = JSON.parse(out) as { readonly rules: readonly Designed[] };
    stands = new Map(rules.map((rule) => [rule.code, rule]));
    assert.equal(stands.size, rules.length);
  });

  it('stands whole, but for what waits', () => {
    const missing = designed.map(({ code }) => code).filter((code) => !stands.has(code));
    assert.deepEqual(missing.toSorted(), departures.later.toSorted());
  });

  it('holds every rule that stands', () => {
    const codes = new Set(designed.map(({ code }) => code));
    assert.deepEqual(
      [...stands.keys()].filter((code) => !codes.has(code)),
      departures.added,
    );
  });

  it('says of each rule what the design says', () => {
    const differs = designed.flatMap((its) => {
      const rule = stands.get(its.code);
      if (!rule) return [];
      const wanted = { ...its, ...departures.changed[its.code] };
      const keys = ['name', 'severity', 'profiles', 'channel', 'scope'] as const;
      return keys
        .filter((key) => JSON.stringify(rule[key]) !== JSON.stringify(wanted[key]))
        .map((key) => `${its.code}: ${key} is ${String(rule[key])}, not ${String(wanted[key])}`);
    });
    assert.deepEqual(differs, []);
  });

  it('names at least what the design says that each rule reads', () => {
    const unread = designed.flatMap(({ code, reads }) => {
      const rule = stands.get(code);
      const renamed = departures.renamed[code] ?? {};
      return rule
        ? reads
            .filter((place) => !rule.reads.includes(renamed[place] ?? place))
            .map((place) => `${code} does not say that it reads ${place}`)
        : [];
    });
    assert.deepEqual(unread, []);
  });

  it('is departed from nowhere in vain', () => {
    const byCode = new Map(designed.map((its) => [its.code, its]));
    for (const [code, its] of Object.entries(departures.changed))
      for (const key of Object.keys(its) as (keyof Designed)[])
        assert.notDeepEqual(its[key], byCode.get(code)?.[key], `${code}: ${key}`);
    for (const [code, places] of Object.entries(departures.renamed))
      for (const [place, other] of Object.entries(places)) {
        const { reads = [] } = stands.get(code) ?? {};
        assert.ok(byCode.get(code)?.reads.includes(place), `the design has ${code} read ${place}`);
        assert.deepEqual([reads.includes(place), reads.includes(other)], [false, true], place);
      }
  });

  it('is departed from with a reason', () => {
    const lines = readFileSync(new URL('../../../docs/deviations.md', import.meta.url), 'utf8').split('\n');
    const { later, added, changed, renamed } = departures;
    const codes = [...later, ...added, ...Object.keys(changed), ...Object.keys(renamed)];
    const places = Object.values(renamed).flatMap((its) => Object.keys(its));
    const isNamed = (word: string): boolean =>
      lines.some((line) => line.startsWith('- ') && line.includes(word));
    assert.deepEqual(
      [...codes, ...places].filter((word) => !isNamed(word)),
      [],
    );
  });
});
