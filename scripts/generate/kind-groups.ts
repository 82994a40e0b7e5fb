import type { KindSchema, Schemas } from './read-schemas.ts';

type Described = Pick<Schemas, 'kinds' | 'pillars' | 'words'>;
type Groups = Readonly<Record<string, readonly string[]>>;

/** The kinds of each pillar. */
export function kindsByPillar({ kinds, pillars }: Described): Groups {
  return grouped(pillars, kinds, (kind, pillar) =>
    kind['x-pillar']?.name === pillar ? kind['x-pillar'].turn : undefined,
  );
}

/** The kinds that each phase asks for. */
export function kindsByPhase(schemas: Described): Groups {
  return grouped(phasesOf(schemas), schemas.kinds, (kind, phase) => kind['x-phases'][phase]);
}

/** By their turn; those of the same turn stay in the order of kinds. */
function grouped(
  groups: readonly string[],
  kinds: Described['kinds'],
  turnOf: (kind: KindSchema, group: string) => number | undefined,
): Groups {
  const membersOf = (group: string): readonly string[] =>
    [...kinds]
      .flatMap(([key, kind]) => {
        const turn = turnOf(kind, group);
        return turn === undefined ? [] : [{ key, turn }];
      })
      .sort((a, b) => a.turn - b.turn)
      .map(({ key }) => key);
  return Object.fromEntries(groups.map((group) => [group, membersOf(group)]));
}

/** One line for each part of a kind's description that is missing or says what nobody knows, with what to write. */
export function kindProblems(schemas: Described & Pick<Schemas, 'common'>): readonly string[] {
  const { common, pillars } = schemas;
  const phases = phasesOf(schemas);
  return [...schemas.kinds].flatMap(([key, kind]) => {
    const pillar: unknown = kind['x-pillar'];
    const asked: unknown = kind['x-phases'];
    const naming: unknown = kind['x-named-by'];
    const begun: unknown = kind['x-begun-with'] ?? [];
    const codes: unknown = kind['x-codes'];
    const keys = Object.keys({ ...common.properties, ...kind.properties });
    const demands: readonly (readonly [name: keyof KindSchema, isWell: boolean, what: string])[] = [
      ['title', isText(kind.title), 'what one is called'],
      ['x-title-sv', isText(kind['x-title-sv']), 'what one is called in Swedish'],
      ['x-plural', isText(kind['x-plural']), 'what several are called in the middle of a sentence'],
      ['x-plural-sv', isText(kind['x-plural-sv']), 'what several are called in Swedish'],
      ['x-series', typeof kind['x-series'] === 'boolean', 'true where one is never enough, else false'],
      [
        'x-named-by',
        Array.isArray(naming) && naming.every((key) => isOneOf(key, keys)),
        `the keys that name its file, as in ["title"], [] where the kind does`,
      ],
      [
        'x-begun-with',
        Array.isArray(begun) && begun.every((key) => isOneOf(key, keys)),
        `the keys that its rows follow from, as in ["direction"], or leave it out`,
      ],
      [
        'x-codes',
        Array.isArray(codes) && codes.every((code) => /^[A-Z]{3}$/.test(String(code))),
        `what codes of its rules begin with, as in ["SLA"], [] while it has none`,
      ],
      [
        'x-pillar',
        pillar === null || (isObject(pillar) && isOneOf(pillar['name'], pillars) && isTurn(pillar['turn'])),
        `{ "name": ${either(pillars)}, "turn": 1 }, or null where others tell of it`,
      ],
      [
        'x-phases',
        isObject(asked) &&
          Object.entries(asked).every(([phase, turn]) => isOneOf(phase, phases) && isTurn(turn)),
        `{ ${either(phases)}: 1 } with a turn for each phase that asks for it, {} where none does`,
      ],
    ];
    return demands
      .filter(([, isWell]) => !isWell)
      .map(
        ([name, , what]) =>
          `schemas/kinds/${key}.json: "${name}" is ${JSON.stringify(kind[name]) ?? 'missing'}: write ${what}.`,
      );
  });
}

function phasesOf({ words }: Described): readonly string[] {
  return words['phase']?.words.map(({ word }) => word) ?? [];
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '';
}

function isTurn(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) > 0;
}

function isOneOf(value: unknown, all: readonly string[]): boolean {
  return all.some((one) => one === value);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function either(words: readonly string[]): string {
  return words.map((word) => `"${word}"`).join(' or ');
}
